import type { AuditLog } from '../../src/staff/audit-log.js';

/**
 * Refuses every statement of a transaction after its audit entry. The entry takes the one lock that everybody waits
 * for, so it must come last. Every test of a use case also tests this.
 */
export function requireAuditLast(audit: AuditLog): void {
  const recordAll = audit.recordAll.bind(audit);
  audit.recordAll = async (entries, tx) => {
    await recordAll(entries, tx);
    if (!tx || entries.length === 0) return;
    tx.query = (sql: string) => {
      throw new Error(`a statement after the audit entry ${entries.at(-1)!.action}: ${sql}`);
    };
  };
}
