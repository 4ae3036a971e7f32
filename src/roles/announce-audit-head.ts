import { type INestApplicationContext } from '@nestjs/common';
import { AuditLog } from '../staff/audit-log.js';
import { Log } from '../platform/logging/log.js';
import { rolesEvents } from './log-events.js';

const log = new Log('audit', rolesEvents);

/**
 * Logs the last entry of the audit log. So it can be detected if an older copy of the audit log replaces the present
 * one: logs are usually stored where the owner of the database can't change them.
 */
export async function announceAuditHead(app: INestApplicationContext): Promise<void> {
  try {
    log.write('audit-log.head', { ...(await app.get(AuditLog, { strict: false }).head()) });
  } catch (err) {
    log.write('audit-log.head-unreadable', { err });
  }
}
