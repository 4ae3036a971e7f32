import { useState } from 'preact/hooks';
import type { Wording } from '../../../kernel/refusal.js';
import { call } from '../api/call.js';
import type { SignedIn } from '../api/answers.js';
import { mayRetry } from '../api/failure.js';
import { useMutation } from '../api/use-mutation.js';
import { useSpeech } from '../language/language.js';
import { BusyButton } from '../shell/busy-button.js';
import { FailureNote } from '../shell/failure-note.js';
import { useSession } from './session.js';

const words = {
  signIn: { sv: 'Logga in', en: 'Sign in' },
  key: { sv: 'Din nyckel', en: 'Your key' },
  hint: {
    sv: 'Du har fått den av förvaltningen. Lämna den inte till någon annan.',
    en: 'You got it from your department. Give it to nobody else.',
  },
  show: { sv: 'Visa nyckeln', en: 'Show the key' },
  empty: { sv: 'Skriv din nyckel.', en: 'Enter your key.' },
} satisfies Record<string, Wording>;

/** Signs in with a key. */
export function KeyForm() {
  const { say } = useSpeech();
  const { enter } = useSession();
  const [key, setKey] = useState('');
  const [shown, setShown] = useState(false);
  const [empty, setEmpty] = useState(false);
  const { busy, failure, run } = useMutation((tried: string) =>
    call<SignedIn>('POST', '/session', { body: { key: tried } }),
  );
  // A wrong key is reported at the field.
  const refused = failure?.kind === 'refused' && !mayRetry(failure) ? failure.problem.title : undefined;
  const fault = empty ? say(words.empty) : refused;

  async function signIn(): Promise<void> {
    const tried = key.trim();
    setEmpty(tried === '');
    if (tried === '') return;
    const signedIn = await run(tried);
    if (signedIn) enter(signedIn.answer);
  }

  return (
    <form
      class="card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void signIn();
      }}
    >
      <div class="field">
        <label for="key">{say(words.key)}</label>
        <p class="hint" id="key-hint">
          {say(words.hint)}
        </p>
        <p class="fault" id="key-fault" role="alert">
          {fault}
        </p>
        <input
          id="key"
          {...(shown ? ({ type: 'text' } as const) : ({ type: 'password' } as const))}
          autocomplete="current-password"
          autocapitalize="none"
          spellcheck={false}
          value={key}
          aria-describedby="key-hint key-fault"
          aria-invalid={fault ? true : undefined}
          onInput={(event) => setKey(event.currentTarget.value)}
        />
      </div>
      <label class="tick">
        <input type="checkbox" checked={shown} onChange={() => setShown(!shown)} />
        <span>{say(words.show)}</span>
      </label>
      <FailureNote failure={refused === undefined ? failure : undefined} retry={() => void signIn()} />
      <BusyButton busy={busy} type="submit">
        {say(words.signIn)}
      </BusyButton>
    </form>
  );
}
