import { logEvents } from '../platform/logging/log.js';

export const rolesEvents = logEvents({
  'audit-log.head': {
    level: 'info',
    message: 'audit log head',
    advice: 'Keep it where the database’s owner can’t change it: an older copy of the audit log shows by it.',
  },
  'audit-log.head-unreadable': {
    level: 'warn',
    message: 'could not read the audit log head',
    advice: 'Read `err`. `doctor` prints the head too.',
  },
});
