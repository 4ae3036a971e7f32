import type { EntityManager } from 'typeorm';
import type { AuditLog } from '../../src/staff/audit-log.js';

/**
 * Refuses every statement that a transaction makes after its audit entry: the entry takes the one lock that everybody
 * waits for, so it comes last. So each test of a use case is also a test of this.
 */
export function requireAuditLast(audit: AuditLog): void {
  const close = (within: EntityManager | undefined, action: string): void => {
    if (!within) return;
    within.query = (sql: string) => {
      throw new Error(`a statement after the audit entry ${action}: ${sql}`);
    };
  };
  const [record, recordAll] = [audit.record.bind(audit), audit.recordAll.bind(audit)];
  audit.record = async (entry, within) => {
    await record(entry, within);
    close(within, entry.action);
  };
  audit.recordAll = async (entries, within) => {
    await recordAll(entries, within);
    if (entries.length > 0) close(within, entries.map(({ action }) => action).join(', '));
  };
}
