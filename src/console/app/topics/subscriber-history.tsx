import type { SubscriberMonth } from '../api/answers.js';
import { useQuery } from '../api/use-query.js';
import { useSpeech } from '../language/language.js';
import { FailureNote } from '../shell/failure-note.js';
import { historyWords as words } from './topics.words.js';

/** How many phones have subscribed, month by month: bars for the eye, and the same numbers in a table. */
export function SubscriberHistory({ id }: { id: string }) {
  const { say } = useSpeech();
  const { data, failure, reload } = useQuery<SubscriberMonth[]>(`/topics/${id}/subscribers`);
  return (
    <section class="card" aria-labelledby="subscribers-title">
      <h2 id="subscribers-title">{say(words.title)}</h2>
      <FailureNote failure={failure} retry={reload} />
      {data && data.length > 0 && <Months months={data} />}
    </section>
  );
}

export function Months({ months }: { months: readonly SubscriberMonth[] }) {
  const { say, format } = useSpeech();
  const [first, last] = [months[0]!, months.at(-1)!];
  const most = Math.max(1, ...months.map(({ subscribers }) => subscribers));
  return (
    <>
      <p>
        {say(words.summary, {
          first: format.number(first.subscribers),
          firstMonth: format.month(first.month),
          last: format.number(last.subscribers),
          lastMonth: format.month(last.month),
        })}
      </p>
      <div class="month-bars" aria-hidden="true">
        {months.map(({ month, subscribers }) => (
          <span key={month} style={{ blockSize: `${Math.round((100 * subscribers) / most)}%` }} />
        ))}
      </div>
      <p class="hint">{say(words.hint)}</p>
      <table class="report">
        <thead>
          <tr>
            <th scope="col">{say(words.month)}</th>
            {[words.subscribers, words.began, words.ended].map((wording) => (
              <th key={wording.en} scope="col" class="number">
                {say(wording)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.toReversed().map(({ month, began, ended, subscribers }) => (
            <tr key={month}>
              <th scope="row">{format.month(month)}</th>
              <td class="number">{format.number(subscribers)}</td>
              <td class="number">{format.number(began)}</td>
              <td class="number">{format.number(ended)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
