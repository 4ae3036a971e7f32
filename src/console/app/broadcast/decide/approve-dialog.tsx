import { useState } from 'preact/hooks';
import type { Broadcast } from '../../api/answers.js';
import type { PostOnce } from '../../api/use-post-once.js';
import { counted } from '../../contents/counted.words.js';
import { readCount } from '../../contents/typed-count.js';
import { useSpeech } from '../../language/language.js';
import { useSession } from '../../session/session.js';
import { unopened } from '../../opened/unopened.js';
import { BusyButton } from '../../shell/busy-button.js';
import { Dialog } from '../../shell/dialog.js';
import { FailureNote } from '../../shell/failure-note.js';
import { words } from '../broadcast-page.words.js';
import { ReminderToApprove } from '../scheduled/reminder-panel.js';
import { useWhenApproved } from '../scheduled/start-notes.js';

interface ApproveDialogProps {
  broadcast: Broadcast;
  /** A duty officer approves their own work, and must give a reason. */
  alone: boolean;
  post: PostOnce;
  opened: ReadonlySet<string>;
  onClose: () => void;
  onApprove: (approval: { contentHash?: string; count?: number; breakGlass?: string }) => void;
}

/** The last question before sending: how many phones, and which audience. The approval is bound to what was shown. */
export function ApproveDialog({ broadcast, alone, post, opened, onClose, onApprove }: ApproveDialogProps) {
  const { say, count } = useSpeech();
  const { exercise, audienceName, submittedCount, contentHash, webOnly } = broadcast;
  const [why, setWhy] = useState('');
  const [fault, setFault] = useState(false);
  const [typed, setTyped] = useState('');
  const [countFault, setCountFault] = useState(false);
  const { settings } = useSession();
  const how = useWhenApproved(
    broadcast,
    say(webOnly ? words.publishAll : words.approveAll, { audience: audienceName }),
  );
  const recount = recountOf(post);
  const reached = recount ?? submittedCount ?? 0;
  const phones = count(reached, counted.phones);
  const mustType =
    recount !== undefined ||
    isCountRequired(post) ||
    (settings !== undefined && reached > settings.typeCountAbove);

  const unread = unopened(broadcast, opened);

  function approve(): void {
    const tooShort = alone && why.trim().length < 10;
    const wrongCount = mustType && readCount(typed) !== reached;
    setFault(tooShort);
    setCountFault(wrongCount);
    if (wrongCount) document.getElementById('new-count')?.focus();
    if (tooShort || wrongCount) return;
    onApprove({
      ...(contentHash ? { contentHash } : {}),
      ...(mustType ? { count: reached } : {}),
      ...(alone ? { breakGlass: why.trim() } : {}),
    });
  }
  return (
    <Dialog
      title={say(exercise ? words.approveSureExercise : webOnly ? words.publishSure : words.approveSure, {
        phones,
      })}
      exercise={exercise}
      onClose={onClose}
    >
      <p>{how}</p>
      <ReminderToApprove broadcast={broadcast} />
      {unread.length > 0 && (
        <p class="note">{say(words.unopened, { things: unread.map((thing) => say(thing)).join(', ') })}</p>
      )}
      {alone && (
        <div class={fault ? 'field field-fault' : 'field'}>
          <p class="note">{say(words.breakGlass)}</p>
          <label for="break-glass">{say(words.breakGlassWhy)}</label>
          <p class="fault" id="break-glass-fault" role="alert">
            {fault && say(words.breakGlassShort)}
          </p>
          <textarea
            id="break-glass"
            rows={3}
            maxLength={500}
            value={why}
            aria-describedby="break-glass-fault"
            aria-invalid={fault ? true : undefined}
            onInput={(event) => setWhy(event.currentTarget.value)}
          />
        </div>
      )}
      {mustType && (
        <div class={countFault ? 'field field-fault' : 'field'}>
          <label for="new-count">{say(recount === undefined ? words.typeCount : words.newCount)}</label>
          <p class="fault" id="new-count-fault" role="alert">
            {countFault && say(words.newCountDiffers, { phones })}
          </p>
          <input
            id="new-count"
            type="text"
            inputMode="numeric"
            autocomplete="off"
            value={typed}
            aria-describedby="new-count-fault"
            aria-invalid={countFault ? true : undefined}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
      )}
      <FailureNote failure={post.failure} retry={approve} />
      <div class="buttons">
        <button type="button" class="button button-quiet" onClick={onClose}>
          {say(words.notNow)}
        </button>
        <BusyButton busy={post.busy} onClick={approve}>
          {say(exercise ? words.approveExercise : webOnly ? words.publish : words.approve)}
        </BusyButton>
      </div>
    </Dialog>
  );
}

/** Whether the API requires the count. This happens when the settings could not be loaded. */
const isCountRequired = ({ failure }: PostOnce): boolean =>
  failure?.kind === 'refused' && failure.problem.code === 'broadcast.count-required';

/** The new number of phones, when the approval was refused because the number had changed. */
function recountOf({ failure }: PostOnce): number | undefined {
  if (failure?.kind !== 'refused' || failure.problem.code !== 'broadcast.count-changed') return undefined;
  return Number(failure.problem['now']);
}
