import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Messages and calls per second in the demo's history. */
const perSecond = 10;

/** Outcomes for the messages of the demo's history. Nothing was sent and nobody had to wait for it. */
@Injectable()
export class DemoOutcomesRepository {
  constructor(private readonly db: DataSource) {}

  /**
   * Gives a just approved broadcast an outcome of every kind. The outcomes are the same each time.
   *
   * @returns when the first and the last message went out
   */
  async make(broadcastId: string, from: Date): Promise<{ startedAt: Date; completedAt: Date }> {
    await this.db.transaction(async (tx) => {
      await tx.query('DELETE FROM delivery_batch WHERE broadcast_id = $1', [broadcastId]);
      await tx.query(
        `UPDATE delivery SET attempts = 1, resent = false, confirmed = channel = 'voice' AND n % 3 = 0,
           sent_at = $2::timestamptz + make_interval(secs => n / ${perSecond}.0),
           updated_at = $2::timestamptz + make_interval(secs => n / ${perSecond}.0 + 4)
         WHERE broadcast_id = $1 AND status = 'planned'`,
        [broadcastId, from],
      );
      await tx.query(
        `UPDATE delivery x SET status = o.status, reason = o.reason, attempts = o.attempts,
           confirmed = x.confirmed AND o.status = 'delivered' AND o.reason IS NULL
         FROM (
           SELECT n, made.* FROM delivery d CROSS JOIN LATERAL (
             SELECT 'rejected' AS status, '21614' AS reason, 1 AS attempts WHERE d.channel = 'sms' AND d.n % 47 = 5
             UNION ALL SELECT 'undelivered', '30005', 1 WHERE d.channel = 'sms' AND d.n % 29 = 11
             UNION ALL SELECT 'no-receipt', NULL, 1 WHERE d.channel = 'sms' AND d.n % 61 = 17
             UNION ALL SELECT 'unknown', 'timeout', 1 WHERE d.channel = 'sms' AND d.n % 97 = 3
             UNION ALL SELECT 'failed', 'no-answer', 3 WHERE d.channel = 'voice' AND d.n % 5 = 2
             UNION ALL SELECT 'delivered', 'answering-machine', 1 WHERE d.channel = 'voice' AND d.n % 4 = 1
             UNION ALL SELECT 'delivered', NULL, 1
             LIMIT 1
           ) made WHERE d.broadcast_id = $1 AND d.status = 'planned'
         ) o
         WHERE x.broadcast_id = $1 AND x.n = o.n AND x.status = 'planned'`,
        [broadcastId],
      );
    });
    const [last] = await this.db.query<{ at: Date | null }[]>(
      'SELECT max(updated_at) AS at FROM delivery WHERE broadcast_id = $1 AND sent_at IS NOT NULL',
      [broadcastId],
    );
    return { startedAt: from, completedAt: last?.at ?? from };
  }
}
