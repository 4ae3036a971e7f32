import { useState } from 'preact/hooks';
import type { OwnPhone } from '../api/answers.js';
import { call } from '../api/call.js';
import { read } from '../api/query-client.js';
import { useMutation } from '../api/use-mutation.js';
import { useSpeech } from '../language/language.js';
import { BusyButton } from '../shell/busy-button.js';
import { FailureNote } from '../shell/failure-note.js';
import { Field } from '../shell/field.js';
import { faultIn } from './fault-in.js';
import { words } from './me.words.js';

interface PhoneCodeProps {
  /** The number that a code was sent to. */
  phone: string;
  onChanged: (own: OwnPhone) => void;
  /** The user wants to write another number instead. */
  onAnother: () => void;
}

/** The form for the code that confirms a number. */
export function PhoneCode({ phone, onChanged, onAnother }: PhoneCodeProps) {
  const { say } = useSpeech();
  const [code, setCode] = useState('');
  const confirm = useMutation((typed: string) =>
    call<OwnPhone>('POST', '/session/phone/confirmation', { body: { code: typed } }),
  );
  const sendAgain = useMutation(() => call<OwnPhone>('PUT', '/session/phone', { body: { phone } }));
  const fault = faultIn(confirm.failure);

  async function give(): Promise<void> {
    const changed = await confirm.run(code);
    if (changed) {
      onChanged(changed.answer);
      return;
    }
    // Another tab may have asked for a code to another number.
    const now = await read<OwnPhone>('/session/phone').catch(() => undefined);
    if (now?.unconfirmed && now.unconfirmed.phone !== phone) onChanged(now);
  }
  async function ask(): Promise<void> {
    const changed = await sendAgain.run(undefined);
    if (!changed) return;
    setCode('');
    onChanged(changed.answer);
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      <Field
        label={say(words.code)}
        hint={say(words.codeHint)}
        fault={fault}
        value={code}
        inputMode="tel"
        maxLength={20}
        onInput={setCode}
      />
      <FailureNote failure={sendAgain.failure ?? (fault === undefined ? confirm.failure : undefined)} />
      <div class="buttons">
        <BusyButton busy={confirm.busy} type="submit">
          {say(words.confirm)}
        </BusyButton>
        <BusyButton busy={sendAgain.busy} look="quiet" onClick={() => void ask()}>
          {say(words.sendAgain)}
        </BusyButton>
        <button type="button" class="button button-quiet" onClick={onAnother}>
          {say(words.another)}
        </button>
      </div>
    </form>
  );
}
