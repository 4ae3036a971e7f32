import type { Wording } from '../../../kernel/refusal.js';
import type { SignInWays } from '../api/answers.js';
import { useQuery } from '../api/use-query.js';
import { useSpeech } from '../language/language.js';
import { FailureNote } from '../shell/failure-note.js';
import { PageTitle } from '../shell/page-title.js';
import { words as shellWords } from '../shell/shell.words.js';
import { KeyForm } from './key-form.js';
import { useSession } from './session.js';

const words = {
  title: { sv: 'Logga in', en: 'Sign in' },
  lead: {
    sv: 'Här skickar kommunens personal meddelanden till telefoner.',
    en: 'Here the municipality’s staff send messages to phones.',
  },
  expired: {
    sv: 'Du har blivit utloggad. Du var inloggad länge, eller så har dina roller eller din nyckel ändrats. Logga in igen, så kommer du tillbaka till samma sida. Det du har fyllt i finns kvar.',
    en: 'You were signed out. You had been signed in for long, or your roles or your key changed. Sign in again and you come back to the same page. What you filled in is still there.',
  },
  account: { sv: 'Logga in med ditt konto', en: 'Sign in with your account' },
  withKey: { sv: 'Logga in med nödnyckel', en: 'Sign in with an emergency key' },
  keyHint: {
    sv: 'Bara när inloggningen med konto inte fungerar. Varje gång larmas de som sköter Budkavle.',
    en: 'Only when signing in with an account does not work. Those who run Budkavle are alarmed each time.',
  },
  ask: { sv: 'Fråga: {help}', en: 'Ask: {help}' },
} satisfies Record<string, Wording>;

/** Signing in with an account at the identity provider, or with a key. */
export function SignInPage() {
  const { say, language } = useSpeech();
  const { expired } = useSession();
  const { data: ways, failure, loading, reload } = useQuery<SignInWays>('/sign-in');
  const back = `/auth/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`;
  return (
    <div class="narrow">
      <PageTitle title={say(words.title)} />
      {expired ? (
        <p class="note" role="status">
          {say(words.expired)}
        </p>
      ) : (
        <p class="lead">{say(words.lead)}</p>
      )}
      {!ways && loading && <p role="status">{say(shellWords.loading)}</p>}
      <FailureNote failure={ways ? undefined : failure} retry={reload} />
      {ways?.refused && (
        <div class="note note-failure" role="alert">
          <p>{ways.refused[language]}</p>
          {ways.help !== undefined && <p>{say(words.ask, { help: ways.help })}</p>}
        </div>
      )}
      {ways?.account && (
        <p>
          <a class="button button-main" href={back}>
            {say(words.account)}
          </a>
        </p>
      )}
      {ways?.account && (
        <details>
          <summary>{say(words.withKey)}</summary>
          <p class="hint">{say(words.keyHint)}</p>
          <KeyForm />
        </details>
      )}
      {ways && !ways.account && <KeyForm />}
      {ways?.help !== undefined && !ways.refused && <p class="hint">{say(words.ask, { help: ways.help })}</p>}
    </div>
  );
}
