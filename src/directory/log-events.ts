import { logEvents } from '../platform/logging/log.js';

export const directoryEvents = logEvents({
  'phones.disposed': {
    level: 'info',
    message: 'disposed of phones',
    advice:
      'Nothing: `released` left quarantine after `QUARANTINE_DAYS`, `forgotten` were at no address any more.',
  },
  'phones.moved': {
    level: 'info',
    message: 'phones followed their addresses',
    advice: 'Nothing: a new import of addresses has other rows for the same places.',
  },
});
