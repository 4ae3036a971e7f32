import type { Wording } from '../../../kernel/refusal.js';
import type { RoleMappings } from '../api/answers.js';
import { useSpeech } from '../language/language.js';
import { Field } from '../shell/field.js';
import { words } from './accounts.words.js';
import type { MappingRow } from './mapping-form.js';

interface MappingFieldsProps {
  row: MappingRow;
  roles: RoleMappings['roles'];
  /** From 0. */
  at: number;
  fault: Wording | undefined;
  change: (patch: Partial<MappingRow>) => void;
  moveUp: () => void;
  remove: () => void;
}

/** A row of the table: a value, its roles and its department. */
export function MappingFields({ row, roles, at, fault, change, moveUp, remove }: MappingFieldsProps) {
  const { say } = useSpeech();
  return (
    <li class="card">
      <h3>{say(words.row, { n: String(at + 1) })}</h3>
      <Field
        label={say(words.value)}
        fault={fault && say(fault)}
        value={row.value}
        maxLength={200}
        onInput={(value) => change({ value })}
      />
      <fieldset class="choices">
        <legend>{say(words.roles)}</legend>
        {roles.map(({ role, ...wording }) => (
          <label class="tick" key={role}>
            <input
              type="checkbox"
              checked={row.roles.includes(role)}
              onChange={() =>
                change({
                  roles: row.roles.includes(role)
                    ? row.roles.filter((each) => each !== role)
                    : [...row.roles, role],
                })
              }
            />
            <span>{say(wording)}</span>
          </label>
        ))}
      </fieldset>
      <Field
        label={say(words.department)}
        hint={say(words.departmentHint)}
        value={row.department}
        maxLength={60}
        onInput={(department) => change({ department })}
      />
      <div class="buttons">
        {at > 0 && (
          <button type="button" class="button button-quiet" onClick={moveUp}>
            {say(words.up)}
          </button>
        )}
        <button type="button" class="button button-quiet" onClick={remove}>
          {say(words.remove)}
          <span class="unseen"> {row.value}</span>
        </button>
      </div>
    </li>
  );
}
