import { useState } from 'preact/hooks';
import type { Wording } from '../../../kernel/refusal.js';
import { failureOf, type Failure } from '../api/failure.js';
import { useSpeech } from '../language/language.js';
import { BusyButton } from '../shell/busy-button.js';
import { FailureNote } from '../shell/failure-note.js';

/** A table of the API as a file. The API chooses the format by `Accept`, which a link can't say. */
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
      if (response.ok) save(await response.blob(), name);
      else setFailure(failureOf(response.status, await response.json().catch(() => null)));
    } catch {
      setFailure({ kind: 'unreached', why: 'offline' });
    }
    setBusy(false);
  }

  return (
    <>
      <FailureNote failure={failure} />
      <BusyButton busy={busy} look="quiet" onClick={() => void download()}>
        {say(label)}
      </BusyButton>
    </>
  );
}

function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
