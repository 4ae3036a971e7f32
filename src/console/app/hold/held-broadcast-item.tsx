import { useState } from 'preact/hooks';
import type { HeldBroadcast } from '../api/hold-contract.js';
import { useIntent } from '../api/use-intent.js';
import { useSpeech } from '../language/language.js';
import { Link } from '../navigation/navigation.js';
import { paths } from '../navigation/routes.js';
import { BusyButton } from '../shell/busy-button.js';
import { Dialog } from '../shell/dialog.js';
import { FailureNote } from '../shell/failure-note.js';
import { words } from './hold.words.js';

interface HeldBroadcastItemProps {
  broadcast: HeldBroadcast;
  mayDecide: boolean;
  onDecided: () => void;
}

/** One broadcast that waits: how far it had come, and whether the rest is sent. */
export function HeldBroadcastItem({ broadcast, mayDecide, onDecided }: HeldBroadcastItemProps) {
  const { say, format } = useSpeech();
  const { id, name, takenOver, remaining, goesOn } = broadcast;
  const [asking, setAsking] = useState(false);
  const intent = useIntent(`hold-${id}`);
  async function decide(decision: 'go-on' | 'cancel'): Promise<void> {
    await intent.run('/hold/decisions', { broadcastId: id, decision });
    setAsking(false);
    onDecided();
  }
  const left = format.number(remaining);
  return (
    <li class="entry">
      <Link href={paths.broadcast(id)} class="entry-link">
        {name}
      </Link>
      <p>{say(words.parts, { takenOver: format.number(takenOver), remaining: left })}</p>
      <FailureNote failure={intent.failure} />
      {goesOn && <p>{say(words.goesOn)}</p>}
      {mayDecide && !goesOn && (
        <div class="buttons">
          <BusyButton busy={intent.busy} onClick={() => void decide('go-on')}>
            <span class="unseen">{say(words.goOnFor, { name })}</span>
            <span aria-hidden="true">{say(words.goOn)}</span>
          </BusyButton>
          <button type="button" class="button button-danger" onClick={() => setAsking(true)}>
            <span class="unseen">{say(words.cancelFor, { name })}</span>
            <span aria-hidden="true">{say(words.cancel)}</span>
          </button>
        </div>
      )}
      {asking && (
        <Dialog title={say(words.sure, { name })} onClose={() => setAsking(false)}>
          <p>{say(words.cancelWhat, { remaining: left })}</p>
          <div class="buttons">
            <BusyButton busy={intent.busy} look="danger" onClick={() => void decide('cancel')}>
              {say(words.cancelYes)}
            </BusyButton>
            <button type="button" class="button button-quiet" onClick={() => setAsking(false)}>
              {say(words.cancelNo)}
            </button>
          </div>
        </Dialog>
      )}
    </li>
  );
}
