import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { BroadcastKind, BroadcastState } from '../../broadcasts/broadcast.js';
import { sumsSql } from '../ledger/sums.sql.js';
import { onePhoneKindsSql } from '../../kernel/broadcast-kinds.js';

/** A broadcast that has been over for long enough. */
export interface OldBroadcast {
  readonly id: string;
  readonly kind: BroadcastKind;
  readonly state: BroadcastState;
}

/**
 * Other tables that keep data about single deliveries. The receipt inbox is not listed: it is emptied within a second.
 */
const traces = ['delivery_event', 'delivery_doubt', 'delivery_batch', 'call_off', 'kept_sums'] as const;

/** Short enough that nobody notices, and shorter than PostgreSQL's deadlock timeout, which could cancel an approval. */
const lockPatienceMs = 200;

/**
 * PostgreSQL's `lock_not_available`, and `undefined_table`: another worker has just dropped the month. A look at the
 * catalog beforehand doesn't help, because within a transaction it may be older than the lock.
 */
const leftForTheNextRun: ReadonlySet<string | undefined> = new Set(['55P03', '42P01']);

/** All statements that remove deliveries from the ledger for good. */
@Injectable()
export class DisposalRepository {
  constructor(private readonly db: DataSource) {}

  /**
   * A transaction with a long timeout: one broadcast's million rows are deleted at once, slower than any page's
   * statement.
   */
  atomically<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.db.transaction(async (tx) => {
      await tx.query(`SET LOCAL statement_timeout = '15min'`);
      return work(tx);
    });
  }

  /**
   * The oldest broadcast that has been over for `days` days, locked until the transaction ends. Another worker gets
   * another broadcast. A cancelled broadcast is over when its last delivery changed, because its `expires_at` may be a
   * month later. A broadcast that never completed is over when it expired.
   */
  async holdNext(days: number, tx: EntityManager): Promise<OldBroadcast | undefined> {
    const [due] = await tx.query<OldBroadcast[]>(
      `SELECT id, kind, state FROM broadcast b
       WHERE id < first_uuid_at(now() - make_interval(days => $1))
         AND (planned IS NOT NULL OR kind IN ${onePhoneKindsSql})
         AND NOT EXISTS (SELECT FROM disposed_broadcast d WHERE d.broadcast_id = b.id)
         AND CASE
           WHEN state = 'completed' THEN COALESCE(completed_at, expires_at) < now() - make_interval(days => $1)
           -- OFFSET 0 is an optimisation fence: without it the planner may read the whole ledger.
           WHEN state IN ('cancelled', 'missed') THEN NOT EXISTS (
             SELECT FROM delivery x WHERE x.broadcast_id = b.id AND x.updated_at >= now() - make_interval(days => $1) OFFSET 0)
           ELSE state IN ('approved', 'sending', 'paused') AND expires_at < now() - make_interval(days => $1) END
       ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [days],
    );
    return due;
  }

  /**
   * Deletes the deliveries and keeps their sums, in one statement. The sums match what was deleted, even if a late
   * receipt arrives meanwhile. Safe to repeat, because the first sums are kept.
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

  /**
   * Deletes everything that is kept about single deliveries. Deliveries go first, so that nothing new is noted about
   * them.
   */
  async erase(broadcastId: string, tx: EntityManager): Promise<void> {
    for (const table of ['delivery', ...traces])
      await tx.query(`DELETE FROM ${table} WHERE broadcast_id = $1`, [broadcastId]);
  }

  /**
   * Drops months of the ledger that are older than `days` and empty. If a lock is taken, the month is left for the next
   * run.
   */
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
   * A draft of that month may be in the middle of its approval. Its deliveries are invisible until they are committed,
   * so only a lock that blocks all writers can tell whether the month is empty.
   */
  private async dropIfEmpty(month: string): Promise<void> {
    await this.atomically(async (tx) => {
      const [turn] = await tx.query<{ mine: boolean }[]>(
        `SELECT pg_try_advisory_xact_lock(hashtext('budkavle.disposal-months')) AS mine`,
      );
      if (!turn?.mine) return;
      await tx.query(`SET LOCAL lock_timeout = ${lockPatienceMs}`);
      await tx.query(`LOCK TABLE ${month} IN SHARE MODE`);
      const [row] = await tx.query<{ empty: boolean }[]>(`SELECT NOT EXISTS (SELECT FROM ${month}) AS empty`);
      if (row?.empty) await tx.query(`DROP TABLE ${month}`);
    }).catch((error: unknown) => {
      if (!leftForTheNextRun.has((error as { code?: string }).code)) throw error;
    });
  }
}
