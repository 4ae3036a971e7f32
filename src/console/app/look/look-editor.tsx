import { useState } from 'preact/hooks';
import type { CheckedColours, Look, LookField } from '../api/answers.js';
import { call } from '../api/call.js';
import { useMutation } from '../api/use-mutation.js';
import { useQuery } from '../api/use-query.js';
import { useSpeech } from '../language/language.js';
import { BusyButton } from '../shell/busy-button.js';
import { FailureNote } from '../shell/failure-note.js';
import { Field } from '../shell/field.js';
import { useSettled } from '../shell/use-settled.js';
import { ColourFields } from './colour-fields.js';
import { FooterFields } from './footer-fields.js';
import { bodyOf, coloursOf, formOf, isLink, type LookForm } from './look-form.js';
import { LookPreview } from './look-preview.js';
import { LogoFields } from './logo-fields.js';
import { words } from './look.words.js';

/** Milliseconds after the last key. */
const pause = 400;

/** The form: what the folder sets is not in it. */
export function LookEditor({ look, onSaved }: { look: Look; onSaved: () => void }) {
  const { say } = useSpeech();
  const [form, setForm] = useState<LookForm>(() => formOf(look.kept));
  const [tried, setTried] = useState(false);
  const change = (patch: Partial<LookForm>) => setForm((now) => ({ ...now, ...patch }));
  const isOpen = (field: LookField): boolean => !look.fixed.includes(field);
  const { busy, failure, run } = useMutation((body: object) => call<Look>('PUT', '/look', { body }), '/look');

  const colours = isOpen('colours') ? coloursOf(form.colours) : undefined;
  const whole = typeof colours === 'object' ? JSON.stringify(colours) : undefined;
  const settled = useSettled(whole, pause);
  const { data: checked } = useQuery<CheckedColours>(settled && '/look/checks', {
    ...(settled ? { body: { colours: JSON.parse(settled) as object } } : {}),
    keepsBefore: true,
  });
  const current = whole === undefined ? undefined : checked;
  const hasFaults =
    typeof colours === 'string' ||
    (current?.faults.length ?? 0) > 0 ||
    (isOpen('footer') && !form.footer.every(isLink));

  async function save(): Promise<void> {
    setTried(true);
    if (!busy && !hasFaults && (await run(bodyOf(form, look)))) onSaved();
  }
  const isNeutral = colours === undefined;
  // What can't be read is not shown, not even here.
  const readable = current?.faults.length === 0 ? current.tokens : undefined;
  const tokens = isNeutral ? look.base.tokens : readable;
  const shownLogos = isOpen('logo') && form.logos.light !== undefined ? form.logos : look.base.logo;
  return (
    <form
      class="look"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {isOpen('name') && (
        <Field
          label={say(words.name)}
          hint={say(words.nameHint, { name: look.base.name })}
          value={form.name}
          maxLength={60}
          onInput={(name) => change({ name })}
        />
      )}
      {isOpen('logo') && <LogoFields form={form} change={change} />}
      {isOpen('colours') && (
        <ColourFields
          typed={form.colours}
          fault={typeof colours === 'string' ? colours : undefined}
          checked={current}
          change={(typed) => change({ colours: typed })}
        />
      )}
      <p class="hint">{say(words.typefaces)}</p>
      {isOpen('footer') && (
        <FooterFields links={form.footer} tried={tried} change={(footer) => change({ footer })} />
      )}
      <h2>{say(words.preview)}</h2>
      {tokens ? (
        <LookPreview
          tokens={tokens}
          name={isOpen('name') && form.name.trim() !== '' ? form.name : look.base.name}
          logos={shownLogos}
          logoHasName={form.logoHasName}
        />
      ) : (
        <p class="hint">{say(words.noPreview)}</p>
      )}
      <FailureNote failure={failure} retry={() => void save()} />
      <div class="buttons">
        <BusyButton type="submit" busy={busy}>
          {say(words.save)}
        </BusyButton>
      </div>
    </form>
  );
}
