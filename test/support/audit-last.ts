import type { QueryRunner } from 'typeorm';
import type { AuditLog } from '../../src/staff/audit-log.js';

/** What ends a transaction, or a part of it. Sent by TypeORM, not by the program. */
const ending = /^\s*(COMMIT|ROLLBACK|RELEASE)\b/i;

/**
 * Refuses every statement of a transaction after its audit entry, by SQL or through an entity. The entry takes the one
 * lock that every writer waits for, so it must come last. So each test of a use case also checks this rule.
 */
export function requireAuditLast(audit: AuditLog): void {
  const recordAll = audit.recordAll.bind(audit);
  audit.recordAll = async (entries, tx) => {
    await recordAll(entries, tx);
    if (!tx || entries.length === 0) return;
    refuseFurther(tx.queryRunner!, entries.at(-1)!.action);
  };
}

function refuseFurther(runner: QueryRunner, action: string): void {
  const query = runner.query.bind(runner) as (sql: string, ...rest: unknown[]) => Promise<unknown>;
  runner.query = ((sql: string, ...rest: unknown[]) => {
    if (!ending.test(sql)) throw new Error(`a statement after the audit entry ${action}: ${sql}`);
    return query(sql, ...rest);
  }) as typeof runner.query;
}
