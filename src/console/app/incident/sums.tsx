import type { IncidentInFull } from '../api/answers.js';
import { useSpeech } from '../language/language.js';
import { words } from './incident.words.js';

/** The sums of all broadcasts together, each phone once. */
export function Sums({
  incident: { phones, uncorrected, costOre, broadcasts },
}: {
  incident: IncidentInFull;
}) {
  const { say, format } = useSpeech();
  if (broadcasts.every(({ planned }) => planned === undefined)) return null;
  const isOnWeb = broadcasts.every(({ planned, webOnly }) => planned === undefined || webOnly === true);
  const rows =
    !isOnWeb && phones
      ? ([
          [words.phones, phones.planned],
          [words.delivered, phones.delivered],
          [words.under, phones.under],
          [words.not, phones.planned - phones.delivered - phones.under],
        ] as const)
      : undefined;
  return (
    <section class="card" aria-labelledby="sums-title">
      <h2 id="sums-title">{say(words.sums)}</h2>
      {isOnWeb && <p>{say(words.onWeb)}</p>}
      {!phones && !isOnWeb && <p>{say(words.forgotten)}</p>}
      <dl class="facts">
        {rows?.map(([label, n]) => (
          <div key={label.en}>
            <dt>{say(label)}</dt>
            <dd>{format.number(n)}</dd>
          </div>
        ))}
        {uncorrected !== undefined && (
          <div>
            <dt>{say(words.uncorrected)}</dt>
            <dd>{uncorrected === 'few' ? say(words.few) : format.number(uncorrected)}</dd>
          </div>
        )}
        <div>
          <dt>{say(words.cost)}</dt>
          <dd>{format.cost(costOre)}</dd>
        </div>
      </dl>
    </section>
  );
}
