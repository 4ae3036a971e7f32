import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** The receipts that are put aside. */
export interface ParkedReceipts {
  readonly parked: number;
  /** When the first of them was put aside. */
  readonly since: Date | null;
  /** Why the newest could not be applied. */
  readonly error: string | null;
}

/** Takes receipts that can't be applied out of the way of the others. */
@Injectable()
export class ParkedReceiptsRepository {
  constructor(private readonly db: DataSource) {}

  /** The sets that are next, the oldest first. */
  async next(limit: number): Promise<{ id: string; receipts: number }[]> {
    return this.db.query('SELECT id, cardinality(n) AS receipts FROM receipt_inbox ORDER BY id LIMIT $1', [
      limit,
    ]);
  }

  /** Makes a set of each receipt of this one, behind all that wait. Safe to repeat. */
  async split(id: string): Promise<void> {
    await this.db.query(
      `WITH gone AS (DELETE FROM receipt_inbox WHERE id = $1 RETURNING *)
       INSERT INTO receipt_inbox (received_at, broadcast_id, n, token, provider_ref, status, reason, failure, sender_address)
       SELECT s.received_at, ARRAY[r.broadcast_id], ARRAY[r.n], ARRAY[r.token], ARRAY[r.provider_ref], ARRAY[r.status],
         ARRAY[r.reason], ARRAY[r.failure], ARRAY[r.sender_address]
       FROM gone s
       CROSS JOIN unnest(s.broadcast_id, s.n, s.token, s.provider_ref, s.status, s.reason, s.failure, s.sender_address)
         WITH ORDINALITY AS r (broadcast_id, n, token, provider_ref, status, reason, failure, sender_address, place)
       ORDER BY r.place`,
      [id],
    );
  }

  /** Puts a set of one aside. Safe to repeat. */
  async park(id: string, error: string): Promise<void> {
    await this.db.query(
      `WITH gone AS (DELETE FROM receipt_inbox WHERE id = $1 RETURNING *)
       INSERT INTO receipt_parked (error, broadcast_id, n, token, provider_ref, status, reason, failure, sender_address)
       SELECT $2, broadcast_id[1], n[1], token[1], provider_ref[1], status[1], reason[1], failure[1], sender_address[1] FROM gone`,
      [id, error],
    );
  }

  /** Those that are to be tried again, the longest waiting first. */
  async due(limit: number): Promise<string[]> {
    const rows = await this.db.query<{ id: string }[]>(
      'SELECT id FROM receipt_parked WHERE try_at <= now() ORDER BY try_at, id LIMIT $1',
      [limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Puts one back as a set of its own. @returns the set; undefined when another worker has it in hand */
  async takeBack(id: string, tx: EntityManager): Promise<string | undefined> {
    const [set] = await tx.query<{ id: string }[]>(
      `WITH gone AS (
         DELETE FROM receipt_parked WHERE id = (SELECT id FROM receipt_parked WHERE id = $1 FOR UPDATE SKIP LOCKED) RETURNING *)
       INSERT INTO receipt_inbox (received_at, broadcast_id, n, token, provider_ref, status, reason, failure, sender_address)
       SELECT parked_at, ARRAY[broadcast_id], ARRAY[n], ARRAY[token], ARRAY[provider_ref], ARRAY[status], ARRAY[reason],
         ARRAY[failure], ARRAY[sender_address] FROM gone
       RETURNING id`,
      [id],
    );
    return set?.id;
  }

  /** It could not be applied this time either. */
  async putOff(id: string, error: string): Promise<void> {
    await this.db.query(
      `UPDATE receipt_parked SET try_at = now() + interval '1 hour', error = $2 WHERE id = $1`,
      [id, error],
    );
  }

  async sum(): Promise<ParkedReceipts> {
    const [row] = await this.db.query<ParkedReceipts[]>(
      `SELECT count(*)::int AS parked, min(parked_at) AS since, (array_agg(error ORDER BY id DESC))[1] AS error FROM receipt_parked`,
    );
    return row!;
  }
}
