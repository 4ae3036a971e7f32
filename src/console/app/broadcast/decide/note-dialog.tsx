import { useState } from 'preact/hooks';
import type { PostOnce } from '../../api/use-post-once.js';
import { useSpeech } from '../../language/language.js';
import { BusyButton } from '../../shell/busy-button.js';
import { Dialog } from '../../shell/dialog.js';
import { FailureNote } from '../../shell/failure-note.js';
import { words } from '../broadcast-page.words.js';

interface NoteDialogProps {
  kind: 'return' | 'rejection';
  exercise: boolean;
  post: PostOnce;
  onClose: () => void;
  onNote: (note: string) => void;
  onRetry: () => void;
}

/** Asks for the reason of a return or a rejection. */
export function NoteDialog({ kind, exercise, post, onClose, onNote, onRetry }: NoteDialogProps) {
  const { say } = useSpeech();
  const [note, setNote] = useState('');
  const [fault, setFault] = useState(false);
  const back = kind === 'return';
  return (
    <Dialog title={say(back ? words.returnSure : words.rejectSure)} exercise={exercise} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setFault(note.trim() === '');
          if (note.trim() !== '') onNote(note.trim());
          else document.getElementById('decision-note')?.focus();
        }}
      >
        {!back && <p>{say(words.rejectHow)}</p>}
        <div class={fault ? 'field field-fault' : 'field'}>
          <label for="decision-note">{say(back ? words.returnWhy : words.rejectWhy)}</label>
          <p class="fault" id="decision-fault" role="alert">
            {fault && say(words.noteMissing)}
          </p>
          <textarea
            id="decision-note"
            rows={4}
            maxLength={1000}
            value={note}
            aria-describedby="decision-fault"
            aria-invalid={fault ? true : undefined}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        </div>
        <FailureNote failure={post.failure} retry={onRetry} />
        <div class="buttons">
          <button type="button" class="button button-quiet" onClick={onClose}>
            {say(words.notNow)}
          </button>
          <BusyButton busy={post.busy} type="submit" look={back ? 'main' : 'danger'}>
            {say(back ? words.giveBack : words.reject)}
          </BusyButton>
        </div>
      </form>
    </Dialog>
  );
}
