import type { Hold } from '../api/answers.js';
import { usePostOnce } from '../api/use-post-once.js';
import { useSpeech } from '../language/language.js';
import { BusyButton } from '../shell/busy-button.js';
import { FailureNote } from '../shell/failure-note.js';
import { HeldBroadcastItem } from './held-broadcast-item.js';
import { words } from './hold.words.js';

interface HeldPanelProps {
  held: NonNullable<Hold['held']>;
  mayDecide: boolean;
  onDecided: () => void;
}

/** Why nothing is sent, what was taken over from the provider, and the decisions that remain. */
export function HeldPanel({ held, mayDecide, onDecided }: HeldPanelProps) {
  const { say, format } = useSpeech();
  const post = usePostOnce('hold-end');
  const { unknown, takenOver, fitsNone, notToldApart, since, knownUntil, broadcasts } = held;
  async function end(): Promise<void> {
    await post.run('/hold/end');
    onDecided();
  }
  const undecided = broadcasts.some(({ goesOn }) => !goesOn);
  return (
    <section class="note note-failure" aria-labelledby="held">
      <h2 id="held" tabIndex={-1}>
        {say(words.held)}
      </h2>
      <p>{say(words.why, { unknown: format.number(unknown), since: format.moment(since) })}</p>
      <p>{say(words.lost, { knownUntil: format.moment(knownUntil) })}</p>
      <ul>
        <li>{say(words.takenOver, { n: format.number(takenOver) })}</li>
        {fitsNone > 0 && <li>{say(words.fitsNone, { n: format.number(fitsNone) })}</li>}
        {notToldApart > 0 && <li>{say(words.notToldApart, { n: format.number(notToldApart) })}</li>}
      </ul>
      {!mayDecide && <p>{say(words.who)}</p>}
      {broadcasts.length > 0 && (
        <>
          <h3>{say(words.decide)}</h3>
          <ul class="held-items">
            {broadcasts.map((broadcast) => (
              <HeldBroadcastItem
                key={broadcast.id}
                broadcast={broadcast}
                knownUntil={knownUntil}
                mayDecide={mayDecide}
                onDecided={onDecided}
              />
            ))}
          </ul>
        </>
      )}
      <FailureNote failure={post.failure} />
      {mayDecide && !undecided && (
        <BusyButton busy={post.busy} onClick={() => void end()}>
          {say(words.end)}
        </BusyButton>
      )}
    </section>
  );
}
