import { SystemClock } from '../../kernel/clock.js';
import type { Config } from '../../platform/config/config.js';
import { openDataSource } from '../../platform/database/data-source.js';
import { AuditLog } from '../../staff/audit-log.js';
import { advice, ill, reasonOf, well, type Finding } from './finding.js';

/** Whether every entry of the audit log is as it was written, and none is gone. */
export async function examineAudit(config: Config): Promise<Finding[]> {
  const settings = { url: config.get('DATABASE_URL'), pool: 1, migrations: [] };
  const db = await openDataSource(settings).catch(() => undefined);
  // Why the database does not answer is told where the database is examined.
  if (!db) return [];
  try {
    const { entries, head, broken } = await new AuditLog(db, new SystemClock(), config).examine();
    return [
      broken === undefined
        ? well(`The audit log is whole: ${entries} entries, the last ${head.slice(0, 16)}`)
        : ill(
            `The audit log is broken at entry ${broken}`,
            'That entry or one before it was changed, or it and those after it were removed, or SECRET_KEY is another than when it was written: compare with a backup and with the heads in the log of the web, and ask who may write to the database',
          ),
    ];
  } catch (error) {
    return [
      advice(
        `The audit log could not be read (${reasonOf(error)})`,
        'Run the role `migrate`, then ask again',
      ),
    ];
  } finally {
    await db.destroy();
  }
}
