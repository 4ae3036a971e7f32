import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

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

  async count(): Promise<number> {
    const [row] = await this.db.query<{ parked: number }[]>(
      'SELECT count(*)::int AS parked FROM receipt_parked',
    );
    return row?.parked ?? 0;
  }
}
