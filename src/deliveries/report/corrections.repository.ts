import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sameTextSql } from '../../audiences/family.sql.js';
import type { DeliveryStatus } from '../delivery.js';

/** The phone has the text, or nobody knows that it has not. */
const mayHaveIt: readonly DeliveryStatus[] = [
  'accepted',
  'sent',
  'delivered',
  'no-receipt',
  'in-doubt',
  'unknown',
];

/** What became of corrections. Reads only. */
@Injectable()
export class CorrectionsRepository {
  constructor(private readonly db: DataSource) {}

  /**
   * The phones that may have had a wrong text and have not had the last correction of it, each once. Those that were left
   * out of the correction as protected identities or for their objection are not counted: nothing may tell of them.
   *
   * @param root the first broadcast of the incident
   * @returns undefined without a correction, and once deliveries of any of them are disposed of
   */
  async uncorrected(root: string): Promise<number | undefined> {
    const [row] = await this.db.query<[{ phones: number; corrected: boolean; disposed: boolean }]>(
      `WITH last AS MATERIALIZED (
         SELECT DISTINCT ON (said) k.id, (k.audience->>'recipientsOf')::uuid AS said, k.decided_at
         FROM broadcast k WHERE k.root_id = $1 AND k.relation = 'correction' AND k.planned IS NOT NULL
         ORDER BY said, k.decided_at DESC, k.id DESC),
       wrong AS MATERIALIZED (
         SELECT w.id, l.id AS correction FROM last l, LATERAL (
           SELECT id FROM broadcast
           WHERE ${sameTextSql('l.said')} AND planned IS NOT NULL AND decided_at < l.decided_at) w)
       SELECT (SELECT count(DISTINCT d.phone)::int FROM wrong w JOIN delivery d ON d.broadcast_id = w.id
           WHERE d.status = ANY($2) AND NOT EXISTS (
             SELECT FROM delivery r WHERE r.broadcast_id = w.correction AND r.phone = d.phone
               AND (r.status = 'delivered'
                 OR (r.status = 'suppressed' AND r.reason IN ('protected-identity', 'objection'))))) AS phones,
         EXISTS (SELECT FROM last) AS corrected,
         EXISTS (SELECT FROM disposed_broadcast
           WHERE broadcast_id IN (SELECT id FROM wrong UNION SELECT id FROM last)) AS disposed`,
      [root, mayHaveIt],
    );
    return row.corrected && !row.disposed ? row.phones : undefined;
  }
}
