import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Action, Broadcast } from '../api/contract.js';
import { useIntent } from '../api/use-intent.js';
import { useSpeech } from '../language/language.js';
import { BusyButton } from '../shell/busy-button.js';
import { Dialog } from '../shell/dialog.js';
import { FailureNote } from '../shell/failure-note.js';
import { words } from './broadcast-page.words.js';

interface ControlsProps {
  broadcast: Broadcast;
  onChanged: (broadcast: Broadcast) => void;
  /** Other ways to go on, before these. */
  children?: ComponentChildren;
}

type Control = Extract<Action, 'pause' | 'resumption' | 'cancellation'>;

const questions = {
  cancellation: { title: words.cancelSure, how: words.cancelHow, yes: words.cancel, look: 'danger' },
} as const;

/** What was never approved has sent nothing. */
const letGo = {
  title: words.cancelSure,
  how: words.cancelDraftHow,
  yes: words.cancel,
  look: 'danger',
} as const;

/** Pause, resume and cancel, for whoever may. Pausing is for when it burns, so it asks nothing; cancelling can't be undone. */
export function Controls({ broadcast, onChanged, children }: ControlsProps) {
  const { say } = useSpeech();
  const { id, allowed } = broadcast;
  const [asking, setAsking] = useState<keyof typeof questions>();
  const intent = useIntent(`control-${id}`);
  const [last, setLast] = useState<Control>('pause');

  async function run(control: Control): Promise<void> {
    setLast(control);
    const changed = await intent.run<Broadcast>(`/broadcasts/${id}/${control}`);
    setAsking(undefined);
    if (changed) onChanged(changed);
  }
  const has = (control: Control) => allowed.includes(control);
  if (!children && !has('pause') && !has('resumption') && !has('cancellation')) return null;
  const draft = broadcast.planned === undefined;
  // What the question is about may have happened meanwhile, or be too late.
  const question = asking && has(asking) ? (draft ? letGo : questions[asking]) : undefined;
  return (
    <>
      <FailureNote failure={intent.failure} retry={() => void run(last)} />
      <div class="buttons">
        {children}
        {has('resumption') && (
          <BusyButton busy={intent.busy} onClick={() => void run('resumption')}>
            {say(words.resume)}
          </BusyButton>
        )}
        {has('pause') && (
          <BusyButton busy={intent.busy} look="quiet" onClick={() => void run('pause')}>
            {say(words.pause)}
          </BusyButton>
        )}
        {has('cancellation') && (
          <BusyButton busy={intent.busy} look="danger" onClick={() => setAsking('cancellation')}>
            {say(words.cancel)}
          </BusyButton>
        )}
      </div>
      {asking && question && (
        <Dialog title={say(question.title)} onClose={() => setAsking(undefined)}>
          <p>{say(question.how)}</p>
          <div class="buttons">
            <button type="button" class="button button-quiet" onClick={() => setAsking(undefined)}>
              {say(words.notNow)}
            </button>
            <BusyButton busy={intent.busy} look={question.look} onClick={() => void run(asking)}>
              {say(question.yes)}
            </BusyButton>
          </div>
        </Dialog>
      )}
    </>
  );
}
