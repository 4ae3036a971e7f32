import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { countsSql, type SentCount } from './sums.sql.js';

/** How long a sender may have to wait while we start keeping the sums of a broadcast. */
const lockPatienceMs = 50;
/** Pause after the lock could not be taken. */
const tryAgainMs = 10_000;
/** PostgreSQL's `lock_not_available`. */
const lockNotAvailable = '55P03';

const isOver = `b.state IN ('completed', 'cancelled', 'missed') AND b.planned IS NOT NULL
  AND NOT EXISTS (SELECT FROM disposed_broadcast d WHERE d.broadcast_id = b.id)`;

/**
 * The sums of broadcasts that are over. They are computed on first use, and again only after a delivery changed. Each
 * statement that changes a delivery marks the sums as stale in the same statement: see `staleSumsSql`.
 */
@Injectable()
export class KeptSums {
  private tryAgainAt = 0;

  constructor(private readonly db: DataSource) {}

  /** @returns the counts of those that are over; broadcasts without an entry must be summed from their deliveries */
  async of(broadcastIds: readonly string[]): Promise<Map<string, SentCount[]>> {
    if (broadcastIds.length === 0) return new Map();
    let found = await this.look(broadcastIds);
    const fresh = found.filter(({ isKnown }) => !isKnown).map(({ id }) => id);
    if (fresh.length > 0 && (await this.begin(fresh))) found = await this.look(broadcastIds);
    const sums = new Map<string, SentCount[]>();
    for (const { id, isKnown, counts } of found)
      if (isKnown) sums.set(id, counts?.map((count) => ({ ...count, recent: 0 })) ?? (await this.make(id)));
    return sums;
  }

  private async look(broadcastIds: readonly string[]): Promise<Seen[]> {
    return this.db.query<Seen[]>(
      `SELECT b.id, k.broadcast_id IS NOT NULL AS "isKnown", k.counts
       FROM broadcast b LEFT JOIN kept_sums k ON k.broadcast_id = b.id WHERE b.id = ANY($1) AND ${isOver}`,
      [broadcastIds],
    );
  }

  /**
   * After this, every change finds the row that it must mark as stale. The lock waits for statements that began earlier
   * and would not see the row. Statements that wait for this lock do see it, because a statement takes its locks before
   * its snapshot.
   *
   * @returns false if the lock could not be taken
   */
  private async begin(broadcastIds: readonly string[]): Promise<boolean> {
    if (performance.now() < this.tryAgainAt) return false;
    try {
      await this.db.transaction(async (tx) => {
        await tx.query(`SET LOCAL lock_timeout = ${lockPatienceMs}`);
        await tx.query('LOCK TABLE ONLY delivery IN SHARE ROW EXCLUSIVE MODE');
        await tx.query(
          `INSERT INTO kept_sums (broadcast_id) SELECT b.id FROM broadcast b WHERE b.id = ANY($1) AND ${isOver}
           ON CONFLICT DO NOTHING`,
          [broadcastIds],
        );
      });
      return true;
    } catch (error) {
      if ((error as { code?: string }).code !== lockNotAvailable) throw error;
      this.tryAgainAt = performance.now() + tryAgainMs;
      return false;
    }
  }

  /**
   * Computes the sums, and keeps them if nothing changed meanwhile. Version and deliveries come from one snapshot, and
   * the version is compared again when the row is written. Safe to repeat.
   */
  private async make(broadcastId: string): Promise<SentCount[]> {
    return this.db.query<SentCount[]>(
      `WITH was AS MATERIALIZED (SELECT version FROM kept_sums WHERE broadcast_id = $2),
       counted AS MATERIALIZED (
         SELECT status, channel, reason, deliveries, confirmed, resent, placed, parts FROM (${countsSql}) c),
       kept AS (
         UPDATE kept_sums k
         SET counts = (SELECT COALESCE(jsonb_agg(to_jsonb(counted) ORDER BY status, channel, reason), '[]') FROM counted)
         FROM was WHERE k.broadcast_id = $2 AND k.version = was.version)
       SELECT *, 0 AS recent FROM counted ORDER BY status, channel, reason`,
      [[broadcastId], broadcastId],
    );
  }
}

interface Seen {
  readonly id: string;
  /** Whether changes are marked. */
  readonly isKnown: boolean;
  readonly counts: readonly SentCount[] | null;
}
