import { useState } from 'preact/hooks';
import { dutyRoles, dutyRoleWords, type DutyRole } from '../../../kernel/duty-roles.js';
import type { Rota } from '../api/answers.js';
import { usePostOnce } from '../api/use-post-once.js';
import { expiryDate } from '../compose/form/expiry.js';
import { useSpeech } from '../language/language.js';
import { BusyButton } from '../shell/busy-button.js';
import { Choices } from '../shell/choices.js';
import { FailureNote } from '../shell/failure-note.js';
import { FieldFrame } from '../shell/field-frame.js';
import { words } from './rota.words.js';

interface AddShiftProps {
  people: Rota['people'];
  onAdded: (rota: Rota) => void;
}

const instant = (local: string): string | undefined =>
  expiryDate({ kind: 'at', local }, new Date())?.toISOString();

/** Puts somebody on duty by hand. Times are the municipality's. */
export function AddShift({ people, onAdded }: AddShiftProps) {
  const { say } = useSpeech();
  const [role, setRole] = useState<DutyRole>(dutyRoles[0]);
  const [memberId, setMemberId] = useState('');
  const [deputyId, setDeputyId] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [tried, setTried] = useState(false);
  const post = usePostOnce('add-shift');
  const able = people.filter(({ roles }) => roles.includes(role));
  const [startsAt, endsAt] = [instant(from), instant(to)];

  async function add(): Promise<void> {
    setTried(true);
    if (memberId === '' || !startsAt || !endsAt) return;
    const shift = { memberId, role, startsAt, endsAt, ...(deputyId === '' ? {} : { deputyId }) };
    const changed = await post.run<Rota>('/rota/shifts', shift);
    if (!changed) return;
    setTried(false);
    // The next shift usually begins when this one ends.
    setFrom(to);
    setTo('');
    onAdded(changed);
  }
  return (
    <form
      class="card"
      noValidate
      aria-labelledby="add-shift"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <h2 id="add-shift">{say(words.add)}</h2>
      <Choices
        legend={say(words.role)}
        value={role}
        choices={dutyRoles.map((value) => ({
          value,
          label: say(dutyRoleWords[value]),
          look: 'choice-small',
        }))}
        onChoose={(chosen) => {
          setRole(chosen);
          setMemberId('');
          setDeputyId('');
        }}
      />
      <PersonChoice
        label={say(words.person)}
        none={say(words.choosePerson)}
        fault={tried && memberId === '' ? say(words.personMissing) : undefined}
        people={able}
        value={memberId}
        onChoose={setMemberId}
      />
      <TimeField
        label={say(words.from)}
        value={from}
        fault={tried && !startsAt ? say(words.timeMissing) : undefined}
        onInput={setFrom}
      />
      <TimeField
        label={say(words.to)}
        value={to}
        fault={tried && !endsAt ? say(words.timeMissing) : undefined}
        onInput={setTo}
      />
      <PersonChoice
        label={say(words.deputyLabel)}
        hint={say(words.deputyHint)}
        none={say(words.noDeputy)}
        people={able.filter(({ id }) => id !== memberId)}
        value={deputyId}
        onChoose={setDeputyId}
      />
      <FailureNote failure={post.failure} retry={() => void add()} />
      <BusyButton busy={post.busy} type="submit">
        {say(words.save)}
      </BusyButton>
    </form>
  );
}

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

function PersonChoice({ label, hint, none, fault, people, value, onChoose }: PersonChoiceProps) {
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
  value: string;
  fault: string | undefined;
  onInput: (local: string) => void;
}

function TimeField({ label, value, fault, onInput }: TimeFieldProps) {
  return (
    <FieldFrame label={label} fault={fault}>
      {(ties) => (
        <input
          {...ties}
          type="datetime-local"
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  );
}
