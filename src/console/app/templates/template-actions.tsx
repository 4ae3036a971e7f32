import { useState } from 'preact/hooks';
import type { TemplateInFull } from '../api/answers.js';
import { call } from '../api/call.js';
import { useMutation } from '../api/use-mutation.js';
import { useSpeech } from '../language/language.js';
import { BusyButton } from '../shell/busy-button.js';
import { Dialog } from '../shell/dialog.js';
import { FailureNote } from '../shell/failure-note.js';
import { words } from './templates.words.js';

interface TemplateActionsProps {
  template: TemplateInFull;
  /** Called with the message to show. */
  onDone: (message: string) => void;
}

/** To archive, restore and reset a template. */
export function TemplateActions({ template, onDone }: TemplateActionsProps) {
  const { say } = useSpeech();
  const [asking, setAsking] = useState(false);
  const { id, name, state, version, changed } = template;
  const { busy, failure, run } = useMutation(
    ({ act, body }: { readonly act: string; readonly body?: object }) =>
      call('POST', `/templates/${id}/${act}`, { body }),
    `/templates/${id}`,
  );
  const shelve = async (): Promise<void> => {
    const archives = state === 'active';
    if (await run({ act: archives ? 'archive' : 'restoration' }))
      onDone(say(archives ? words.nowArchived : words.nowRestored));
  };
  const reset = async (): Promise<void> => {
    const done = await run({ act: 'reset', body: { version } });
    if (!done) return;
    setAsking(false);
    onDone(say(words.isReset));
  };
  return (
    <>
      {!asking && <FailureNote failure={failure} />}
      <div class="buttons template-actions">
        <BusyButton busy={busy} look="quiet" onClick={() => void shelve()}>
          {say(state === 'active' ? words.archive : words.restore)}
        </BusyButton>
        {changed && state === 'active' && (
          <button type="button" class="button button-danger" onClick={() => setAsking(true)}>
            {say(words.reset)}
          </button>
        )}
      </div>
      {asking && (
        <Dialog title={say(words.resetSure, { name: say(name) })} onClose={() => setAsking(false)}>
          <p>{say(words.resetWhat)}</p>
          <FailureNote failure={failure} retry={() => void reset()} />
          <div class="buttons">
            <button type="button" class="button button-quiet" onClick={() => setAsking(false)}>
              {say(words.notNow)}
            </button>
            <BusyButton busy={busy} look="danger" onClick={() => void reset()}>
              {say(words.reset)}
            </BusyButton>
          </div>
        </Dialog>
      )}
    </>
  );
}
