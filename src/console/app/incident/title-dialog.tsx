import { useState } from 'preact/hooks';
import { call } from '../api/call.js';
import type { IncidentInFull } from '../api/answers.js';
import { useMutation } from '../api/use-mutation.js';
import { useSpeech } from '../language/language.js';
import { BusyButton } from '../shell/busy-button.js';
import { Dialog } from '../shell/dialog.js';
import { FailureNote } from '../shell/failure-note.js';
import { Field } from '../shell/field.js';
import { words } from './incident.words.js';

interface TitleDialogProps {
  incident: IncidentInFull;
  onClose: () => void;
  onDone: (named: IncidentInFull) => void;
}

/** Gives an incident a title, or takes it away. */
export function TitleDialog({ incident: { root, title: before, named }, onClose, onDone }: TitleDialogProps) {
  const { say } = useSpeech();
  const [title, setTitle] = useState(named ? before : '');
  const { busy, failure, run } = useMutation(
    (to: string | null) => call<IncidentInFull>('PUT', `/incidents/${root}/title`, { body: { title: to } }),
    '/incidents?',
  );
  async function save(): Promise<void> {
    if (busy) return;
    const done = await run(title.trim() || null);
    if (done) onDone(done.answer);
  }
  return (
    <Dialog title={say(words.name)} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p>{say(words.nameWhat)}</p>
        <Field
          label={say(words.newTitle)}
          hint={say(words.noTitle)}
          value={title}
          maxLength={120}
          onInput={setTitle}
        />
        <FailureNote failure={failure} retry={() => void save()} />
        <div class="buttons">
          <button type="button" class="button button-quiet" onClick={onClose}>
            {say(words.notNow)}
          </button>
          <BusyButton type="submit" busy={busy}>
            {say(words.save)}
          </BusyButton>
        </div>
      </form>
    </Dialog>
  );
}
