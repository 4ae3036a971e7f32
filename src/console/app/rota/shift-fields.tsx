import { FieldFrame } from '../shell/field-frame.js';

interface PersonChoiceProps {
  label: string;
  hint?: string;
  /** The choice of nobody. */
  none: string;
  fault?: string | undefined;
  people: readonly { readonly id: string; readonly name: string }[];
  value: string;
  onChoose: (id: string) => void;
}

export function PersonChoice({ label, hint, none, fault, people, value, onChoose }: PersonChoiceProps) {
  return (
    <FieldFrame label={label} hint={hint} fault={fault}>
      {(ties) => (
        <select {...ties} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
          <option value="">{none}</option>
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {person.name}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}

interface TimeFieldProps {
  label: string;
  hint?: string;
  type?: 'datetime-local' | 'date';
  value: string;
  fault: string | undefined;
  onInput: (local: string) => void;
}

export function TimeField({ label, hint, type = 'datetime-local', value, fault, onInput }: TimeFieldProps) {
  return (
    <FieldFrame label={label} hint={hint} fault={fault}>
      {(ties) => (
        <input {...ties} type={type} value={value} onInput={(event) => onInput(event.currentTarget.value)} />
      )}
    </FieldFrame>
  );
}
