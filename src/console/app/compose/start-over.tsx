import { useState } from 'preact/hooks';
import { useSpeech } from '../language/language.js';
import { Dialog } from '../shell/dialog.js';
import { words } from './compose.words.js';

interface StartOverProps {
  /** Whether the form has a draft in the API, which is then cancelled too. */
  hasDraft?: boolean;
  onSure: () => void;
}

/** A button that discards the form after a confirmation. */
export function StartOver({ hasDraft = false, onSure }: StartOverProps) {
  const { say } = useSpeech();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <button type="button" class="button button-plain" onClick={() => setAsking(true)}>
        {say(words.startOver)}
      </button>
      {asking && (
        <Dialog title={say(words.startOver)} onClose={() => setAsking(false)}>
          <p>
            {say(words.startOverSure)} {hasDraft && say(words.startOverDraft)}
          </p>
          <div class="buttons">
            <button type="button" class="button button-quiet" onClick={() => setAsking(false)}>
              {say(words.keep)}
            </button>
            <button
              type="button"
              class="button button-danger"
              onClick={() => {
                setAsking(false);
                onSure();
              }}
            >
              {say(words.startOver)}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}
