import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface StoredAnswer {
  readonly requestHash: Buffer;
  /** null while the first request is still being answered; 500 and above when nobody knows what it did. */
  readonly status: number | null;
  readonly body: unknown;
}

/** Every statement on the answers kept for repeats. */
@Injectable()
export class IdempotentAnswers {
  constructor(private readonly db: DataSource) {}

  /**
   * Takes the key for this request. Answers that nobody can be waiting for any more are swept out.
   *
   * @returns undefined when it is now ours, else what is there
   */
  async begin(memberId: string, key: string, hash: Buffer): Promise<StoredAnswer | undefined> {
    await this.db.query(`DELETE FROM idempotent_answer WHERE created_at < now() - interval '7 days'`);
    const taken = await this.db.query<unknown[]>(
      `INSERT INTO idempotent_answer (member_id, key, request_hash) VALUES ($1, $2, $3)
       ON CONFLICT (member_id, key) DO NOTHING RETURNING 1`,
      [memberId, key, hash],
    );
    if (taken.length === 1) return undefined;
    const [row] = await this.db.query<
      { request_hash: Buffer; status: number | null; body: unknown; died: boolean }[]
    >(
      `SELECT request_hash, status, body, status IS NULL AND created_at < now() - interval '2 minutes' AS died
       FROM idempotent_answer WHERE member_id = $1 AND key = $2`,
      [memberId, key],
    );
    return row && { requestHash: row.request_hash, status: row.died ? 500 : row.status, body: row.body };
  }

  async keep(memberId: string, key: string, status: number, body: unknown): Promise<void> {
    await this.db.query(
      'UPDATE idempotent_answer SET status = $3, body = $4 WHERE member_id = $1 AND key = $2',
      [memberId, key, status, JSON.stringify(body ?? null)],
    );
  }

  async forget(memberId: string, key: string): Promise<void> {
    await this.db.query('DELETE FROM idempotent_answer WHERE member_id = $1 AND key = $2', [memberId, key]);
  }
}
