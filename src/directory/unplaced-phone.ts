import type { EntityManager } from 'typeorm';

/** SQL condition on a row `p` of `phone`: it is no longer at any address, and nothing must be remembered of it. */
export const isUnplacedSql = `p.objected_at IS NULL AND p.quarantine_reason IS NULL AND p.guarded_by = '{}'
         AND NOT EXISTS (SELECT FROM phone_address pa WHERE pa.phone = p.e164)`;

/** Deletes a phone that is no longer at any address. A phone with an objection or a quarantine stays. */
export async function forgetUnplaced(e164: string, tx: EntityManager): Promise<void> {
  await tx.query(`DELETE FROM phone p WHERE e164 = $1 AND ${isUnplacedSql}`, [e164]);
}
