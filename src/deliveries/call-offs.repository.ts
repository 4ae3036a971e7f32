import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SilentDelivery } from './receipts.repository.js';

/** Of a delivery `d`: the provider may queue it, and was not asked to take it back. */
const isQueuedSql = `d.status = 'accepted' AND d.provider_ref IS NOT NULL AND d.token IS NOT NULL
  AND NOT EXISTS (SELECT FROM delivery_event e WHERE e.broadcast_id = d.broadcast_id AND e.n = d.n
    AND e.kind = 'called-off' AND e.detail->>'ref' = d.provider_ref)`;

/** What may still wait at the provider of a broadcast that is over. */
export interface WaitingAtProvider {
  readonly broadcastId: string;
  /** None when there is nothing to take back now. */
  readonly deliveries: readonly SilentDelivery[];
}

/** Seconds that a worker has for what it took; a dead one's is another's after that. */
const turnSeconds = 60;
/** Seconds until it is looked for what was under way, and has been accepted since. */
const lookAgainSeconds = 10;
/** Nothing is queued for longer: Twilio keeps calls for a day. */
const longestQueueHours = 26;

/**
 * Broadcasts that ended before their time, and what the provider is asked to take back of them. What was asked about is
 * an event of its delivery, so that a worker that dies in the middle loses nothing and nothing is asked twice.
 */
@Injectable()
export class CallOffsRepository {
  constructor(private readonly db: DataSource) {}

  /** Takes the turn of one broadcast, with some that the provider has accepted and not yet sent. */
  async take(limit: number): Promise<WaitingAtProvider | undefined> {
    const [row] = await this.db.query<{ broadcastId: string; deliveries: SilentDelivery[] | null }[]>(
      `WITH due AS (
         UPDATE call_off SET look_at = now() + interval '${turnSeconds} seconds'
         WHERE broadcast_id = (
           SELECT broadcast_id FROM call_off WHERE done_at IS NULL AND look_at <= now()
           ORDER BY look_at LIMIT 1 FOR UPDATE SKIP LOCKED)
         RETURNING broadcast_id)
       SELECT due.broadcast_id AS "broadcastId", (
         SELECT json_agg(x) FROM (
           SELECT d.broadcast_id AS "broadcastId", d.n, d.channel, d.token, d.provider_ref AS "providerRef" FROM delivery d
           WHERE d.broadcast_id = due.broadcast_id AND ${isQueuedSql}
           LIMIT $1) x) AS deliveries
       FROM due`,
      [limit],
    );
    return row && { broadcastId: row.broadcastId, deliveries: row.deliveries ?? [] };
  }

  /** The provider has been asked about these. */
  async asked(deliveries: readonly SilentDelivery[]): Promise<void> {
    if (deliveries.length === 0) return;
    await this.db.query(
      `INSERT INTO delivery_event (broadcast_id, n, kind, detail)
       SELECT $1::uuid, t.n, 'called-off', json_build_object('ref', t.ref) FROM unnest($2::int[], $3::text[]) AS t (n, ref)`,
      [
        deliveries[0]!.broadcastId,
        deliveries.map(({ n }) => n),
        deliveries.map(({ providerRef }) => providerRef),
      ],
    );
  }

  /** Ends a turn. @param again seconds until the next */
  async putOff(broadcastId: string, again: number): Promise<void> {
    await this.db.query(
      'UPDATE call_off SET look_at = now() + make_interval(secs => $2) WHERE broadcast_id = $1',
      [broadcastId, again],
    );
  }

  /**
   * Nothing waited there: done with, unless something is under way to the provider that it may yet accept, or has accepted
   * since it was looked.
   */
  async foundNothing(broadcastId: string): Promise<void> {
    await this.db.query(
      `UPDATE call_off c SET look_at = now() + interval '${lookAgainSeconds} seconds',
         done_at = CASE WHEN c.at < now() - interval '${longestQueueHours} hours' OR NOT EXISTS (
           SELECT FROM delivery d WHERE d.broadcast_id = c.broadcast_id AND (d.status IN ('sending', 'in-doubt') OR (${isQueuedSql}))) THEN now() END
       WHERE c.broadcast_id = $1`,
      [broadcastId],
    );
  }

  /** Of one that has expired with something sent of which nothing was heard. Safe to repeat. */
  async add(broadcastId: string): Promise<void> {
    await this.db.query('INSERT INTO call_off (broadcast_id) VALUES ($1) ON CONFLICT DO NOTHING', [
      broadcastId,
    ]);
  }
}
