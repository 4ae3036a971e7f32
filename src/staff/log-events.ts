import { logEvents } from '../platform/logging/log.js';

export const staffEvents = logEvents({
  'sign-in.wrong-key': {
    level: 'warn',
    message: 'refused a wrong key',
    advice:
      'Many from one `client` (a keyed hash): somebody guesses, or a program has an old key. Tries are limited.',
  },
});
