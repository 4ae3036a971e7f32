import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { dutyRoleWords } from '../../../kernel/duty-roles.js';
import type { Wording } from '../../../kernel/refusal.js';
import type { Rota } from '../api/answers.js';
import { call } from '../api/call.js';
import { useMutation } from '../api/use-mutation.js';
import { useQuery } from '../api/use-query.js';
import { useSpeech } from '../language/language.js';
import { mayI } from '../session/may-i.js';
import { useSession } from '../session/session.js';
import { BusyButton } from '../shell/busy-button.js';
import { FailureNote } from '../shell/failure-note.js';
import { PageTitle, rescueFocus } from '../shell/page-title.js';
import { words as shellWords } from '../shell/shell.words.js';
import { AddShift } from './add-shift.js';
import { CalendarNote } from './calendar-note.js';
import { words } from './rota.words.js';

/** Who is on duty from now on, and when nobody is. */
export function RotaPage() {
  const { say, count } = useSpeech();
  const { member } = useSession();
  const {
    data: rota,
    failure,
    loading,
    reload,
    replace,
  } = useQuery<Rota>(mayI(member, 'rota.read') ? '/rota' : undefined);
  const [told, setTold] = useState('');
  const takeIn = (changed: Rota, done: string) => {
    replace(() => changed);
    setTold(done);
  };
  return (
    <>
      <PageTitle title={say(words.title)} />
      <p class="lead">{say(words.lead)}</p>
      <p role="status" class={told ? 'note note-done' : undefined}>
        {told}
      </p>
      <FailureNote failure={failure} retry={reload} />
      {!rota && loading && <p role="status">{say(shellWords.loading)}</p>}
      {rota && <Gaps gaps={rota.gaps} />}
      {rota?.calendar && <CalendarNote calendar={rota.calendar} />}
      {rota?.shifts.length === 0 && <p class="hint">{say(words.none)}</p>}
      {rota && rota.shifts.length > 0 && (
        <ul class="entries">
          {rota.shifts.map((shift) => (
            <ShiftItem
              key={shift.id}
              shift={shift}
              onRemoved={(changed, what) => {
                takeIn(changed, say(what));
                rescueFocus();
              }}
            />
          ))}
        </ul>
      )}
      {rota && mayI(member, 'rota.write') && (
        <AddShift
          people={rota.people}
          onAdded={(changed, shifts) => takeIn(changed, count(shifts, words.addedAll))}
        />
      )}
    </>
  );
}

function Gaps({ gaps }: Pick<Rota, 'gaps'>) {
  const { say, format } = useSpeech();
  if (gaps.length === 0) return null;
  return (
    <div class="note">
      <p>
        <strong>{say(words.gaps)}</strong>
      </p>
      <ul>
        {gaps.map(({ startsAt, endsAt }) => (
          <li key={startsAt}>
            {say(words.span, { from: format.moment(startsAt), to: format.moment(endsAt) })}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface ShiftItemProps {
  shift: Rota['shifts'][number];
  onRemoved: (rota: Rota, said: Wording) => void;
}

function ShiftItem({ shift, onRemoved }: ShiftItemProps) {
  const { id, person, role, startsAt, endsAt, deputy, fromCalendar, repeats, mayApprove } = shift;
  const { say, format } = useSpeech();
  const { member } = useSession();
  const { busy, failure, run } = useMutation((path: string) => call<Rota>('DELETE', path));
  const from = format.moment(startsAt);
  const notes = [
    !mayApprove && say(words.mayNotApprove),
    deputy && say(words.deputy, { name: deputy.name }),
    fromCalendar && say(words.fromCalendar),
    repeats && say(words.repeated),
  ].filter((note) => typeof note === 'string');
  async function remove(path: string, said: Wording): Promise<void> {
    const done = await run(path);
    if (done) onRemoved(done.answer, said);
  }
  const removal = (label: Wording, path: string, said: Wording) => (
    <BusyButton busy={busy} look="quiet" onClick={() => void remove(path, said)}>
      {say(label)}
      <span class="unseen"> {say(words.removeOf, { name: person.name, from })}</span>
    </BusyButton>
  );
  return (
    <li class="card">
      <p>
        <strong>{person.name}</strong>, {say(dutyRoleWords[role])}
        <br />
        {say(words.span, { from, to: format.moment(endsAt) })}
        {notes.map((note) => (
          <Fragment key={note}>
            <br />
            {note}
          </Fragment>
        ))}
      </p>
      <FailureNote failure={failure} />
      {mayI(member, 'rota.write') && !fromCalendar && (
        <div class="buttons">
          {removal(words.remove, `/rota/shifts/${id}`, words.removed)}
          {repeats && removal(words.removeFollowing, `/rota/shifts/${id}/following`, words.removedAll)}
        </div>
      )}
    </li>
  );
}
