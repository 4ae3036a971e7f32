import { useState } from 'preact/hooks';
import type { Erasure } from '../api/answers.js';
import { useSpeech } from '../language/language.js';
import { BusyButton } from '../shell/busy-button.js';
import { Dialog } from '../shell/dialog.js';
import { FailureNote } from '../shell/failure-note.js';
import { saveFile } from '../shell/save-file.js';
import { heldWords, words } from './directory.words.js';
import { Field } from '../shell/field.js';
import { usePost } from './use-post.js';

interface PersonsRightsProps {
  asked: { readonly phone: string; readonly reason: string };
  /** Whether both the number and the reason are filled in. */
  complete: boolean;
  mayExport: boolean;
  mayErase: boolean;
  onErased: () => void;
}

/** Exports everything about a person as a file, or erases it. */
export function PersonsRights({ asked, complete, mayExport, mayErase, onErased }: PersonsRightsProps) {
  const { say } = useSpeech();
  const [asking, setAsking] = useState(false);
  const [erasure, setErasure] = useState<Erasure>();
  const taking = usePost();

  async function take(): Promise<void> {
    const done = await taking.run<object>('/personal-data/exports', asked);
    if (!done) return;
    const text = JSON.stringify(done.answer, null, 2);
    // The file name has no number: other people may see lists of files.
    saveFile(new Blob([text], { type: 'application/json' }), 'personal-data.json');
  }

  const what = erasure?.erased
    .filter(({ erased, anonymised }) => erased + anonymised > 0)
    .map(
      ({ kind, erased, anonymised }) =>
        `${heldWords[kind] ? say(heldWords[kind]) : kind} ${erased + anonymised}`,
    )
    .join(', ');
  return (
    <div class="persons-rights">
      <h3>{say(words.rights)}</h3>
      <p class="hint">{say(words.rightsHint)}</p>
      <p role="status">{erasure && (what ? say(words.erased, { what }) : say(words.done))}</p>
      <FailureNote failure={taking.failure} retry={() => void take()} />
      <div class="buttons">
        {mayExport && (
          <BusyButton busy={taking.busy || !complete} look="quiet" onClick={() => void take()}>
            {say(words.export)}
          </BusyButton>
        )}
        {mayErase && (
          <button
            type="button"
            class="button button-danger"
            aria-disabled={complete ? undefined : true}
            onClick={() => {
              if (complete) setAsking(true);
            }}
          >
            {say(words.erase)}
          </button>
        )}
      </div>
      {asking && (
        <EraseDialog
          asked={asked}
          onClose={() => setAsking(false)}
          onErased={(answer) => {
            setAsking(false);
            setErasure(answer);
            onErased();
          }}
        />
      )}
    </div>
  );
}

interface EraseDialogProps {
  asked: PersonsRightsProps['asked'];
  onClose: () => void;
  onErased: (erasure: Erasure) => void;
}

/**
 * The confirmation before an erasure: what is erased, what stays, what may come back. The user must type a word, since
 * an erasure can't be undone.
 */
function EraseDialog({ asked, onClose, onErased }: EraseDialogProps) {
  const { say } = useSpeech();
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState(false);
  const post = usePost('/directory/sources');
  const word = say(words.eraseWord);

  async function erase(): Promise<void> {
    const differs = typed.trim().toUpperCase() !== word;
    setFault(differs);
    if (differs) return;
    const done = await post.run<Erasure>('/personal-data/erasures', asked);
    if (done) onErased(done.answer);
  }
  return (
    <Dialog title={say(words.eraseSure, { phone: asked.phone })} onClose={onClose}>
      <p>{say(words.eraseWhat)}</p>
      <p class="note">{say(words.eraseReturns)}</p>
      <Field
        label={say(words.eraseTyped)}
        fault={fault ? say(words.eraseDiffers, { word }) : undefined}
        value={typed}
        onInput={setTyped}
      />
      <FailureNote failure={post.failure} retry={() => void erase()} />
      <div class="buttons">
        <button type="button" class="button button-quiet" onClick={onClose}>
          {say(words.notNow)}
        </button>
        <BusyButton busy={post.busy} look="danger" onClick={() => void erase()}>
          {say(words.erase)}
        </BusyButton>
      </div>
    </Dialog>
  );
}
