import type { SavedArea } from '../api/answers.js';
import { useSpeech } from '../language/language.js';
import { BusyButton } from '../shell/busy-button.js';
import { Dialog } from '../shell/dialog.js';
import { FailureNote } from '../shell/failure-note.js';
import { words } from './areas.words.js';
import { useAreaChange } from './use-area-change.js';

interface RemoveDialogProps {
  area: SavedArea;
  onClose: () => void;
  onDone: () => void;
}

/** The confirmation before an area is removed: the consequences, and what stays. */
export function RemoveDialog({ area, onClose, onDone }: RemoveDialogProps) {
  const { say } = useSpeech();
  const { busy, failure, remove } = useAreaChange(area.id);
  async function go(): Promise<void> {
    if (await remove()) onDone();
  }
  return (
    <Dialog title={say(words.removeSure, { name: area.name })} onClose={onClose}>
      <p>{say(words.removeWhat)}</p>
      <FailureNote failure={failure} retry={() => void go()} />
      <div class="buttons">
        <button type="button" class="button button-quiet" onClick={onClose}>
          {say(words.notNow)}
        </button>
        <BusyButton busy={busy} look="danger" onClick={() => void go()}>
          {say(words.remove)}
        </BusyButton>
      </div>
    </Dialog>
  );
}
