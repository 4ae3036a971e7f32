import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { BroadcastKind, BroadcastState } from '../../broadcasts/broadcast.js';
import { sumsSql } from '../ledger/sums.sql.js';

/** A broadcast that has been over for long enough. */
export interface OldBroadcast {
  readonly id: string;
  readonly kind: BroadcastKind;
  readonly state: BroadcastState;
}

/** What is kept of deliveries beside their rows. A receipt that still waits is taken out within the second. */
const traces = ['delivery_event', 'delivery_doubt', 'delivery_batch', 'call_off', 'kept_sums'] as const;

/** Too short for anybody to notice, and for PostgreSQL to see a deadlock in it and choose an approval as its victim. */
const lockPatienceMs = 200;

/** PostgreSQL's `lock_not_available`. */
const lockNotAvailable = '55P03';

/** Every statement that takes deliveries out of the ledger for good. */
@Injectable()
export class DisposalRepository {
  constructor(private readonly db: DataSource) {}

  /** A million rows of one broadcast go at once, which may take longer than any statement of a page. */
  atomically<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.db.transaction(async (tx) => {
      await tx.query(`SET LOCAL statement_timeout = '15min'`);
      return work(tx);
    });
  }

  /**
   * The oldest broadcast whose last word is so many days old, held until the transaction ends; another worker is given
   * another. One that was cancelled has its last word when the last was heard of its deliveries, since it may have been
   * meant to go on for a month; one that never came to its end, when its time was over.
   */
  async holdNext(days: number, tx: EntityManager): Promise<OldBroadcast | undefined> {
    const [due] = await tx.query<OldBroadcast[]>(
      `SELECT id, kind, state FROM broadcast b
       WHERE id < first_uuid_at(now() - make_interval(days => $1))
         AND (planned IS NOT NULL OR kind = 'verification')
         AND NOT EXISTS (SELECT FROM disposed_broadcast d WHERE d.broadcast_id = b.id)
         AND CASE
           WHEN state = 'completed' THEN COALESCE(completed_at, expires_at) < now() - make_interval(days => $1)
           -- Behind OFFSET 0, or the planner may read the whole ledger to answer it.
           WHEN state = 'cancelled' THEN NOT EXISTS (
             SELECT FROM delivery x WHERE x.broadcast_id = b.id AND x.updated_at >= now() - make_interval(days => $1) OFFSET 0)
           ELSE state IN ('approved', 'sending', 'paused') AND expires_at < now() - make_interval(days => $1) END
       ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [days],
    );
    return due;
  }

  /**
   * The deliveries go and their sums stay, in one statement: what is summed is what was erased, whatever a late receipt
   * does meanwhile. Safe to repeat, since the first sums stand.
   */
  async keepSums(broadcastId: string, tx: EntityManager): Promise<void> {
    await tx.query(
      `WITH gone AS (
         DELETE FROM delivery WHERE broadcast_id = $1 RETURNING status, channel, reason, confirmed, resent, attempts, segments),
       counted AS (SELECT status, channel, reason, ${sumsSql} FROM gone GROUP BY 1, 2, 3)
       INSERT INTO disposed_broadcast (broadcast_id, counts)
       SELECT $1::uuid, COALESCE(jsonb_agg(to_jsonb(counted)), '[]') FROM counted
       ON CONFLICT DO NOTHING`,
      [broadcastId],
    );
  }

  /** Everything that is kept of single deliveries; the deliveries first, so that nothing is noted of them afterwards. */
  async erase(broadcastId: string, tx: EntityManager): Promise<void> {
    for (const table of ['delivery', ...traces])
      await tx.query(`DELETE FROM ${table} WHERE broadcast_id = $1`, [broadcastId]);
  }

  /** Months of the ledger that lie as far back and hold nothing any more. Whoever is in the way is waited for next time. */
  async dropEmptyMonths(days: number): Promise<void> {
    const months = await this.db.query<{ name: string }[]>(
      `SELECT c.oid::regclass::text AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
       WHERE i.inhparent = 'delivery'::regclass
         AND c.relname < 'delivery_' || to_char((now() - make_interval(days => $1)) AT TIME ZONE 'UTC', 'YYYYMM')`,
      [days],
    );
    for (const { name } of months) await this.dropIfEmpty(name);
  }

  /**
   * A draft of that month may be approved this very moment: its deliveries are not seen before they are committed, so
   * that only a lock that lets nobody write says whether the month is empty.
   */
  private async dropIfEmpty(month: string): Promise<void> {
    await this.atomically(async (tx) => {
      const [turn] = await tx.query<{ mine: boolean }[]>(
        `SELECT pg_try_advisory_xact_lock(hashtext('budkavle.disposal-months')) AS mine`,
      );
      if (!turn?.mine) return;
      const [known] = await tx.query<{ there: boolean }[]>('SELECT to_regclass($1) IS NOT NULL AS there', [
        month,
      ]);
      if (!known?.there) return;
      await tx.query(`SET LOCAL lock_timeout = ${lockPatienceMs}`);
      await tx.query(`LOCK TABLE ${month} IN SHARE MODE`);
      const [row] = await tx.query<{ empty: boolean }[]>(`SELECT NOT EXISTS (SELECT FROM ${month}) AS empty`);
      if (row?.empty) await tx.query(`DROP TABLE ${month}`);
    }).catch((error: unknown) => {
      if ((error as { code?: string }).code !== lockNotAvailable) throw error;
    });
  }
}
