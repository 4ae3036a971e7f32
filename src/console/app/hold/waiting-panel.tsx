import { useState } from 'preact/hooks';
import type { Hold } from '../api/answers.js';
import { usePostOnce } from '../api/use-post-once.js';
import { useSpeech } from '../language/language.js';
import { BusyButton } from '../shell/busy-button.js';
import { Dialog } from '../shell/dialog.js';
import { FailureNote } from '../shell/failure-note.js';
import { words } from './hold.words.js';

interface WaitingPanelProps {
  waiting: NonNullable<Hold['waiting']>;
  mayDecide: boolean;
  onDecided: () => void;
}

/**
 * Shown when the database was restarted and the provider can't be asked. Sending waits for the provider's answer, or
 * for a person's decision.
 */
export function WaitingPanel({ waiting: { since, why }, mayDecide, onDecided }: WaitingPanelProps) {
  const { say, format } = useSpeech();
  const [asking, setAsking] = useState(false);
  const post = usePostOnce('hold-unasked');
  async function sendUnasked(): Promise<void> {
    await post.run('/hold/unasked');
    setAsking(false);
    onDecided();
  }
  return (
    <section class="note note-failure" aria-labelledby="waits">
      <h2 id="waits">{say(words.waits)}</h2>
      <p>{say(words.waitsWhy, { since: format.moment(since), why })}</p>
      <FailureNote failure={post.failure} />
      {mayDecide ? (
        <button type="button" class="button button-quiet" onClick={() => setAsking(true)}>
          {say(words.unasked)}
        </button>
      ) : (
        <p>{say(words.who)}</p>
      )}
      {asking && (
        <Dialog title={say(words.unaskedSure)} onClose={() => setAsking(false)}>
          <p>{say(words.unaskedWhat)}</p>
          <div class="buttons">
            <button type="button" class="button button-quiet" onClick={() => setAsking(false)}>
              {say(words.cancelNo)}
            </button>
            <BusyButton busy={post.busy} look="danger" onClick={() => void sendUnasked()}>
              {say(words.unaskedYes)}
            </BusyButton>
          </div>
        </Dialog>
      )}
    </section>
  );
}
