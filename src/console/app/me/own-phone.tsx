import { useState } from 'preact/hooks';
import type { SignedIn } from '../api/answers.js';
import { call } from '../api/call.js';
import { mayRetry } from '../api/failure.js';
import { useMutation } from '../api/use-mutation.js';
import { useSpeech } from '../language/language.js';
import { useSession } from '../session/session.js';
import { BusyButton } from '../shell/busy-button.js';
import { FailureNote } from '../shell/failure-note.js';
import { Field } from '../shell/field.js';
import { words } from './me.words.js';

/** The phone where the program texts the user. */
export function OwnPhone() {
  const { say } = useSpeech();
  const { member, enter } = useSession();
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const [done, setDone] = useState(false);
  const { busy, failure, run } = useMutation((phone: string | null) =>
    call<SignedIn>('PUT', '/session/phone', { body: { phone } }),
  );
  const phone = member?.phone;
  // A wrong number is reported at the field.
  const refused = failure?.kind === 'refused' && !mayRetry(failure) ? failure.problem.title : undefined;

  async function give(wanted: string | null): Promise<void> {
    setMissing(wanted === '');
    setDone(false);
    if (wanted === '') return;
    const changed = await run(wanted);
    if (!changed) return;
    setText('');
    setDone(true);
    enter(changed.answer);
  }
  const now = phone === undefined ? say(done ? words.removed : words.none) : say(words.saved, { phone });
  return (
    <form
      class="card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void give(text.trim());
      }}
    >
      <p role="status">{now}</p>
      <Field
        label={say(words.phone)}
        hint={say(words.phoneHint)}
        fault={missing ? say(words.phoneMissing) : refused}
        value={text}
        inputMode="tel"
        maxLength={60}
        onInput={setText}
      />
      <FailureNote failure={refused === undefined ? failure : undefined} />
      <div class="buttons">
        <BusyButton busy={busy} type="submit">
          {say(words.save)}
        </BusyButton>
        {phone !== undefined && (
          <BusyButton busy={busy} look="quiet" onClick={() => void give(null)}>
            {say(words.remove)}
          </BusyButton>
        )}
      </div>
    </form>
  );
}
