import { useState } from 'preact/hooks';
import type { Broadcast, Unreached, UnreachedAddress } from '../../api/answers.js';
import { useQuery } from '../../api/use-query.js';
import { useSpeech } from '../../language/language.js';
import { FailureNote } from '../../shell/failure-note.js';
import { CsvDownload } from '../report/csv-download.js';
import { fileName } from '../report/file-name.js';
import { notHad } from './not-had.js';
import { byStreet } from './streets.js';
import { words as shellWords } from '../../shell/shell.words.js';
import { words } from './unreached.words.js';

const few = 100;
/** The most that the API returns at once, and more than anybody reads on a screen. */
const most = 10_000;

/** The addresses that a broadcast does not reach: how many, which, and letterbox notes for them. */
export function UnreachedPanel({
  broadcast,
}: {
  broadcast: Pick<Broadcast, 'id' | 'state' | 'planned' | 'report' | 'audienceName'>;
}) {
  const { id, state, audienceName } = broadcast;
  const why = notHad(broadcast);
  // Then there is nothing to put into letterboxes.
  const calledOff = state === 'cancelled' || state === 'rejected';
  const { say, format } = useSpeech();
  const { data, failure, reload } = useQuery<Unreached>(`/broadcasts/${id}/unreached?limit=0`, { of: state });
  // The audit log records each look at the list, so it is fetched only when somebody opens it.
  const [open, setOpen] = useState(false);
  if (failure) return <FailureNote failure={failure} retry={reload} />;
  if (!data) return null;
  const { total, basis } = data;
  return (
    <section aria-labelledby="unreached-title" class="card unreached">
      <h2 id="unreached-title">{say(why ? words.titleNotHad : words.title)}</h2>
      {total === 0 ? (
        <p>{say(why ? words.noneNotHad : words.none)}</p>
      ) : (
        <>
          <p>
            <strong>{total === 1 ? say(words.one) : say(words.count, { n: format.number(total) })}.</strong>{' '}
            {say(why ? words[why] : basis === 'preview' ? words.now : words.after)}
          </p>
          <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
            <summary>{say(words.list)}</summary>
            {open && <UnreachedList id={id} />}
          </details>
          {calledOff && <p class="hint">{say(words.noNotes)}</p>}
          <div class="downloads">
            {!calledOff && (
              <a class="button button-quiet" href={`/api/v1/broadcasts/${id}/letterbox-notes.pdf`} download>
                {say(words.pdf)}
              </a>
            )}
            <CsvDownload
              path={`/broadcasts/${id}/unreached.csv`}
              name={fileName(say(why ? words.fileNotHad : words.file), audienceName)}
              label={words.csv}
            />
          </div>
        </>
      )}
    </section>
  );
}

function UnreachedList({ id }: { id: string }) {
  const { say, format } = useSpeech();
  const [limit, setLimit] = useState(few);
  const { data, failure, reload } = useQuery<Unreached>(`/broadcasts/${id}/unreached?limit=${limit}`);
  if (failure) return <FailureNote failure={failure} retry={reload} />;
  if (!data) return <p role="status">{say(shellWords.loading)}</p>;
  const { total, addresses } = data;
  return (
    <>
      <Streets addresses={addresses} />
      {addresses.length < total &&
        (limit < most ? (
          <button type="button" class="button button-quiet" onClick={() => setLimit(most)}>
            {say(words.all, { n: format.number(total) })}
          </button>
        ) : (
          <p class="hint">{say(words.most, { n: format.number(addresses.length) })}</p>
        ))}
    </>
  );
}

function Streets({ addresses }: { addresses: readonly UnreachedAddress[] }) {
  const { say } = useSpeech();
  return (
    <>
      {byStreet(addresses).map((street) => (
        <div key={street.addresses[0]!.id}>
          <h3 class="sub">{street.name}</h3>
          <ul class="doors">
            {street.addresses.map(({ id, number, property }) => (
              <li key={id}>
                {number || say(words.unnumbered)}
                {property && <span class="hint"> {property}</span>}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}
