import { Logger, type INestApplicationContext } from '@nestjs/common';
import { AuditLog } from '../staff/audit-log.js';

const log = new Logger('audit');

/**
 * Says in the log where the audit log ends, so that an older copy of it, put in the place of the newer, shows: logs are
 * usually kept where the database's owner can't change them.
 */
export async function announceAuditHead(app: INestApplicationContext): Promise<void> {
  try {
    log.log({ msg: 'audit log head', ...(await app.get(AuditLog, { strict: false }).head()) });
  } catch (err) {
    log.warn({ msg: 'audit log head could not be read', err });
  }
}
