import { useState } from 'preact/hooks';
import type { SavedArea } from '../api/answers.js';
import { useSpeech } from '../language/language.js';
import { BusyButton } from '../shell/busy-button.js';
import { Dialog } from '../shell/dialog.js';
import { FailureNote } from '../shell/failure-note.js';
import { Field } from '../shell/field.js';
import { words } from './areas.words.js';
import { useAreaChange } from './use-area-change.js';

interface RenameDialogProps {
  area: SavedArea;
  onClose: () => void;
  onDone: (name: string) => void;
}

export function RenameDialog({ area, onClose, onDone }: RenameDialogProps) {
  const { say } = useSpeech();
  const [name, setName] = useState(area.name);
  const [missing, setMissing] = useState(false);
  const { busy, failure, change } = useAreaChange(area.id);

  async function rename(): Promise<void> {
    const to = name.trim();
    setMissing(to === '');
    if (!busy && to !== '' && (await change({ name: to }))) onDone(to);
  }
  return (
    <Dialog title={say(words.renameSure, { name: area.name })} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void rename();
        }}
      >
        <p>{say(words.renameWhat)}</p>
        <Field
          label={say(words.newName)}
          fault={missing ? say(words.nameMissing) : undefined}
          value={name}
          maxLength={80}
          onInput={setName}
        />
        <FailureNote failure={failure} retry={() => void rename()} />
        <div class="buttons">
          <button type="button" class="button button-quiet" onClick={onClose}>
            {say(words.notNow)}
          </button>
          <BusyButton type="submit" busy={busy}>
            {say(words.rename)}
          </BusyButton>
        </div>
      </form>
    </Dialog>
  );
}
