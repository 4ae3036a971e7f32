import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Action, Broadcast } from '../../api/answers.js';
import { usePostOnce } from '../../api/use-post-once.js';
import { useSpeech } from '../../language/language.js';
import { BusyButton } from '../../shell/busy-button.js';
import { Dialog } from '../../shell/dialog.js';
import { FailureNote } from '../../shell/failure-note.js';
import { words } from '../broadcast-page.words.js';
import { numberOf } from '../report/report.js';

interface ControlsProps {
  broadcast: Broadcast;
  onChanged: (broadcast: Broadcast) => void;
  /** Other actions, shown before these. */
  children?: ComponentChildren;
}

type Control = Extract<Action, 'pause' | 'resumption' | 'cancellation'>;

/**
 * Pause, resume and cancel, for users with the right. Pausing is for emergencies, so it asks no question. Cancelling
 * can't be undone, so it does.
 */
export function Controls({ broadcast, onChanged, children }: ControlsProps) {
  const { say, format } = useSpeech();
  const { id, state, allowed, exercise, report, planned } = broadcast;
  const left = numberOf(report, 'pending');
  const [asking, setAsking] = useState(false);
  const post = usePostOnce(`control-${id}`, '/hold');
  const [last, setLast] = useState<Control>('pause');

  async function run(control: Control): Promise<void> {
    setLast(control);
    const changed = await post.run<Broadcast>(`/broadcasts/${id}/${control}`);
    setAsking(false);
    if (changed) onChanged(changed);
  }
  const has = (control: Control) => allowed.includes(control);
  if (!children && !has('pause') && !has('resumption') && !has('cancellation')) return null;
  return (
    <>
      <FailureNote failure={post.failure} retry={() => void run(last)} />
      <div class="buttons">
        {children}
        {has('resumption') && (
          <BusyButton busy={post.busy} onClick={() => void run('resumption')}>
            {say(words.resume)}
          </BusyButton>
        )}
        {has('pause') && (
          <BusyButton busy={post.busy} look="quiet" onClick={() => void run('pause')}>
            {say(words.pause)}
          </BusyButton>
        )}
        {has('cancellation') && (
          <BusyButton busy={post.busy} look="danger" onClick={() => setAsking(true)}>
            {say(words.cancel)}
          </BusyButton>
        )}
      </div>
      {/* The broadcast may be completed before the user has decided. */}
      {asking && has('cancellation') && (
        <Dialog
          title={say(exercise ? words.cancelSureExercise : words.cancelSure)}
          exercise={exercise}
          onClose={() => setAsking(false)}
        >
          {/* A broadcast without approval, or that waits for its time, has sent nothing. */}
          {planned === undefined || state === 'scheduled' ? (
            <p>{say(words.cancelDraftHow)}</p>
          ) : (
            <p>
              <strong>
                {say(words.cancelCounts, {
                  sent: format.number(numberOf(report, 'planned') - left),
                  left: format.number(left),
                })}
              </strong>{' '}
              {say(words.cancelHow)}
            </p>
          )}
          <div class="buttons">
            <button type="button" class="button button-quiet" onClick={() => setAsking(false)}>
              {say(words.notNow)}
            </button>
            <BusyButton busy={post.busy} look="danger" onClick={() => void run('cancellation')}>
              {say(exercise ? words.cancelExercise : words.cancel)}
            </BusyButton>
          </div>
        </Dialog>
      )}
    </>
  );
}
