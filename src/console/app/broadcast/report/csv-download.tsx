import { useState } from 'preact/hooks';
import type { Wording } from '../../../../kernel/refusal.js';
import { failureOf, type Failure } from '../../api/failure.js';
import { useSpeech } from '../../language/language.js';
import { BusyButton } from '../../shell/busy-button.js';
import { FailureNote } from '../../shell/failure-note.js';
import { saveFile } from '../../shell/save-file.js';

/**
 * Downloads a table from the API as a file. A link can't be used: the API chooses the format by the `Accept` header.
 */
export function CsvDownload({ path, name, label }: { path: string; name: string; label: Wording }) {
  const { say, language } = useSpeech();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();

  async function download(): Promise<void> {
    setBusy(true);
    setFailure(undefined);
    try {
      const response = await fetch(`/api/v1${path}?separator=${language === 'sv' ? 'semicolon' : 'comma'}`, {
        headers: { accept: 'text/csv', 'accept-language': language },
      });
      if (response.ok) saveFile(await response.blob(), name);
      else setFailure(failureOf(response.status, await response.json().catch(() => null)));
    } catch {
      setFailure({ kind: 'unreached', why: 'offline' });
    }
    setBusy(false);
  }

  return (
    <div>
      <FailureNote failure={failure} />
      <BusyButton busy={busy} look="quiet" onClick={() => void download()}>
        {say(label)}
      </BusyButton>
    </div>
  );
}
