import { logEvents } from '../platform/logging/log.js';

export const staffEvents = logEvents({
  'rota.calendar-failed': {
    level: 'error',
    message: 'could not read the rota’s calendar',
    advice:
      'Read `err`, and check `ROTA_CALENDAR_URL`. The shifts that were read last stay. It is tried again in a quarter of an hour.',
  },
  'sign-in.wrong-key': {
    level: 'warn',
    message: 'refused a wrong key',
    advice:
      'Many from one `client` (a keyed hash): somebody guesses, or a program has an old key. Tries are limited.',
  },
});
