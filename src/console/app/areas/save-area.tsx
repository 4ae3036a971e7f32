import { useState } from 'preact/hooks';
import type { Place, Shape } from '../api/answers.js';
import { usePostOnce } from '../api/use-post-once.js';
import { useSpeech } from '../language/language.js';
import { mayI } from '../session/may-i.js';
import { useSession } from '../session/session.js';
import { BusyButton } from '../shell/busy-button.js';
import { FailureNote } from '../shell/failure-note.js';
import { Field } from '../shell/field.js';
import { words } from './areas.words.js';

type SaveAreaProps = (
  | { /** A drawn shape. */ shape: Shape; places?: never }
  | { /** The union of these places. */ places: readonly Place[]; shape?: never }
) & {
  onSaved?: (name: string) => void;
  /** Collapsed behind its title, where saving is not the user's main task. */
  aside?: boolean;
};

/** Saves what was drawn or chosen for later use. Shown to users with the right. */
export function SaveArea({ shape, places, onSaved, aside = false }: SaveAreaProps) {
  const { say } = useSpeech();
  const { member } = useSession();
  const { busy, failure, run } = usePostOnce('save-area', '/areas');
  const [name, setName] = useState('');
  const [missing, setMissing] = useState(false);
  const [saved, setSaved] = useState('');
  if (!mayI(member, 'area.save')) return null;

  async function save(): Promise<void> {
    const called = name.trim();
    setMissing(called === '');
    setSaved('');
    if (busy || called === '') return;
    const what = shape ? { polygon: shape } : { places: places.map(({ id }) => id) };
    if ((await run('/areas', { name: called, ...what })) === undefined) return;
    setSaved(called);
    setName('');
    onSaved?.(called);
  }
  const form = (
    <form
      class="save-area"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field
        label={say(aside ? words.nameOfIt : shape ? words.saveDrawn : words.saveChosen)}
        hint={say(words.saveHint)}
        fault={missing ? say(words.nameMissing) : undefined}
        value={name}
        maxLength={80}
        onInput={(value) => {
          setName(value);
          setMissing(false);
        }}
      />
      <FailureNote failure={failure} />
      <BusyButton type="submit" look="quiet" busy={busy}>
        {say(shape ? words.save : words.savePlaces)}
      </BusyButton>
      <p role="status">{saved !== '' && say(words.saved, { name: saved })}</p>
    </form>
  );
  if (!aside) return form;
  return (
    <details class="fine">
      <summary>{say(shape ? words.saveDrawn : words.saveChosen)}</summary>
      {form}
    </details>
  );
}
