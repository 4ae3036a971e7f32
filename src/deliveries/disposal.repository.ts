import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { countsSql } from './report.repository.js';

/** Everything that is kept of a single delivery. */
const personal = ['delivery_event', 'delivery_doubt', 'delivery_batch', 'receipt_inbox', 'delivery'] as const;

/** Every statement that takes deliveries out of the ledger for good. */
@Injectable()
export class DisposalRepository {
  constructor(private readonly db: DataSource) {}

  /**
   * The deliveries of the oldest broadcast that has been over for so many days; its sums are kept, or nothing of a code.
   *
   * @returns false when there is none, or others are at them all
   */
  disposeOfNext(days: number): Promise<boolean> {
    return this.db.transaction(async (db) => {
      await db.query(`SET LOCAL statement_timeout = '15min'`);
      const [due] = await db.query<{ id: string; kind: string }[]>(
        `SELECT id, kind FROM broadcast b
         WHERE id < first_uuid_at(now() - make_interval(days => $1)) AND state IN ('completed', 'cancelled')
           AND COALESCE(completed_at, expires_at) < now() - make_interval(days => $1)
           AND (planned IS NOT NULL OR kind = 'verification')
           AND NOT EXISTS (SELECT FROM disposed_broadcast d WHERE d.broadcast_id = b.id)
         ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED`,
        [days],
      );
      if (!due) return false;
      if (due.kind === 'verification') await forget(due.id, db);
      else await keepSums(due.id, db);
      return true;
    });
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

  private async dropIfEmpty(month: string): Promise<void> {
    await this.db
      .transaction(async (db) => {
        await db.query(`SET LOCAL lock_timeout = '1s'`);
        const [row] = await db.query<{ empty: boolean }[]>(
          `SELECT NOT EXISTS (SELECT FROM ${month}) AS empty`,
        );
        if (row?.empty) await db.query(`DROP TABLE ${month}`);
      })
      .catch((error: unknown) => {
        if ((error as { code?: string }).code !== lockNotAvailable) throw error;
      });
  }
}

/** PostgreSQL's `lock_not_available`. */
const lockNotAvailable = '55P03';

async function keepSums(broadcastId: string, db: EntityManager): Promise<void> {
  await db.query(
    `INSERT INTO disposed_broadcast (broadcast_id, counts)
     SELECT $2, COALESCE(jsonb_agg(to_jsonb(counted) - 'broadcast_id'), '[]') FROM (${countsSql}) counted`,
    [[broadcastId], broadcastId],
  );
  await erase(broadcastId, db);
}

async function forget(broadcastId: string, db: EntityManager): Promise<void> {
  await erase(broadcastId, db);
  await db.query('DELETE FROM broadcast_text WHERE broadcast_id = $1', [broadcastId]);
  await db.query('DELETE FROM broadcast WHERE id = $1', [broadcastId]);
}

async function erase(broadcastId: string, db: EntityManager): Promise<void> {
  for (const table of personal) await db.query(`DELETE FROM ${table} WHERE broadcast_id = $1`, [broadcastId]);
}
