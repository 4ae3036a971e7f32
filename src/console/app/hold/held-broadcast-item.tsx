import { useState } from 'preact/hooks';
import type { HeldBroadcast } from '../api/answers.js';
import { usePostOnce } from '../api/use-post-once.js';
import { useSpeech } from '../language/language.js';
import { Link } from '../navigation/navigation.js';
import { paths } from '../navigation/routes.js';
import { BusyButton } from '../shell/busy-button.js';
import { Dialog } from '../shell/dialog.js';
import { FailureNote } from '../shell/failure-note.js';
import { words } from './hold.words.js';

interface HeldBroadcastItemProps {
  broadcast: HeldBroadcast;
  /** What happened after this time may be missing. */
  knownUntil: string;
  mayDecide: boolean;
  onDecided: () => void;
}

type Decision = 'go-on' | 'cancel';

const ofRest = { button: words.goOn, named: words.goOnFor, sure: words.goOnSure, yes: words.goOnYes };
const inTime = { button: words.inTime, named: words.inTimeFor, sure: words.inTimeSure, yes: words.inTimeYes };

/** One broadcast that waits during a hold: how far it had come, with the decision whether to send the rest. */
export function HeldBroadcastItem({ broadcast, knownUntil, mayDecide, onDecided }: HeldBroadcastItemProps) {
  const { say, format } = useSpeech();
  const { id, name, takenOver, remaining, goesOn, startsAt } = broadcast;
  const goOn = startsAt === undefined ? ofRest : inTime;
  const [asking, setAsking] = useState<Decision>();
  const post = usePostOnce(`hold-${id}`, '/broadcasts', `/broadcasts/${id}`);
  async function decide(decision: Decision): Promise<void> {
    await post.run('/hold/decisions', { broadcastId: id, decision });
    setAsking(undefined);
    onDecided();
  }
  const left = format.number(remaining);
  return (
    <li class="held-item">
      <Link href={paths.broadcast(id)} class="held-name">
        {name}
      </Link>
      <p>{say(words.parts, { takenOver: format.number(takenOver), remaining: left })}</p>
      {startsAt !== undefined && <p>{say(words.starts, { moment: format.moment(startsAt) })}</p>}
      <FailureNote failure={post.failure} />
      {goesOn && <p>{say(words.goesOn)}</p>}
      {mayDecide && !goesOn && (
        <div class="buttons">
          <BusyButton busy={post.busy} onClick={() => setAsking('go-on')}>
            <span class="unseen">{say(goOn.named, { name })}</span>
            <span aria-hidden="true">{say(goOn.button)}</span>
          </BusyButton>
          <button type="button" class="button button-danger" onClick={() => setAsking('cancel')}>
            <span class="unseen">{say(words.cancelFor, { name })}</span>
            <span aria-hidden="true">{say(words.cancel)}</span>
          </button>
        </div>
      )}
      {asking === 'go-on' && (
        <Dialog title={say(goOn.sure, { name })} onClose={() => setAsking(undefined)}>
          <p>{say(words.goOnWhat, { remaining: left, knownUntil: format.moment(knownUntil) })}</p>
          <div class="buttons">
            <button type="button" class="button button-quiet" onClick={() => setAsking(undefined)}>
              {say(words.cancelNo)}
            </button>
            <BusyButton busy={post.busy} onClick={() => void decide('go-on')}>
              {say(goOn.yes)}
            </BusyButton>
          </div>
        </Dialog>
      )}
      {asking === 'cancel' && (
        <Dialog title={say(words.sure, { name })} onClose={() => setAsking(undefined)}>
          <p>{say(words.cancelWhat, { remaining: left })}</p>
          <div class="buttons">
            <button type="button" class="button button-quiet" onClick={() => setAsking(undefined)}>
              {say(words.cancelNo)}
            </button>
            <BusyButton busy={post.busy} look="danger" onClick={() => void decide('cancel')}>
              {say(words.cancelYes)}
            </BusyButton>
          </div>
        </Dialog>
      )}
    </li>
  );
}
