import { useState } from 'preact/hooks';
import { useIntent } from '../api/use-intent.js';
import type { Shape } from '../api/contract.js';
import { useSpeech } from '../language/language.js';
import { useSession } from '../session/session.js';
import { BusyButton } from '../shell/busy-button.js';
import { FailureNote } from '../shell/failure-note.js';
import type { Wording } from '../../../kernel/refusal.js';

const words = {
  name: { sv: 'Spara ytan under ett namn', en: 'Save the area under a name' },
  hint: {
    sv: 'Då hittar alla kollegor den i sökningen nästa gång.',
    en: 'Then all colleagues find it in the search the next time.',
  },
  save: { sv: 'Spara ytan', en: 'Save the area' },
  saved: { sv: 'Ytan är sparad som ”{name}”.', en: 'The area is saved as “{name}”.' },
} satisfies Record<string, Wording>;

/** What was drawn, kept for the next time; for those who may. */
export function SaveArea({ shape }: { shape: Shape }) {
  const { say } = useSpeech();
  const { member } = useSession();
  const { busy, failure, run } = useIntent('save-area');
  const [name, setName] = useState('');
  const [saved, setSaved] = useState('');
  const may = member?.roles.some((role) => role === 'service-owner' || role === 'duty-officer');
  if (!may) return null;

  async function save(): Promise<void> {
    setSaved('');
    const answer = await run('/areas', { name: name.trim(), polygon: shape });
    if (answer === undefined) return;
    setSaved(name.trim());
    setName('');
  }
  return (
    <form
      class="field"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && name.trim() !== '') void save();
      }}
    >
      <label for="area-name">{say(words.name)}</label>
      <p class="hint" id="area-name-hint">
        {say(words.hint)}
      </p>
      <input
        id="area-name"
        type="text"
        maxLength={80}
        autocomplete="off"
        aria-describedby="area-name-hint"
        value={name}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <BusyButton type="submit" look="quiet" busy={busy}>
        {say(words.save)}
      </BusyButton>
      <p role="status">{saved !== '' && say(words.saved, { name: saved })}</p>
      <FailureNote failure={failure} />
    </form>
  );
}
