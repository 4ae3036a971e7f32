import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { calledInsteadSql, optedOut } from './called-instead.sql.js';
import { restartDoubtSql } from './doubts.repository.js';
import { batchSizeSql } from './enrolment.repository.js';
import { retrySql } from '../failure.js';
import type { RecordedAttempt } from '../attempt.js';
import { channelListSql, isInSegments, type Channel } from '../../kernel/channel.js';
import { staleSumsSql } from './sums.sql.js';
import { onePhoneKindsSql } from '../../kernel/broadcast-kinds.js';

/** A field that is left out is NULL in the statement. */
interface ResultRow {
  n: number;
  token: string;
  status: string;
  reason?: string;
  ref?: string;
  failure?: string;
  after_seconds?: number;
}

/** The refusals of one sender for one reason. */
export interface SenderRefusals {
  /** Kinds of the broadcasts that this sender sends. */
  readonly kinds: readonly string[];
  readonly channel: Channel;
  readonly reason: string;
}

/** How much of a broadcast is not final yet. */
export interface OpenDeliveries {
  readonly planned: number;
  /** Planned, being sent or in doubt. */
  readonly unsent: number;
  /** Sent, but without a final status from the provider. */
  readonly unreceipted: number;
  /** Seconds since the last one went out, by the database's clock. */
  readonly quietSeconds: number | null;
}

/** The outcome of deliveries: after an attempt, and when they will never be sent. */
@Injectable()
export class LedgerRepository {
  constructor(private readonly db: DataSource) {}

  /**
   * Records the results of attempts, in one statement. Each result is matched by token, so repeating it, or a worker
   * that is late, changes nothing. If a receipt arrived first, its status is kept and only the provider's reference is
   * added.
   *
   * A delivery that was proven not sent is planned again, unless the broadcast has ended meanwhile.
   */
  async record(broadcastId: string, channel: Channel, attempts: readonly RecordedAttempt[]): Promise<void> {
    if (attempts.length === 0) return;
    // Rare, and half of the time to plan the statement, which is planned for each batch.
    const calledInstead = attempts.some(
      ({ result }) => result.kind === 'rejected' && result.failure === optedOut,
    )
      ? `opted_out AS (SELECT broadcast_id, phone FROM settled WHERE status = 'rejected' AND failure = '${optedOut}'),
       ${calledInsteadSql('opted_out')},`
      : '';
    await this.db.query(
      `WITH ${retrySql},
       -- The broadcast is in each row, so that the planner sees no constant and does not estimate only a few rows.
       result AS MATERIALIZED (
         SELECT $1::uuid AS broadcast_id, * FROM json_to_recordset($2::json)
           AS r (n int, token text, status text, reason text, ref text, failure text, after_seconds float8)),
       home AS (
         SELECT id, state, state NOT IN ('cancelled', 'completed') AND expires_at > now() AS alive, kind FROM broadcast WHERE id = $1),
       outcome AS MATERIALIZED (
         SELECT r.*, home.state, home.alive, again.next,
           CASE WHEN again.next IS NULL THEN r.status ELSE 'planned' END AS becomes,
           COALESCE(again.after_seconds, r.after_seconds) AS again_after
         FROM result r CROSS JOIN home
         -- Refused at once: retry only on another channel, because the same channel would refuse again.
         LEFT JOIN retry again ON again.failure = r.failure AND again.channel = $3 AND again.next <> $3
           AND home.alive AND home.kind = 'alert'),
       settled AS (
         UPDATE delivery x SET
           status = CASE
             -- Planned again after a doubt, and then accepted after all: do not send twice.
             WHEN x.status = 'planned' AND o.status = 'accepted' THEN o.status
             WHEN x.status NOT IN ('sending', 'in-doubt') THEN x.status
             WHEN o.becomes <> 'planned' OR o.alive THEN o.becomes
             WHEN o.state = 'cancelled' THEN 'cancelled'
             ELSE 'expired' END,
           reason = CASE WHEN x.status IN ('sending', 'in-doubt') THEN o.reason ELSE x.reason END,
           -- Proven not sent does not count as an attempt: only calls that were placed count towards the three.
           -- Attempts are counted per channel.
           attempts = CASE
             WHEN x.status NOT IN ('sending', 'in-doubt') OR o.becomes <> 'planned' THEN x.attempts
             WHEN o.next <> x.channel THEN 0
             ELSE x.attempts - 1 END,
           channel = CASE WHEN x.status IN ('sending', 'in-doubt') THEN COALESCE(o.next, x.channel) ELSE x.channel END,
           segments = CASE WHEN o.next NOT IN ${channelListSql(isInSegments)} THEN 1 ELSE x.segments END,
           provider_ref = COALESCE(o.ref, x.provider_ref),
           updated_at = now()
         FROM outcome o
         WHERE x.broadcast_id = o.broadcast_id AND x.n = o.n AND x.token = o.token
           AND (x.status IN ('sending', 'in-doubt') OR o.status = 'accepted')
         RETURNING x.broadcast_id, x.n, x.phone, x.status, x.channel, o.again_after, o.next, o.reason, o.failure),
       ${calledInstead}
       doubted AS (
         INSERT INTO delivery_doubt (broadcast_id, n, look_at)
         SELECT $1::uuid, n, now() + interval '5 seconds' FROM settled WHERE status = 'in-doubt'
         ${restartDoubtSql}),
       noted AS (
         INSERT INTO delivery_event (broadcast_id, n, kind, detail)
         SELECT $1::uuid, n, CASE status WHEN 'planned' THEN 'called-instead' ELSE status END, json_build_object('reason', reason)
         FROM settled WHERE status = 'in-doubt' OR (status = 'planned' AND next <> $3)),
       ${staleSumsSql('$1')}
       INSERT INTO delivery_batch (broadcast_id, channel, ns, due_at)
       SELECT $1::uuid, channel, array_agg(n ORDER BY n), now() + make_interval(secs => max(again_after))
       FROM settled WHERE status = 'planned' AND again_after IS NOT NULL GROUP BY channel`,
      [broadcastId, JSON.stringify(attempts.map(toRow)), channel],
    );
  }

  /**
   * Plans refused deliveries again when the sender was the cause, not the phones: all that were refused for this
   * reason, while the broadcast lives. It reads the ledger, so a crash or another worker can't make it miss one.
   * Codes and notices stay refused: whoever waits for one asks again. Safe to repeat.
   *
   * @returns how many were planned again
   */
  async planAgain(
    { kinds, channel, reason }: SenderRefusals,
    tx: EntityManager = this.db.manager,
  ): Promise<number> {
    const [row] = await tx.query<{ again: number }[]>(
      `WITH home AS MATERIALIZED (
         SELECT id FROM broadcast WHERE state IN ('approved', 'sending', 'paused') AND expires_at > now()
           AND kind = ANY($1) AND kind NOT IN ${onePhoneKindsSql}),
       refused AS MATERIALIZED (
         -- Locked rows are being planned again by another worker.
         SELECT d.broadcast_id, d.n FROM home JOIN delivery d ON d.broadcast_id = home.id
         WHERE d.channel = $2 AND d.status = 'rejected' AND d.reason = $3 FOR UPDATE OF d SKIP LOCKED),
       again AS (
         UPDATE delivery x SET status = 'planned', attempts = x.attempts - 1, updated_at = now()
         FROM refused r WHERE x.broadcast_id = r.broadcast_id AND x.n = r.n
         RETURNING x.broadcast_id, x.n, x.channel),
       batched AS (
         INSERT INTO delivery_batch (broadcast_id, channel, ns)
         SELECT broadcast_id, channel, array_agg(n ORDER BY n) FROM again GROUP BY broadcast_id, channel)
       SELECT count(*)::int AS again FROM again`,
      [kinds, channel, reason],
    );
    return row!.again;
  }

  /**
   * Ends a broadcast: nothing more of it will be sent. Planned deliveries are closed and free batches are deleted. A
   * batch that a worker holds stays until it is released: if the worker dies, its lease is how we find what it was
   * sending. Safe to repeat. What the provider still queues is cancelled afterwards: see {@link CallOffsRepository}.
   */
  async close(
    broadcastId: string,
    as: 'cancelled' | 'expired',
    tx: EntityManager = this.db.manager,
  ): Promise<void> {
    await tx.query(
      `WITH ${staleSumsSql('$1')}
       UPDATE delivery SET status = $2, updated_at = now() WHERE broadcast_id = $1 AND status = 'planned'`,
      [broadcastId, as],
    );
    await tx.query('DELETE FROM delivery_batch WHERE broadcast_id = $1 AND worker IS NULL', [broadcastId]);
    await tx.query('INSERT INTO call_off (broadcast_id) VALUES ($1) ON CONFLICT DO NOTHING', [broadcastId]);
  }

  /**
   * Cuts planned deliveries that are in no batch into batches: otherwise nobody would ever send them. Safe to repeat,
   * because a delivery in two batches is sent only by the worker that comes first.
   */
  async gatherStray(broadcastId: string): Promise<void> {
    await this.db.query(
      `INSERT INTO delivery_batch (broadcast_id, channel, ns)
       SELECT broadcast_id, channel, array_agg(n ORDER BY n) FROM delivery
       WHERE broadcast_id = $1 AND status = 'planned'
         AND NOT EXISTS (SELECT FROM delivery_batch WHERE broadcast_id = $1)
       GROUP BY broadcast_id, channel, (n - 1) / (${batchSizeSql})`,
      [broadcastId],
    );
  }

  /** Counts the deliveries of a broadcast that still wait to be sent, or for a final status from the provider. */
  async open(broadcastId: string): Promise<OpenDeliveries> {
    const [row] = await this.db.query<OpenDeliveries[]>(
      `SELECT count(*) FILTER (WHERE status = 'planned')::int AS planned,
         count(*) FILTER (WHERE status IN ('planned', 'sending', 'in-doubt'))::int AS unsent,
         count(*) FILTER (WHERE status IN ('accepted', 'sent'))::int AS unreceipted,
         EXTRACT(epoch FROM now() - max(sent_at))::float8 AS "quietSeconds"
       FROM delivery WHERE broadcast_id = $1`,
      [broadcastId],
    );
    return row ?? { planned: 0, unsent: 0, unreceipted: 0, quietSeconds: null };
  }
}

function toRow({ n, token, result }: RecordedAttempt): ResultRow {
  switch (result.kind) {
    case 'accepted':
      return { n, token, status: 'accepted', ref: result.providerRef };
    case 'not-sent':
      return { n, token, status: 'planned', reason: result.reason, after_seconds: result.afterMs / 1000 };
    case 'rejected':
      return {
        n,
        token,
        status: 'rejected',
        reason: result.failure === optedOut ? optedOut : result.reason,
        failure: result.failure,
      };
    case 'in-doubt':
      return { n, token, status: 'in-doubt', reason: result.reason };
  }
}
