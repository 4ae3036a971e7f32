import { useId } from 'preact/hooks';

interface FieldProps {
  label: string;
  hint?: string | undefined;
  fault?: string | undefined;
  value: string;
  inputMode?: 'tel' | 'text';
  maxLength?: number;
  onInput: (value: string) => void;
}

/** A text field, with its hint and its fault linked for screen readers. */
export function Field({ label, hint, fault, value, inputMode = 'text', maxLength, onInput }: FieldProps) {
  const id = useId();
  return (
    <div class={fault ? 'field field-fault' : 'field'}>
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <p class="fault" id={`${id}-fault`} role="alert">
        {fault}
      </p>
      <input
        id={id}
        type="text"
        inputMode={inputMode}
        autocomplete="off"
        spellcheck={false}
        maxLength={maxLength}
        value={value}
        aria-describedby={hint ? `${id}-hint ${id}-fault` : `${id}-fault`}
        aria-invalid={fault ? true : undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  );
}
