import { type INestApplicationContext } from '@nestjs/common';
import { AuditLog } from '../staff/audit-log.js';
import { Log } from '../platform/logging/log.js';
import { rolesEvents } from './log-events.js';

const log = new Log('audit', rolesEvents);

/**
 * Says in the log where the audit log ends, so that an older copy of it, put in the place of the newer, shows: logs are
 * usually kept where the database's owner can't change them.
 */
export async function announceAuditHead(app: INestApplicationContext): Promise<void> {
  try {
    log.write('audit-log.head', { ...(await app.get(AuditLog, { strict: false }).head()) });
  } catch (err) {
    log.write('audit-log.head-unreadable', { err });
  }
}
