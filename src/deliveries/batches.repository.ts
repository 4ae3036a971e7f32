import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { lanesByUrgency, type Lane } from '../broadcasts/broadcast.js';
import type { ChannelChoice } from '../audiences/recipients.sql.js';
import { doubtAnew } from './doubts.repository.js';
import type { Channel, ClaimedBatch, OutgoingDelivery } from './delivery.js';

/** A broadcast that has something to send on a channel now. */
export interface DueBroadcast {
  readonly id: string;
  readonly lane: Lane;
  readonly kind: 'alert' | 'topic' | 'verification';
  readonly exercise: boolean;
  readonly expiresAt: Date;
  readonly channels: ChannelChoice;
}

const leaseSeconds = 30;

/** How a batch is held: claimed, renewed, let go. Nothing of it is known to any queue. */
@Injectable()
export class BatchesRepository {
  constructor(private readonly db: DataSource) {}

  /**
   * The broadcasts with something due on a channel, the highest lane first and within it the oldest work, so that
   * broadcasts of one lane take turns.
   */
  async due(channel: Channel, kinds: readonly string[]): Promise<DueBroadcast[]> {
    return this.db.query<DueBroadcast[]>(
      `SELECT b.id, b.lane, b.kind, b.exercise, b.expires_at AS "expiresAt", b.channels
       FROM broadcast b
       CROSS JOIN LATERAL (
         SELECT id FROM delivery_batch d
         WHERE d.broadcast_id = b.id AND d.channel = $1 AND d.worker IS NULL AND d.due_at <= now() LIMIT 1
       ) work
       WHERE b.state IN ('approved', 'sending') AND b.kind = ANY($2) AND b.expires_at > now()
       ORDER BY array_position($3::text[], b.lane), b.id`,
      [channel, kinds, lanesByUrgency],
    );
  }

  /** Takes the next batch. Two workers never get the same: a locked row is skipped, and the fence moves on. */
  async claim(broadcastId: string, channel: Channel, worker: string): Promise<ClaimedBatch | undefined> {
    const [rows] = await this.db.query<[ClaimedBatch[], number]>(
      `UPDATE delivery_batch SET worker = $3, fence = fence + 1, lease_until = now() + interval '${leaseSeconds} seconds'
       WHERE id = (
         SELECT id FROM delivery_batch
         WHERE broadcast_id = $1 AND channel = $2 AND worker IS NULL AND due_at <= now()
         ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING id, broadcast_id AS "broadcastId", channel, ns, fence`,
      [broadcastId, channel, worker],
    );
    return rows[0];
  }

  /**
   * Marks deliveries as being sent and commits, before any socket is written. One statement checks that the batch is
   * still ours and that the broadcast may still be sent; it renews the lease. A delivery that is not planned any
   * more (cancelled, or accepted after all) is left out of the answer, and so is whoever has unsubscribed, objected or
   * become a protected identity since the approval: it is cancelled, as `withdrawn`.
   *
   * @returns what may be sent; nothing when the broadcast was paused, has ended or expired, or the lease was lost
   */
  async startSending(
    batch: ClaimedBatch,
    attempts: readonly { readonly n: number; readonly token: string }[],
  ): Promise<OutgoingDelivery[]> {
    const [rows] = await this.db.query<[OutgoingDelivery[], number]>(
      `WITH held AS (
         UPDATE delivery_batch d SET lease_until = now() + interval '${leaseSeconds} seconds'
         FROM broadcast b
         WHERE d.id = $1 AND d.fence = $2 AND d.lease_until > now()
           AND b.id = d.broadcast_id AND b.state IN ('approved', 'sending') AND b.expires_at > now()
         RETURNING b.id, b.kind, b.audience),
       -- The audience was frozen at approval; whoever has said stop since is not held to it.
       withdrawn AS (
         UPDATE delivery x SET status = 'cancelled', reason = 'withdrawn', updated_at = now()
         FROM held
         WHERE x.broadcast_id = $3 AND x.n = ANY($4::int[]) AND x.status = 'planned' AND CASE held.kind
           WHEN 'topic' THEN held.audience ? 'topic' AND NOT EXISTS (
             SELECT FROM subscription s WHERE s.topic_id = (held.audience->>'topic')::uuid AND s.phone = x.phone)
           WHEN 'alert' THEN EXISTS (SELECT FROM phone p WHERE p.e164 = x.phone AND p.objected_at IS NOT NULL)
             OR EXISTS (SELECT FROM phone_address pa WHERE pa.phone = x.phone AND pa.protected)
           ELSE false END
         RETURNING x.n)
       UPDATE delivery x
       SET status = 'sending', token = t.token, provider_ref = NULL, attempts = attempts + 1, reason = NULL, sent_at = now(), updated_at = now()
       FROM held, unnest($4::int[], $5::text[]) AS t (n, token)
       WHERE x.broadcast_id = $3 AND x.n = t.n AND x.status = 'planned'
         AND NOT EXISTS (SELECT FROM withdrawn w WHERE w.n = x.n)
       RETURNING x.broadcast_id AS "broadcastId", x.n, x.phone, x.channel, x.language, x.segments, x.generated, x.token`,
      [
        batch.id,
        batch.fence,
        batch.broadcastId,
        attempts.map(({ n }) => n),
        attempts.map(({ token }) => token),
      ],
    );
    return rows;
  }

  /** The batch's deliveries that are still to be sent: what another worker sent before it died is not among them. */
  async stillPlanned(batch: ClaimedBatch): Promise<{ n: number; segments: number }[]> {
    return this.db.query(
      `SELECT n, segments FROM delivery WHERE broadcast_id = $1 AND n = ANY($2) AND status = 'planned' ORDER BY n`,
      [batch.broadcastId, batch.ns],
    );
  }

  /** Lets a batch go: gone when nothing of it is left to send, else free for anyone from `dueAt` on. */
  async release(batch: ClaimedBatch, left: readonly number[], dueAt: Date): Promise<void> {
    if (left.length === 0) {
      await this.db.query('DELETE FROM delivery_batch WHERE id = $1 AND fence = $2', [batch.id, batch.fence]);
      return;
    }
    await this.db.query(
      `UPDATE delivery_batch SET worker = NULL, lease_until = NULL, ns = $3, due_at = $4 WHERE id = $1 AND fence = $2`,
      [batch.id, batch.fence, left, dueAt],
    );
  }

  /**
   * Takes back what dead or frozen workers held: the batch is free again under a new fence, and what was being sent
   * is in doubt, since nobody knows. Safe to repeat.
   *
   * @returns how many batches were taken back
   */
  async reclaim(): Promise<number> {
    const rows = await this.db.query<unknown[]>(
      `WITH lost AS (
         UPDATE delivery_batch SET worker = NULL, lease_until = NULL, fence = fence + 1
         WHERE lease_until < now() RETURNING id, broadcast_id, ns),
       doubted AS (
         UPDATE delivery x SET status = 'in-doubt', reason = 'worker-lost', updated_at = now()
         FROM lost WHERE x.broadcast_id = lost.broadcast_id AND x.n = ANY(lost.ns) AND x.status = 'sending'
         RETURNING x.broadcast_id, x.n),
       noted AS (
         INSERT INTO delivery_doubt (broadcast_id, n, look_at)
         SELECT broadcast_id, n, now() + interval '5 seconds' FROM doubted ${doubtAnew})
       SELECT id FROM lost`,
    );
    return rows.length;
  }
}
