import { useState } from 'preact/hooks';
import { dutyRoles, dutyRoleWords } from '../../../kernel/duty-roles.js';
import type { PlannedShifts, Rota } from '../api/answers.js';
import { call } from '../api/call.js';
import { useMutation } from '../api/use-mutation.js';
import { usePostOnce } from '../api/use-post-once.js';
import { useSpeech } from '../language/language.js';
import { BusyButton } from '../shell/busy-button.js';
import { Choices } from '../shell/choices.js';
import { FailureNote } from '../shell/failure-note.js';
import { PlannedShiftList } from './planned-shifts.js';
import { words } from './rota.words.js';
import { PersonChoice, TimeField } from './shift-fields.js';
import {
  emptyForm,
  faultsOf,
  requestOf,
  withOneMore,
  type ShiftFault,
  type ShiftForm,
} from './shift-form.js';

interface AddShiftProps {
  people: Rota['people'];
  onAdded: (rota: Rota, shifts: number) => void;
}

/** Puts somebody on duty by hand, once or every week. Times are the municipality's. */
export function AddShift({ people, onAdded }: AddShiftProps) {
  const { say, count } = useSpeech();
  const [form, setForm] = useState(emptyForm);
  const [tried, setTried] = useState(false);
  const [planned, setPlanned] = useState<PlannedShifts>();
  const preview = useMutation((body: object) =>
    call<PlannedShifts>('POST', '/rota/series/preview', { body }),
  );
  const post = usePostOnce('add-shift');
  const able = people.filter(({ roles }) => roles.includes(form.role));
  const weekly = form.repeats === 'weekly';
  const faults = tried ? faultsOf(form) : [];
  const faultOf = (field: ShiftFault) =>
    faults.includes(field) ? say(field === 'person' ? words.personMissing : words.timeMissing) : undefined;

  /** What was shown is no longer what would be added. */
  function change(patch: Partial<ShiftForm>): void {
    setForm({ ...form, ...patch });
    setPlanned(undefined);
  }

  async function next(): Promise<void> {
    setTried(true);
    const request = requestOf(form);
    if (!request) return;
    if (weekly && !planned) {
      setPlanned((await preview.run(request.body))?.answer);
      return;
    }
    const changed = await post.run<Rota>(request.path, request.body);
    if (!changed) return;
    setTried(false);
    setPlanned(undefined);
    // The next shift usually begins when this one ends.
    setForm({ ...form, ...(weekly ? emptyForm : { from: form.to, to: '' }), role: form.role });
    onAdded(changed, planned?.length ?? 1);
  }

  return (
    <form
      class="card"
      noValidate
      aria-labelledby="add-shift"
      onSubmit={(event) => {
        event.preventDefault();
        void next();
      }}
    >
      <h2 id="add-shift">{say(words.add)}</h2>
      <Choices
        legend={say(words.role)}
        value={form.role}
        choices={dutyRoles.map((value) => ({
          value,
          label: say(dutyRoleWords[value]),
          look: 'choice-small',
        }))}
        onChoose={(role) => change({ role, memberIds: [''], deputyId: '' })}
      />
      <Choices
        legend={say(words.repeats)}
        value={form.repeats}
        choices={(['no', 'weekly'] as const).map((value) => ({
          value,
          label: say(words[value]),
          look: 'choice-small',
        }))}
        onChoose={(repeats) => change({ repeats })}
      />
      {(weekly ? withOneMore(form.memberIds) : form.memberIds.slice(0, 1)).map((id, n, all) => (
        <PersonChoice
          key={n}
          label={weekly ? say(words.inTurn, { n: String(n + 1) }) : say(words.person)}
          {...(weekly && n === 0 ? { hint: say(words.inTurnHint) } : {})}
          none={say(n === 0 ? words.choosePerson : words.noMore)}
          fault={n === 0 ? faultOf('person') : undefined}
          people={able}
          value={id}
          onChoose={(chosen) => change({ memberIds: all.with(n, chosen) })}
        />
      ))}
      <TimeField
        label={say(weekly ? words.firstFrom : words.from)}
        value={form.from}
        fault={faultOf('from')}
        onInput={(from) => change({ from })}
      />
      <TimeField
        label={say(weekly ? words.firstTo : words.to)}
        value={form.to}
        fault={faultOf('to')}
        onInput={(to) => change({ to })}
      />
      {weekly && (
        <TimeField
          label={say(words.until)}
          hint={say(words.untilHint)}
          type="date"
          value={form.until}
          fault={faultOf('until')}
          onInput={(until) => change({ until })}
        />
      )}
      <PersonChoice
        label={say(words.deputyLabel)}
        hint={say(words.deputyHint)}
        none={say(words.noDeputy)}
        people={able.filter(({ id }) => !form.memberIds.includes(id))}
        value={form.deputyId}
        onChoose={(deputyId) => change({ deputyId })}
      />
      <div role="status">{planned && <PlannedShiftList planned={planned} />}</div>
      <FailureNote failure={preview.failure ?? post.failure} retry={() => void next()} />
      <BusyButton busy={preview.busy || post.busy} type="submit">
        {weekly && !planned
          ? say(words.preview)
          : planned
            ? count(planned.length, words.saveAll)
            : say(words.save)}
      </BusyButton>
    </form>
  );
}
