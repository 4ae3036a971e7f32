import { logEvents } from '../platform/logging/log.js';

export const verificationEvents = logEvents({
  'code.not-sent': {
    level: 'error',
    message: 'could not send a code',
    advice: 'Read `err`. The resident was asked to try again; `phone` is a keyed hash.',
  },
  'codes.paused': {
    level: 'error',
    message: 'codes are paused for everybody: an allowance is used up',
    advice:
      'Somebody may be asking for codes by program. Look at the web’s traffic, then at `CODES_PER_DAY`.',
  },
});
