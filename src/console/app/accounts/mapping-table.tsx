import { useState } from 'preact/hooks';
import type { Wording } from '../../../kernel/refusal.js';
import type { RoleMappings } from '../api/answers.js';
import { call } from '../api/call.js';
import { useMutation } from '../api/use-mutation.js';
import { useSpeech } from '../language/language.js';
import { BusyButton } from '../shell/busy-button.js';
import { FailureNote } from '../shell/failure-note.js';
import { words } from './accounts.words.js';
import { MappingFields } from './mapping-fields.js';
import { added, faultsOf, mappingsOf, movedUp, rowsOf, type MappingRow } from './mapping-form.js';

interface MappingTableProps {
  /** What the form is filled with. Give the component its version as key. */
  table: RoleMappings;
  onSaved: (table: RoleMappings) => void;
}

/** What the values of the directory mean here. The table is saved as a whole, because its order has a meaning. */
export function MappingTable({ table, onSaved }: MappingTableProps) {
  const { say } = useSpeech();
  const [rows, setRows] = useState(() => rowsOf(table.mappings));
  const [faults, setFaults] = useState<ReadonlyMap<number, Wording>>(new Map());
  const { busy, failure, run } = useMutation((body: object) =>
    call<RoleMappings>('PUT', '/role-mappings', { body }),
  );
  const change = (key: number, patch: Partial<MappingRow>) =>
    setRows((now) => now.map((row) => (row.key === key ? { ...row, ...patch } : row)));
  async function save(): Promise<void> {
    const found = faultsOf(rows);
    setFaults(found);
    if (busy || found.size > 0) return;
    const saved = await run({ version: table.version, mappings: mappingsOf(rows) });
    if (saved) onSaved(saved.answer);
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {rows.length === 0 && <p class="hint">{say(words.none)}</p>}
      <ol class="entries">
        {rows.map((row, at) => (
          <MappingFields
            key={row.key}
            row={row}
            roles={table.roles}
            at={at}
            fault={faults.get(row.key)}
            change={(patch) => change(row.key, patch)}
            moveUp={() => setRows((now) => movedUp(now, at))}
            remove={() => setRows((now) => now.filter(({ key }) => key !== row.key))}
          />
        ))}
      </ol>
      <FailureNote failure={failure} retry={() => void save()} />
      <div class="buttons">
        <button type="button" class="button button-quiet" onClick={() => setRows(added)}>
          {say(words.add)}
        </button>
        <BusyButton type="submit" busy={busy}>
          {say(words.save)}
        </BusyButton>
      </div>
    </form>
  );
}
