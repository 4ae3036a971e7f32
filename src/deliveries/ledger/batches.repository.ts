import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { lanesByUrgency, type Lane } from '../../broadcasts/broadcast.js';
import { isProtectedSql } from '../../directory/protected-phone.sql.js';
import { restartDoubtSql } from './doubts.repository.js';
import type { Channel } from '../../kernel/channel.js';
import type { ClaimedBatch, OutgoingDelivery } from '../delivery.js';
import { withdrawnReasons } from '../withdrawn.js';
import { staleSumsSql } from './sums.sql.js';

/** A place in the order of sending. */
export interface Turn {
  readonly lane: Lane;
  /** Whether it goes before everything else of its lane. */
  readonly first: boolean;
}

/** A broadcast that has something to send on a channel now. */
export interface DueBroadcast extends Turn {
  readonly id: string;
}

/** A sender that asks what it has to send. */
interface DueFor {
  readonly id: string;
  readonly channel: Channel;
  readonly kinds: readonly string[];
}

/** The sender and provider of an attempt, kept in the ledger so that the right provider is asked about it later. */
export interface SentThrough {
  /** The sender's address. */
  readonly address: string;
  readonly provider: string;
}

/**
 * Broadcasts `b` that may be sent, are of the kinds $2, and have a free batch on the channel $1. The LATERAL looks up
 * batches one broadcast at a time: as a plain condition the planner would read all batches.
 */
const dueBroadcasts = `broadcast b CROSS JOIN LATERAL (
  SELECT FROM delivery_batch d
  WHERE d.broadcast_id = b.id AND d.channel = $1 AND d.worker IS NULL AND d.due_at <= now() LIMIT 1) free
  WHERE b.state IN ('approved', 'sending') AND b.kind = ANY($2) AND b.expires_at > now()
    AND may_send(b.kind, b.id, b.created_at)`;

/** The same as `goesFirst`, for `b`. */
const isFirstSql = `coalesce(b.relation = 'correction', false)`;

const leaseSeconds = 30;

const [unsubscribed, objected, becameProtected] = withdrawnReasons;

/** Claims, renews and releases batches. The queue knows nothing about batches. */
@Injectable()
export class BatchesRepository {
  constructor(private readonly db: DataSource) {}

  /**
   * The broadcasts with something due from a sender: highest lane first, within a lane corrections first, then the
   * oldest. Empty while the sender is stopped.
   */
  async due({ id, channel, kinds }: DueFor): Promise<DueBroadcast[]> {
    return this.db.query<DueBroadcast[]>(
      `SELECT b.id, b.lane, ${isFirstSql} AS first FROM ${dueBroadcasts} AND NOT EXISTS (SELECT FROM sender_stop WHERE sender = $4)
       ORDER BY array_position($3::text[], b.lane), ${isFirstSql} DESC, b.id`,
      [channel, kinds, lanesByUrgency, id],
    );
  }

  /** Whether the sender is stopped, and the place in the order of the first that is due from it. */
  async look({ id, channel, kinds }: DueFor): Promise<{ isStopped: boolean; top: Turn | undefined }> {
    const [row] = await this.db.query<{ isStopped: boolean; top: Turn | null }[]>(
      `SELECT EXISTS (SELECT FROM sender_stop WHERE sender = $4) AS "isStopped",
         (SELECT json_build_object('lane', b.lane, 'first', ${isFirstSql}) FROM ${dueBroadcasts}
          ORDER BY array_position($3::text[], b.lane), ${isFirstSql} DESC LIMIT 1) AS top`,
      [channel, kinds, lanesByUrgency, id],
    );
    return { isStopped: row?.isStopped ?? false, top: row?.top ?? undefined };
  }

  /**
   * Claims the next batch, with its deliveries that are still to be sent. Two workers never get the same batch: a
   * locked row is skipped, and the fence is incremented.
   */
  async claim(broadcastId: string, channel: Channel, worker: string): Promise<ClaimedBatch | undefined> {
    const [batch] = await this.db.query<ClaimedBatch[]>(
      `WITH claimed AS (
         UPDATE delivery_batch SET worker = $3, fence = fence + 1, lease_until = now() + interval '${leaseSeconds} seconds'
         WHERE id = (
           SELECT id FROM delivery_batch
           WHERE broadcast_id = $1 AND channel = $2 AND worker IS NULL AND due_at <= now()
           ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
         RETURNING id, broadcast_id, channel, ns, fence)
       SELECT c.id, c.broadcast_id AS "broadcastId", c.channel, c.fence, COALESCE((
         SELECT json_agg(json_build_object('n', x.n, 'segments', x.segments) ORDER BY x.n)
         FROM unnest(c.ns) AS t (n)
         CROSS JOIN LATERAL (
           SELECT d.n, d.segments FROM delivery d
           WHERE d.broadcast_id = c.broadcast_id AND d.n = t.n AND d.status = 'planned' AND d.channel = c.channel OFFSET 0) x
       ), '[]') AS planned
       FROM claimed c`,
      [broadcastId, channel, worker],
    );
    return batch;
  }

  /**
   * Marks deliveries as `sending` and commits, before any socket is written. One statement checks that the batch is
   * still ours and that the broadcast may still be sent, and it renews the lease. A delivery that is no longer planned
   * (cancelled, or accepted after all) is left out of the answer. A phone that has unsubscribed, objected or become a
   * protected identity since the approval is left out too: its delivery is cancelled, with a reason of `withdrawn.ts`.
   * So is every phone of a topic that was closed: it may have waited for weeks.
   *
   * Deliveries are looked up by their key, one by one behind OFFSET 0. The planner has no statistics about a broadcast
   * that is minutes old, assumes one row, and would read all of the broadcast for every window.
   *
   * @returns what may be sent; nothing when the broadcast was paused, has ended or expired, when the lease was lost, or
   *   when another database server answers than the one whose ledger is known to be complete
   */
  async startSending(
    batch: ClaimedBatch,
    attempts: readonly { readonly n: number; readonly token: string }[],
    { address, provider }: SentThrough,
  ): Promise<OutgoingDelivery[]> {
    const [rows] = await this.db.query<[OutgoingDelivery[], number]>(
      `WITH held AS (
         UPDATE delivery_batch d SET lease_until = now() + interval '${leaseSeconds} seconds'
         FROM broadcast b
         WHERE d.id = $1 AND d.fence = $2 AND d.lease_until > now()
           AND b.id = d.broadcast_id AND b.state IN ('approved', 'sending') AND b.expires_at > now()
           AND may_send(b.kind, b.id, b.created_at)
         RETURNING b.kind, b.audience, EXTRACT(epoch FROM b.expires_at - now())::float8 AS seconds_left),
       wanted AS MATERIALIZED (
         SELECT x.broadcast_id, x.n, x.phone, t.token
         FROM unnest($4::int[], $5::text[]) AS t (n, token)
         CROSS JOIN LATERAL (
           SELECT d.broadcast_id, d.n, d.phone FROM delivery d
           WHERE d.broadcast_id = $3 AND d.n = t.n AND d.status = 'planned' AND d.channel = $6 OFFSET 0) x),
       -- The audience was frozen at approval. Anyone who opted out since then is removed here.
       gone AS MATERIALIZED (
         SELECT * FROM (
           SELECT w.broadcast_id, w.n, CASE
             WHEN held.kind = 'topic' AND held.audience ? 'topic' AND NOT EXISTS (
               SELECT FROM subscription s JOIN topic ON topic.id = s.topic_id AND topic.state = 'open'
               WHERE s.topic_id = (held.audience->>'topic')::uuid AND s.phone = w.phone)
               THEN '${unsubscribed}'
             WHEN held.kind = 'alert' AND ${isProtectedSql('w.phone')} THEN '${becameProtected}'
             WHEN held.kind = 'alert' AND EXISTS (SELECT FROM phone p WHERE p.e164 = w.phone AND p.objected_at IS NOT NULL)
               THEN '${objected}' END AS reason
           FROM wanted w, held OFFSET 0) looked
         WHERE reason IS NOT NULL),
       withdrawn AS (
         UPDATE delivery x SET status = 'cancelled', reason = gone.reason, updated_at = now()
         FROM gone WHERE x.broadcast_id = gone.broadcast_id AND x.n = gone.n AND x.status = 'planned')
       UPDATE delivery x
       SET status = 'sending', token = w.token, provider_ref = NULL, sender = $7, provider = $8, attempts = attempts + 1, reason = NULL, sent_at = now(), updated_at = now()
       FROM held, wanted w
       WHERE x.broadcast_id = w.broadcast_id AND x.n = w.n AND x.status = 'planned'
         AND NOT EXISTS (SELECT FROM gone WHERE gone.n = w.n)
       RETURNING x.broadcast_id AS "broadcastId", x.n, x.phone, x.channel, x.language, x.segments, x.generated, x.token,
         held.seconds_left AS "secondsLeft"`,
      [
        batch.id,
        batch.fence,
        batch.broadcastId,
        attempts.map(({ n }) => n),
        attempts.map(({ token }) => token),
        batch.channel,
        address,
        provider,
      ],
    );
    return rows;
  }

  /**
   * Marks as in doubt what is still `sending` while no worker holds a batch of the broadcast, and nothing has changed
   * for 2 minutes: otherwise nobody would ever settle it. No known path leads to this state. Safe to repeat.
   */
  async doubtForgotten(broadcastId: string): Promise<void> {
    await this.db.query(
      `WITH doubted AS (
         UPDATE delivery x SET status = 'in-doubt', reason = 'worker-lost', updated_at = now()
         WHERE x.broadcast_id = $1 AND x.status = 'sending' AND x.updated_at < now() - interval '2 minutes'
           AND NOT EXISTS (SELECT FROM delivery_batch d WHERE d.broadcast_id = $1 AND d.worker IS NOT NULL)
         RETURNING x.broadcast_id, x.n),
       told AS (
         INSERT INTO delivery_event (broadcast_id, n, kind, detail)
         SELECT broadcast_id, n, 'in-doubt', '{"reason": "worker-lost"}' FROM doubted),
       ${staleSumsSql('SELECT broadcast_id FROM doubted')}
       INSERT INTO delivery_doubt (broadcast_id, n, look_at)
       SELECT broadcast_id, n, now() + interval '5 seconds' FROM doubted ${restartDoubtSql}`,
      [broadcastId],
    );
  }

  /** Releases a batch. It is deleted when nothing of it is left to send. Otherwise it is free for any worker. */
  async release(batch: ClaimedBatch, left: readonly number[]): Promise<void> {
    if (left.length === 0) {
      await this.db.query('DELETE FROM delivery_batch WHERE id = $1 AND fence = $2', [batch.id, batch.fence]);
      return;
    }
    await this.db.query(
      `UPDATE delivery_batch SET worker = NULL, lease_until = NULL, ns = $3 WHERE id = $1 AND fence = $2`,
      [batch.id, batch.fence, left],
    );
  }

  /**
   * Reclaims the batches of dead or frozen workers. The batch is free again under a new fence. What was `sending`
   * becomes in doubt, because nobody knows whether it was sent. Safe to repeat.
   *
   * @returns how many batches were reclaimed
   */
  async reclaim(): Promise<number> {
    const rows = await this.db.query<unknown[]>(
      `WITH lost AS (
         UPDATE delivery_batch SET worker = NULL, lease_until = NULL, fence = fence + 1
         WHERE lease_until < now() RETURNING id, broadcast_id, ns),
       being_sent AS MATERIALIZED (
         SELECT x.broadcast_id, x.n FROM lost, unnest(lost.ns) AS t (n)
         CROSS JOIN LATERAL (
           SELECT d.broadcast_id, d.n FROM delivery d
           WHERE d.broadcast_id = lost.broadcast_id AND d.n = t.n AND d.status = 'sending' OFFSET 0) x),
       doubted AS (
         UPDATE delivery x SET status = 'in-doubt', reason = 'worker-lost', updated_at = now()
         FROM being_sent s WHERE x.broadcast_id = s.broadcast_id AND x.n = s.n AND x.status = 'sending'
         RETURNING x.broadcast_id, x.n),
       told AS (
         INSERT INTO delivery_event (broadcast_id, n, kind, detail)
         SELECT broadcast_id, n, 'in-doubt', '{"reason": "worker-lost"}' FROM doubted),
       noted AS (
         INSERT INTO delivery_doubt (broadcast_id, n, look_at)
         SELECT broadcast_id, n, now() + interval '5 seconds' FROM doubted ${restartDoubtSql}),
       ${staleSumsSql('SELECT broadcast_id FROM doubted')}
       SELECT id FROM lost`,
    );
    return rows.length;
  }
}
