import { SystemClock } from '../../kernel/clock.js';
import type { Config } from '../../platform/config/config.js';
import { openDataSource } from '../../platform/database/data-source.js';
import { AuditLog } from '../../staff/audit-log.js';
import { advice, ill, reasonOf, well, type Finding } from './finding.js';

/** Whether every entry of the audit log is as it was written, and none before the last is gone. */
export async function examineAudit(config: Config): Promise<Finding[]> {
  const settings = { url: config.get('DATABASE_URL'), pool: 1, migrations: [] };
  const db = await openDataSource(settings).catch(() => undefined);
  // Why the database does not answer is told where the database is examined.
  if (!db) return [];
  try {
    const broken = await new AuditLog(db, new SystemClock()).firstBrokenEntry();
    return [
      broken === undefined
        ? well('The audit log is whole')
        : ill(
            `The audit log is broken at entry ${broken}`,
            'That entry or one before it was changed or removed: compare with a backup, and ask who may write to the database',
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
