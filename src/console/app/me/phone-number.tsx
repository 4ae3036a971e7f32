import { useState } from 'preact/hooks';
import type { OwnPhone } from '../api/answers.js';
import { call } from '../api/call.js';
import { useMutation } from '../api/use-mutation.js';
import { useSpeech } from '../language/language.js';
import { BusyButton } from '../shell/busy-button.js';
import { FailureNote } from '../shell/failure-note.js';
import { Field } from '../shell/field.js';
import { words } from './me.words.js';
import { faultIn } from './fault-in.js';

interface PhoneNumberProps {
  /** The number that is saved now. */
  phone: string | undefined;
  onChanged: (own: OwnPhone) => void;
}

/** The form for a number that a code is then sent to. */
export function PhoneNumber({ phone, onChanged }: PhoneNumberProps) {
  const { say } = useSpeech();
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const { busy, failure, run } = useMutation((wanted: string | null) =>
    call<OwnPhone>('PUT', '/session/phone', { body: { phone: wanted } }),
  );
  const fault = faultIn(failure);

  async function give(wanted: string | null): Promise<void> {
    setMissing(wanted === '');
    if (wanted === '') return;
    const changed = await run(wanted);
    if (!changed) return;
    setText('');
    onChanged(changed.answer);
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void give(text.trim());
      }}
    >
      <Field
        label={say(words.phone)}
        hint={say(words.phoneHint)}
        fault={missing ? say(words.phoneMissing) : fault}
        value={text}
        inputMode="tel"
        maxLength={60}
        onInput={setText}
      />
      <FailureNote failure={fault === undefined ? failure : undefined} />
      <div class="buttons">
        <BusyButton busy={busy} type="submit">
          {say(words.sendCode)}
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
