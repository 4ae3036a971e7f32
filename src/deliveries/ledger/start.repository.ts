import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { calledInsteadSql } from './called-instead.sql.js';

/** The ledger of a scheduled broadcast, between its approval and its start. */
@Injectable()
export class StartRepository {
  /**
   * Deletes what was enrolled. The caller holds the broadcast and has voided its approval, and nothing was sent: there
   * is no other trace of its deliveries.
   */
  async forget(broadcastId: string, tx: EntityManager): Promise<void> {
    await tx.query(`SET LOCAL statement_timeout = '15min'`);
    await tx.query('DELETE FROM delivery_batch WHERE broadcast_id = $1', [broadcastId]);
    await tx.query('DELETE FROM delivery WHERE broadcast_id = $1', [broadcastId]);
  }

  /**
   * Cancels the deliveries to phones that have been quarantined. A household whose mobile is one of them gets a call
   * instead. Starts at the quarantined phones, which are few, and looks up each by the ledger's key.
   *
   * Who has objected, become a protected identity or unsubscribed is left out when the delivery is sent: if all of them
   * ended at the same moment, the report would tell how many they are.
   */
  async leaveOutQuarantined(broadcastId: string, tx: EntityManager): Promise<void> {
    await tx.query(
      `WITH quarantined AS MATERIALIZED (
         SELECT x.broadcast_id, x.n, x.phone FROM phone p CROSS JOIN LATERAL (
           SELECT d.broadcast_id, d.n, d.phone FROM delivery d
           WHERE d.broadcast_id = $1 AND d.phone = p.e164 AND d.status = 'planned' OFFSET 0) x
         WHERE p.quarantine_reason IS NOT NULL),
       left_out AS (
         UPDATE delivery x SET status = 'cancelled', reason = 'quarantined', updated_at = now()
         FROM quarantined q WHERE x.broadcast_id = q.broadcast_id AND x.n = q.n AND x.status = 'planned'
         RETURNING x.broadcast_id, x.phone),
       ${calledInsteadSql('left_out')}
       SELECT FROM left_out`,
      [broadcastId],
    );
  }
}
