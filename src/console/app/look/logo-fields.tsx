import { useRef, useState } from 'preact/hooks';
import { useSpeech } from '../language/language.js';
import { FieldFrame } from '../shell/field-frame.js';
import type { ImageName, LookForm } from './look-form.js';
import { words } from './look.words.js';

/** Bytes, as the API has it. */
const mostBytes = 200_000;

const rows = [
  { name: 'light', label: words.logo, hint: words.logoHint, accept: '.svg,.png' },
  { name: 'dark', label: words.darkLogo, hint: words.darkLogoHint, accept: '.svg,.png' },
  { name: 'print', label: words.printLogo, hint: words.printLogoHint, accept: '.png' },
] as const;

interface LogoFieldsProps {
  form: LookForm;
  change: (patch: Partial<LookForm>) => void;
}

/** The logo on pages, in dark mode and on prints. */
export function LogoFields({ form, change }: LogoFieldsProps) {
  const { say } = useSpeech();
  const set = (name: ImageName, image: string | undefined) =>
    change({ logos: { ...form.logos, [name]: image } });
  return (
    <fieldset>
      <legend>{say(words.logo)}</legend>
      {rows.map((row) => (
        <LogoField
          key={row.name}
          {...row}
          image={form.logos[row.name]}
          onChange={(image) => set(row.name, image)}
        />
      ))}
      <label class="tick">
        <input
          type="checkbox"
          checked={form.logoHasName}
          onChange={() => change({ logoHasName: !form.logoHasName })}
        />
        <span>{say(words.hasName)}</span>
      </label>
    </fieldset>
  );
}

type LogoFieldProps = (typeof rows)[number] & {
  image: string | undefined;
  onChange: (image: string | undefined) => void;
};

function LogoField({ label, hint, accept, image, onChange }: LogoFieldProps) {
  const { say } = useSpeech();
  const [fault, setFault] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  async function take(file: File | undefined): Promise<void> {
    if (!file) return;
    const isSmall = file.size <= mostBytes;
    setFault(isSmall ? undefined : say(words.tooLarge));
    if (isSmall) onChange(await addressOf(file));
  }
  return (
    <>
      <FieldFrame label={say(label)} hint={say(hint)} fault={fault}>
        {(ties) => (
          <input
            {...ties}
            ref={input}
            type="file"
            accept={accept}
            onChange={(event) => void take(event.currentTarget.files?.[0])}
          />
        )}
      </FieldFrame>
      {image !== undefined && (
        <p>
          {say(words.hasImage)}{' '}
          <button
            type="button"
            class="button button-plain"
            onClick={() => {
              if (input.current) input.current.value = '';
              onChange(undefined);
            }}
          >
            {say(words.removeImage)}
            <span class="unseen">: {say(label)}</span>
          </button>
        </p>
      )}
    </>
  );
}

const addressOf = (file: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error ?? new Error('unreadable file'));
    reader.readAsDataURL(file);
  });
