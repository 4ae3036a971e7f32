import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { refusal } from '../kernel/refusal.js';

export const StillAnswering = refusal('request.still-answering', 'conflict', {
  sv: 'Samma förfrågan besvaras just nu. Försök igen om ett ögonblick.',
  en: 'The same request is being answered right now. Try again in a moment.',
});

export interface StoredAnswer {
  readonly requestHash: Buffer;
  /** null while the first request is still being answered; 500 or above when its effect is unknown. */
  readonly status: number | null;
  readonly body: unknown;
}

/** One request's hold on its key. */
export interface Attempt {
  readonly memberId: string;
  readonly key: string;
  readonly id: string;
}

const attempts = new AsyncLocalStorage<Attempt>();

/** Runs the work of a request that holds a key. What the work commits is noted as done by {@link noteDone}. */
export const asAttempt = <T>(attempt: Attempt, work: () => T): T => attempts.run(attempt, work);

/**
 * Notes that the current request has done its work, in the transaction of that work. A rollback removes the note too.
 * Does nothing outside a request with a key.
 *
 * @throws request.still-answering when another request has taken over the key: the work must not be done twice
 */
export async function noteDone(tx: EntityManager): Promise<void> {
  const attempt = attempts.getStore();
  if (!attempt) return;
  const [rows] = await tx.query<[unknown[]]>(
    `UPDATE idempotent_answer SET done = true
     WHERE member_id = $1 AND key = $2 AND attempt = $3 AND status IS NULL RETURNING 1`,
    [attempt.memberId, attempt.key, attempt.id],
  );
  if (rows.length === 0) throw StillAnswering();
}

/** Seconds without a sign of life after which a request counts as dead. Signs come every two seconds. */
const deadAfter = 10;
const isDead = `CASE WHEN attempt IS NULL THEN created_at < now() - interval '2 minutes'
  ELSE alive_at < now() - interval '${deadAfter} seconds' END`;

/** Every statement on the answers that are kept for repeats. */
@Injectable()
export class IdempotentAnswers {
  constructor(private readonly db: DataSource) {}

  /**
   * Takes the key for this request, also from a dead request whose work was rolled back. Deletes answers older than 7
   * days, which nobody can be waiting for.
   *
   * @returns the hold on the key, or the stored answer
   */
  async begin(memberId: string, key: string, hash: Buffer): Promise<Attempt | StoredAnswer> {
    await this.db.query(`DELETE FROM idempotent_answer WHERE created_at < now() - interval '7 days'`);
    const id = randomUUID();
    const taken = await this.db.query<unknown[]>(
      `INSERT INTO idempotent_answer AS kept (member_id, key, request_hash, attempt) VALUES ($1, $2, $3, $4)
       ON CONFLICT (member_id, key) DO UPDATE SET attempt = excluded.attempt, created_at = now(), alive_at = now()
         WHERE kept.status IS NULL AND NOT kept.done AND kept.attempt IS NOT NULL
           AND kept.request_hash = excluded.request_hash
           AND kept.alive_at < now() - interval '${deadAfter} seconds'
       RETURNING 1`,
      [memberId, key, hash, id],
    );
    if (taken.length === 1) return { memberId, key, id };
    const [row] = await this.db.query<
      { request_hash: Buffer; status: number | null; body: unknown; died: boolean }[]
    >(
      `SELECT request_hash, status, body, status IS NULL AND ${isDead} AS died
       FROM idempotent_answer WHERE member_id = $1 AND key = $2`,
      [memberId, key],
    );
    // Freed between the two statements. The next try takes it.
    if (!row) throw StillAnswering();
    return { requestHash: row.request_hash, status: row.died ? 500 : row.status, body: row.body };
  }

  /**
   * A sign of life while the request is being answered. If the row is locked, the request's own work holds it, which is
   * sign enough: waiting for the lock would take one more connection every two seconds.
   */
  async stayAlive({ memberId, key, id }: Attempt): Promise<void> {
    await this.db.query(
      `UPDATE idempotent_answer SET alive_at = now() WHERE (member_id, key) IN (
         SELECT member_id, key FROM idempotent_answer
         WHERE member_id = $1 AND key = $2 AND attempt = $3 FOR UPDATE SKIP LOCKED)`,
      [memberId, key, id],
    );
  }

  async keep({ memberId, key, id }: Attempt, status: number, body: unknown): Promise<void> {
    await this.db.query(
      `UPDATE idempotent_answer SET status = $4, body = $5
       WHERE member_id = $1 AND key = $2 AND attempt = $3`,
      [memberId, key, id, status, JSON.stringify(body ?? null)],
    );
  }

  /** After a fault: frees the key if nothing was committed, else stores that the outcome is unknown. */
  async giveUp(attempt: Attempt): Promise<void> {
    await this.db.query(
      `DELETE FROM idempotent_answer WHERE member_id = $1 AND key = $2 AND attempt = $3 AND NOT done`,
      [attempt.memberId, attempt.key, attempt.id],
    );
    await this.keep(attempt, 500, null);
  }
}
