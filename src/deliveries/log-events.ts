import { logEvents } from '../platform/logging/log.js';

export const deliveriesEvents = logEvents({
  'deliveries.disposed': {
    level: 'info',
    message: 'disposed of the recipients of old broadcasts',
    advice: 'Nothing: they were older than `RETENTION_DAYS`.',
  },
  'ledger.month-not-created': {
    level: 'warn',
    message: 'could not create a month’s partition of the ledger yet',
    advice:
      'Nothing at first: its lock was taken, and it is tried again in an hour. If it goes on, look for a lock held long.',
  },
});
