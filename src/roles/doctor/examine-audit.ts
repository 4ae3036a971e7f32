import { SystemClock } from '../../kernel/clock.js';
import type { Config } from '../../platform/config/config.js';
import { openDataSource } from '../../platform/database/data-source.js';
import { AuditLog, type NotedHead } from '../../staff/audit-log.js';
import { reasonOf } from '../../platform/processes/reason-of.js';
import { advice, problem, ok, type Finding } from './finding.js';

/**
 * Checks that no entry of the audit log was changed or removed.
 *
 * @param noted a head that IT staff wrote down earlier
 */
export async function examineAudit(config: Config, noted?: NotedHead): Promise<Finding[]> {
  const settings = { url: config.get('DATABASE_URL'), pool: 1, migrations: [] };
  const db = await openDataSource(settings).catch(() => undefined);
  // examineDatabase reports why the database does not answer.
  if (!db) return [];
  try {
    const log = new AuditLog(db, new SystemClock(), config);
    const { entries, head, broken, holdsNoted } = await log.examine(noted);
    return [
      broken === undefined
        ? ok(`The audit log is whole: ${entries} entries, the last ${head.slice(0, 16)}`)
        : problem(
            `The audit log is broken at entry ${broken}`,
            'That entry or one before it was changed, or it and those after it were removed, or SECRET_KEY is another than when it was written: compare with a backup and with the heads in the log of the web, and ask who may write to the database',
          ),
      ...(broken === undefined && entries > 0
        ? [ok(`Write its head down, outside the database, for --audit-head: ${entries}:${head}`)]
        : []),
      ...(noted && holdsNoted !== undefined ? [foundNoted(noted, holdsNoted)] : []),
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

const foundNoted = ({ entry, hash }: NotedHead, isHeld: boolean): Finding =>
  isHeld
    ? ok(`Entry ${entry} of the audit log is the one that was written down`)
    : problem(
        `Entry ${entry} of the audit log is not the one that was written down (${hash.slice(0, 16)})`,
        'It was removed or rewritten, or an older backup was restored: compare with backups and with the heads in the log of the web, and ask who may write to the database',
      );
