import type { EntityManager } from 'typeorm';

/** Of a row `p` of `phone`: it is nowhere any more, and nothing must be remembered of it. */
export const isUnplacedSql = `p.objected_at IS NULL AND p.quarantine_reason IS NULL AND p.guarded_by = '{}'
         AND NOT EXISTS (SELECT FROM phone_address pa WHERE pa.phone = p.e164)`;

/** What its holder objected to, or why it fails, outlives a phone's last address; else nothing of it does. */
export async function forgetUnplaced(e164: string, tx: EntityManager): Promise<void> {
  await tx.query(`DELETE FROM phone p WHERE e164 = $1 AND ${isUnplacedSql}`, [e164]);
}
