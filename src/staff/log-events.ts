import { logEvents } from '../platform/logging/log.js';

export const staffEvents = logEvents({
  'rota.calendar-failed': {
    level: 'error',
    message: 'could not read the rota’s calendar',
    advice:
      'Read `err`, and check `ROTA_CALENDAR_URL`. The shifts that were read last stay. It is tried again in a quarter of an hour.',
  },
  'sign-in.break-glass': {
    level: 'error',
    message: 'somebody signed in with an emergency key',
    advice:
      'With an identity provider, keys are for when it is down. Ask the `member` whether it was them and why. If not, take the key from them in the console.',
  },
  'sign-in.declined': {
    level: 'info',
    message: 'the identity provider let a person not sign in',
    advice:
      'Read `error`. `access_denied`: the person stopped, or may not use the application. Others point at the registration of the application.',
  },
  'sign-in.failed': {
    level: 'error',
    message: 'a sign-in with an account failed on our side',
    advice: 'Read `err`. The person was told to try again.',
  },
  'sign-in.not-trusted': {
    level: 'warn',
    message: 'refused an answer of the identity provider',
    advice:
      'Read `err`. Compare `OIDC_ISSUER`, `OIDC_CLIENT_ID` and `OIDC_CLIENT_SECRET` with the registration, and the clocks. Many: somebody tries to sign in with made-up answers.',
  },
  'sign-in.provider-failed': {
    level: 'error',
    message: 'could not reach the identity provider',
    advice:
      'Read `err`. Nobody can sign in with their account; who is signed in stays so. In an emergency use an emergency key.',
  },
  'sign-in.refused': {
    level: 'warn',
    message: 'refused a person whom the identity provider vouches for',
    advice:
      'Read `code`. Map one of the person’s values of `OIDC_ROLES_CLAIM` in the console, or their account to a member.',
  },
  'sign-in.wrong-key': {
    level: 'warn',
    message: 'refused a wrong key',
    advice:
      'Many from one `client` (a keyed hash): somebody guesses, or a program has an old key. Tries are limited.',
  },
});
