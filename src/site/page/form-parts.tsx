import type { ComponentChildren } from 'preact';
import type { InterfaceLanguage } from '../../kernel/language.js';
import type { DomainError } from '../../kernel/refusal.js';
import { formWords } from './forms.words.js';

/** Keeps a phone number in running text on one line. */
export const unbroken = (text: string): string =>
  text.replace(/(\d)-(?=\d)/g, '$1\u2011').replace(/(\d) (?=\d)/g, '$1\u00a0');

/** A refusal shown on a form: as text beside its field, and in the summary at the top. */
export interface FormFault {
  /** The field's name and id; undefined when it concerns no field. */
  readonly field?: string;
  readonly error: DomainError;
}

export const faultOf = (faults: readonly FormFault[], field: string): DomainError | undefined =>
  faults.find((fault) => fault.field === field)?.error;

const explain = (error: DomainError, language: InterfaceLanguage): string =>
  unbroken(error.explain(language));

const messageId = (field: string): string => `${field}-error`;
const hintId = (field: string): string => `${field}-hint`;

/** All faults, with links to their fields. Gets the focus when the page is shown. */
export function FaultSummary({
  faults,
  language,
}: {
  faults: readonly FormFault[];
  language: InterfaceLanguage;
}) {
  if (faults.length === 0) return null;
  return (
    <div class="summary" role="alert" tabIndex={-1} autofocus aria-labelledby="summary-title">
      <h2 id="summary-title">{formWords[language].summary}</h2>
      <ul>
        {faults.map(({ field, error }) => (
          <li key={error.code}>
            {field ? <a href={`#${field}`}>{explain(error, language)}</a> : explain(error, language)}
          </li>
        ))}
      </ul>
    </div>
  );
}

export function FaultMessage({
  field,
  faults,
  language,
}: {
  field: string;
  faults: readonly FormFault[];
  language: InterfaceLanguage;
}) {
  const error = faultOf(faults, field);
  if (!error) return null;
  return (
    <p class="fault" id={messageId(field)}>
      {explain(error, language)}
    </p>
  );
}

/** The ids that describe a field to a screen reader: its hint and its fault. */
const describedBy = (field: string, faults: readonly FormFault[]): string =>
  [hintId(field), faultOf(faults, field) && messageId(field)].filter(Boolean).join(' ');

interface TextFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly kind: 'tel' | 'code' | 'address';
  readonly faults: readonly FormFault[];
  readonly language: InterfaceLanguage;
}

const kinds = {
  tel: { type: 'tel', autocomplete: 'tel', inputmode: 'tel' },
  // No length limit: a code may be pasted with spaces.
  code: { type: 'text', autocomplete: 'one-time-code', inputmode: 'numeric' },
  // Often not the visitor's own address.
  address: { type: 'text', autocomplete: 'off', inputmode: 'text' },
} as const;

export function TextField({ name, label, hint, value, kind, faults, language }: TextFieldProps) {
  const wrong = faultOf(faults, name) !== undefined;
  return (
    <div class={wrong ? 'field field-wrong' : 'field'}>
      <label for={name}>{label}</label>
      <p class="hint" id={hintId(name)}>
        {unbroken(hint)}
      </p>
      <FaultMessage field={name} faults={faults} language={language} />
      <input
        id={name}
        name={name}
        class={`input-${kind}`}
        {...kinds[kind]}
        value={value}
        spellcheck={false}
        aria-describedby={describedBy(name, faults)}
        aria-invalid={wrong ? 'true' : undefined}
        required
      />
    </div>
  );
}

/** A form without the browser's own validation: our pages explain wrong input, in the page's language. */
export function PostForm({ action, children }: { action: string; children: ComponentChildren }) {
  return (
    <form method="post" action={action} novalidate>
      {children}
    </form>
  );
}
