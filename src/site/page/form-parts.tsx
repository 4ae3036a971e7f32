import type { ComponentChildren } from 'preact';
import type { InterfaceLanguage } from '../../kernel/language.js';
import type { DomainError } from '../../kernel/refusal.js';
import { formWords } from './forms.words.js';

/** A number in running text stays on one line. */
export const unbroken = (text: string): string =>
  text.replace(/(\d)-(?=\d)/g, '$1\u2011').replace(/(\d) (?=\d)/g, '$1\u00a0');

/** A refusal shown on a form: in text beside the field it is about, and in the summary on top. */
export interface FormFault {
  /** The field's name and id; undefined for one that is about no field. */
  readonly field?: string;
  readonly error: DomainError;
}

export const faultOf = (faults: readonly FormFault[], field: string): DomainError | undefined =>
  faults.find((fault) => fault.field === field)?.error;

const explain = (error: DomainError, language: InterfaceLanguage): string =>
  unbroken(error.explain(language));

const messageId = (field: string): string => `${field}-error`;
const hintId = (field: string): string => `${field}-hint`;

/** All that is wrong, with links to each field; takes the focus when the page is shown. */
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

/** What describes a field to a screen reader: its hint, and what is wrong with it. */
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
  // Often another's than the visitor's own.
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

/** Wrong input is explained by our own pages, in the page's language, not by the browser's bubbles. */
export function PostForm({ action, children }: { action: string; children: ComponentChildren }) {
  return (
    <form method="post" action={action} novalidate>
      {children}
    </form>
  );
}
