import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { doubtAnew } from './doubts.repository.js';
import { batchSize } from './enrolment.repository.js';
import type { Channel, RecordedAttempt } from './delivery.js';

interface ResultRow {
  n: number;
  token: string;
  status: string;
  reason: string | null;
  ref: string | null;
  again: Date | null;
}

/** How much of a broadcast is not final. */
export interface OpenDeliveries {
  readonly planned: number;
  /** Planned, being sent or in doubt. */
  readonly unsent: number;
  /** Sent, without the provider's last word. */
  readonly unreceipted: number;
  readonly lastSentAt: Date | null;
}

/** What becomes of deliveries after they went out, and when they never will. */
@Injectable()
export class LedgerRepository {
  constructor(private readonly db: DataSource) {}

  /**
   * Records what attempts came to, in one statement. Bound by token, so repeating it, or a worker that comes too
   * late, changes nothing; a receipt that was quicker is not overwritten, only given its reference.
   *
   * What was not sent goes back to be sent, unless the broadcast has ended meanwhile.
   */
  async record(broadcastId: string, channel: Channel, attempts: readonly RecordedAttempt[]): Promise<void> {
    if (attempts.length === 0) return;
    await this.db.query(
      `WITH result AS (
         SELECT * FROM json_to_recordset($2::json) AS r (n int, token text, status text, reason text, ref text, again timestamptz)),
       home AS (SELECT state, expires_at FROM broadcast WHERE id = $1),
       settled AS (
         UPDATE delivery x SET
           status = CASE
             -- Planned again after a doubt, and accepted after all: not sent twice.
             WHEN x.status = 'planned' AND r.status = 'accepted' THEN r.status
             WHEN x.status NOT IN ('sending', 'in-doubt') THEN x.status
             WHEN r.status <> 'planned' THEN r.status
             WHEN home.state = 'cancelled' THEN 'cancelled'
             WHEN home.expires_at <= now() THEN 'expired'
             ELSE 'planned' END,
           reason = CASE WHEN x.status IN ('sending', 'in-doubt') THEN r.reason ELSE x.reason END,
           -- Proven not sent is no attempt: only calls that were placed count towards the three.
           attempts = x.attempts - CASE WHEN r.status = 'planned' AND x.status IN ('sending', 'in-doubt') THEN 1 ELSE 0 END,
           provider_ref = COALESCE(r.ref, x.provider_ref),
           updated_at = now()
         FROM result r, home
         WHERE x.broadcast_id = $1 AND x.n = r.n AND x.token = r.token
           AND (x.status IN ('sending', 'in-doubt') OR r.status = 'accepted')
         RETURNING x.n, x.status, r.again),
       doubted AS (
         INSERT INTO delivery_doubt (broadcast_id, n, look_at)
         SELECT $1::uuid, n, now() + interval '5 seconds' FROM settled WHERE status = 'in-doubt'
         ${doubtAnew})
       INSERT INTO delivery_batch (broadcast_id, channel, ns, due_at)
       SELECT $1::uuid, $3, array_agg(n ORDER BY n), max(again) FROM settled WHERE status = 'planned' AND again IS NOT NULL
       HAVING count(*) > 0`,
      [broadcastId, JSON.stringify(attempts.map(toRow)), channel],
    );
  }

  /**
   * Nothing of this broadcast will be sent any more: what is planned is over, and so is its work. A batch that a worker
   * holds stays until it is let go: should the worker die, it is by the lease that what it was sending is found. Safe to
   * repeat.
   */
  async close(
    broadcastId: string,
    as: 'cancelled' | 'expired',
    within: EntityManager = this.db.manager,
  ): Promise<void> {
    await within.query(
      `UPDATE delivery SET status = $2, updated_at = now() WHERE broadcast_id = $1 AND status = 'planned'`,
      [broadcastId, as],
    );
    await within.query('DELETE FROM delivery_batch WHERE broadcast_id = $1 AND worker IS NULL', [
      broadcastId,
    ]);
  }

  /**
   * Cuts what is planned and in no batch into batches again: what nobody would ever send otherwise. Safe to repeat,
   * since a delivery in two batches is sent by whoever comes first.
   */
  async gatherStray(broadcastId: string): Promise<void> {
    await this.db.query(
      `INSERT INTO delivery_batch (broadcast_id, channel, ns)
       SELECT broadcast_id, channel, array_agg(n ORDER BY n) FROM delivery
       WHERE broadcast_id = $1 AND status = 'planned'
         AND NOT EXISTS (SELECT FROM delivery_batch WHERE broadcast_id = $1)
       GROUP BY broadcast_id, channel, (n - 1) / ${batchSize}`,
      [broadcastId],
    );
  }

  /** How many deliveries of a broadcast still wait to be sent, or for the provider's word. */
  async open(broadcastId: string): Promise<OpenDeliveries> {
    const [row] = await this.db.query<OpenDeliveries[]>(
      `SELECT count(*) FILTER (WHERE status = 'planned')::int AS planned,
         count(*) FILTER (WHERE status IN ('planned', 'sending', 'in-doubt'))::int AS unsent,
         count(*) FILTER (WHERE status IN ('accepted', 'sent'))::int AS unreceipted,
         max(sent_at) AS "lastSentAt"
       FROM delivery WHERE broadcast_id = $1`,
      [broadcastId],
    );
    return row ?? { planned: 0, unsent: 0, unreceipted: 0, lastSentAt: null };
  }
}

function toRow({ n, token, result }: RecordedAttempt): ResultRow {
  const row = { n, token, reason: null, ref: null, again: null };
  switch (result.kind) {
    case 'accepted':
      return { ...row, status: 'accepted', ref: result.providerRef };
    case 'not-sent':
      return { ...row, status: 'planned', reason: result.reason, again: result.again };
    case 'rejected':
      return { ...row, status: 'rejected', reason: result.reason };
    case 'in-doubt':
      return { ...row, status: 'in-doubt', reason: result.reason };
  }
}
