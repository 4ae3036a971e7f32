import type { Wording } from '../../../../kernel/refusal.js';
import { isArea } from '../../api/is-area.js';
import type { OpenAlert } from '../../api/answers.js';
import { useQuery } from '../../api/use-query.js';
import { stateWords } from '../../broadcasts/broadcast.words.js';
import { useSpeech } from '../../language/language.js';
import { Link } from '../../navigation/navigation.js';
import { paths } from '../../navigation/routes.js';
import { words as shellWords } from '../../shell/shell.words.js';
import { useSettled } from '../../shell/use-settled.js';
import { audienceOf, type ComposeForm } from '../form/form.js';

/** Debounce before the alerts of a changed choice are fetched, in milliseconds. */
const pause = 600;
/** If there are more, only their number is shown. */
const maxShown = 5;

const words = {
  title: {
    sv: 'Det finns redan larm som gäller någon av adresserna',
    en: 'There are alerts already that hold for some of these addresses',
  },
  how: {
    sv: 'Ingen har meddelat att de är över. Uppdatera eller utöka hellre ett av dem, om det är samma händelse.',
    en: 'They have not been called off. Update or extend one of them instead, if it is the same event.',
  },
  written: { sv: '{audience}, skrivet {moment}', en: '{audience}, written {moment}' },
  sent: { sv: '{audience}, skickat {moment}', en: '{audience}, sent {moment}' },
  more: { sv: 'Och {n} till, äldre än de här.', en: 'And {n} more, older than these.' },
} satisfies Record<string, Wording>;

/** Lists open alerts for the chosen audience. A second alert may be intended, so this does not block the user. */
export function OpenAlerts({ form }: { form: ComposeForm }) {
  return <OpenAlertList alerts={useOpenAlerts(form)} />;
}

export function OpenAlertList({ alerts }: { alerts: readonly OpenAlert[] }) {
  const { say, format } = useSpeech();
  if (alerts.length === 0) return null;
  return (
    <section class="note" aria-labelledby="open-alerts">
      <p>
        <strong id="open-alerts">{say(words.title)}.</strong> {say(words.how)}
      </p>
      <ul class="followers">
        {alerts.slice(0, maxShown).map(({ id, state, exercise, audienceName: audience, ...alert }) => (
          <li key={id}>
            <Link href={paths.broadcast(id)}>
              {say(alert.startedAt ? words.sent : words.written, {
                audience,
                moment: format.moment(alert.startedAt ?? alert.createdAt),
              })}
            </Link>{' '}
            <span class={`badge badge-state badge-${state}`}>{say(stateWords[state])}</span>
            {exercise && <span class="badge badge-exercise"> {say(shellWords.exercise)}</span>}
          </li>
        ))}
      </ul>
      {alerts.length > maxShown && <p>{say(words.more, { n: format.number(alerts.length - maxShown) })}</p>}
    </section>
  );
}

/** Only a hint. Its failure is not shown: the count reports faults of the audience. */
function useOpenAlerts(form: ComposeForm): readonly OpenAlert[] {
  const audience = audienceOf(form);
  const except = form.follows?.broadcast ?? form.id;
  const asked = audience && isArea(audience) ? JSON.stringify({ audience, except }) : undefined;
  const settled = useSettled(asked, pause);
  const { data } = useQuery<OpenAlert[]>(settled && '/broadcasts/open-alerts', {
    body: settled === undefined ? undefined : (JSON.parse(settled) as object),
    keepsBefore: true,
  });
  return data ?? [];
}
