import { FieldFrame } from './field-frame.js';

interface FieldProps {
  label: string;
  hint?: string | undefined;
  fault?: string | undefined;
  value: string;
  inputMode?: 'tel' | 'text';
  maxLength?: number;
  onInput: (value: string) => void;
}

/** A text field. */
export function Field({ label, hint, fault, value, inputMode = 'text', maxLength, onInput }: FieldProps) {
  return (
    <FieldFrame label={label} hint={hint} fault={fault}>
      {(ties) => (
        <input
          {...ties}
          type="text"
          inputMode={inputMode}
          autocomplete="off"
          spellcheck={false}
          maxLength={maxLength}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  );
}
