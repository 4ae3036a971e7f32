import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** A summary of the parked receipts. */
export interface ParkedReceipts {
  readonly parked: number;
  /** When the first of them was parked. */
  readonly since: Date | null;
  /** Why the newest of them could not be applied. */
  readonly error: string | null;
}

/** Moves receipts that can't be applied out of the way of the others. */
@Injectable()
export class ParkedReceiptsRepository {
  constructor(private readonly db: DataSource) {}

  /** The next sets of receipts in the inbox, oldest first. */
  async next(limit: number): Promise<{ id: string; receipts: number }[]> {
    return this.db.query('SELECT id, cardinality(n) AS receipts FROM receipt_inbox ORDER BY id LIMIT $1', [
      limit,
    ]);
  }

  /** Splits this set into sets of one receipt each, at the end of the inbox. Safe to repeat. */
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

  /** Parks a set that holds one receipt. Safe to repeat. */
  async park(id: string, error: string): Promise<void> {
    await this.db.query(
      `WITH gone AS (DELETE FROM receipt_inbox WHERE id = $1 RETURNING *)
       INSERT INTO receipt_parked (error, broadcast_id, n, token, provider_ref, status, reason, failure, sender_address)
       SELECT $2, broadcast_id[1], n[1], token[1], provider_ref[1], status[1], reason[1], failure[1], sender_address[1] FROM gone`,
      [id, error],
    );
  }

  /** The parked receipts that are due to be tried again, the longest waiting first. */
  async due(limit: number): Promise<string[]> {
    const rows = await this.db.query<{ id: string }[]>(
      'SELECT id FROM receipt_parked WHERE try_at <= now() ORDER BY try_at, id LIMIT $1',
      [limit],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Moves a parked receipt back to the inbox, as a set of its own.
   * @returns the id of the set; undefined when another worker has the receipt
   */
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

  /** The receipt could not be applied this time either: try again in an hour. */
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
