import type { Broadcast } from '../../api/answers.js';
import { useSpeech } from '../../language/language.js';
import { words } from './approvers.words.js';

type Approval = NonNullable<Broadcast['approval']>;

/** Who may approve a broadcast that waits, and who was told by text. */
export function Approvers({ broadcast: { approval } }: { broadcast: Broadcast }) {
  const { say } = useSpeech();
  if (!approval) return null;
  const { mayApprove, told } = approval;
  const withoutPhone = mayApprove.filter(({ hasPhone }) => !hasPhone).map(({ id }) => id);
  return (
    <section aria-labelledby="approvers-title" class="card screen-only">
      <h2 id="approvers-title">{say(words.title)}</h2>
      {mayApprove.length === 0 ? (
        <p>{say(words.nobody)}</p>
      ) : (
        <ul>
          {mayApprove.map(({ id, name, hasPhone, onDuty }) => (
            <li key={id}>
              {name}
              {onDuty && <strong> {say(words.onDuty)}</strong>}
              {!hasPhone && <span class="hint"> {say(words.noPhone)}</span>}
            </li>
          ))}
        </ul>
      )}
      {mayApprove.some(({ hasPhone }) => hasPhone) && told.length === 0 && (
        <p class="hint">{say(words.soon)}</p>
      )}
      {told.map((telling) => (
        <Told key={telling.at} telling={telling} known={withoutPhone} />
      ))}
    </section>
  );
}

interface ToldProps {
  telling: Approval['told'][number];
  /** Ids of those of whom the list says already that they get no text. */
  known: readonly string[];
}

function Told({ telling: { at, reminder, texted, notTexted }, known }: ToldProps) {
  const { say, format } = useSpeech();
  const failed = texted.filter(({ outcome }) => outcome === 'failed');
  const left = notTexted.filter(({ id }) => !known.includes(id));
  const names = (people: readonly { name: string }[]) => people.map(({ name }) => name).join(', ');
  return (
    <>
      {texted.length > 0 && (
        <p>
          {say(reminder ? words.reminded : words.texted, {
            names: names(texted),
            moment: format.moment(at),
          })}
        </p>
      )}
      {failed.length > 0 && <p class="note note-failure">{say(words.failed, { names: names(failed) })}</p>}
      {left.length > 0 && <p>{say(words.notTexted, { names: names(left) })}</p>}
    </>
  );
}
