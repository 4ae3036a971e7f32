import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { channels, factsOf } from '../../kernel/channel.js';
import type { SilentDelivery } from './receipts.repository.js';

/**
 * For a delivery `d`: the provider may still queue it, and was not yet asked to cancel it. OFFSET 0 makes PostgreSQL
 * look up its events by index, instead of reading the events of all deliveries.
 */
const isQueuedSql = `d.status = 'accepted' AND d.provider_ref IS NOT NULL AND d.token IS NOT NULL
  AND NOT EXISTS (SELECT FROM delivery_event e WHERE e.broadcast_id = d.broadcast_id AND e.n = d.n
    AND e.kind = 'called-off' AND e.detail->>'ref' = d.provider_ref OFFSET 0)`;

/** Messages of an ended broadcast that may still wait at the provider. */
export interface WaitingAtProvider {
  readonly broadcastId: string;
  readonly deliveries: readonly SilentDelivery[];
  /** The deliveries up to this number have been checked. */
  readonly lookedTo: number;
  /** Whether those were the last deliveries of the broadcast. */
  readonly isAll: boolean;
}

/**
 * Seconds that a worker has for the deliveries it took. After that another worker takes them, as the first may be dead.
 */
const turnSeconds = 60;
/** Seconds until the next look for messages that were under way and have been accepted since. */
const lookAgainSeconds = 10;
/** Deliveries that one turn checks at most. That is quick even if the provider queues none of them. */
const lookThrough = 5_000;
/** No provider queues a message for longer than this: the longest of any channel, plus two hours for its receipts. */
const maxQueueHours = 2 + Math.max(...channels.map((channel) => factsOf(channel).queuedHours));

/**
 * Broadcasts that ended early, and the messages that the provider is asked to cancel. Each request is recorded as an
 * event of its delivery. So if a worker dies halfway, nothing is lost and nothing is requested twice.
 */
@Injectable()
export class CallOffsRepository {
  constructor(private readonly db: DataSource) {}

  /**
   * Claims the turn of one broadcast, with some deliveries that the provider has accepted and not yet sent. It
   * continues where the last turn ended: starting over each time would read each delivery once in every turn. Each
   * delivery is looked up by its key, one by one behind OFFSET 0, because the planner has no statistics about a
   * broadcast that is minutes old.
   */
  async take(limit: number): Promise<WaitingAtProvider | undefined> {
    const [row] = await this.db.query<
      { broadcastId: string; lookedTo: number; last: number; deliveries: SilentDelivery[] | null }[]
    >(
      `WITH due AS (
         -- Find the largest number only once: the planner may read all deliveries for it.
         UPDATE call_off c SET look_at = now() + interval '${turnSeconds} seconds', last = CASE WHEN looked_to > 0 THEN last
           ELSE coalesce((SELECT max(d.n) FROM delivery d WHERE d.broadcast_id = c.broadcast_id), 0) END
         WHERE broadcast_id = (
           SELECT broadcast_id FROM call_off WHERE done_at IS NULL AND look_at <= now()
           ORDER BY look_at LIMIT 1 FOR UPDATE SKIP LOCKED)
         RETURNING broadcast_id, looked_to, last),
       found AS (
         SELECT x.* FROM due CROSS JOIN LATERAL (
           SELECT y.* FROM generate_series(due.looked_to + 1, due.looked_to + ${lookThrough}) AS t (n)
           CROSS JOIN LATERAL (
             SELECT d.broadcast_id AS "broadcastId", d.n, d.channel, d.token, d.provider_ref AS "providerRef", d.provider FROM delivery d
             WHERE d.broadcast_id = due.broadcast_id AND d.n = t.n AND ${isQueuedSql} OFFSET 0) y
           LIMIT $1) x)
       SELECT due.broadcast_id AS "broadcastId", (SELECT json_agg(f ORDER BY f.n) FROM found f) AS deliveries,
         due.looked_to + ${lookThrough} AS "lookedTo", due.last
       FROM due`,
      [limit],
    );
    if (!row) return undefined;
    const { broadcastId, last } = row;
    const deliveries = row.deliveries ?? [];
    const lookedTo = deliveries.length === limit ? deliveries.at(-1)!.n : row.lookedTo;
    return { broadcastId, deliveries, lookedTo, isAll: lookedTo >= last };
  }

  /** Records that the provider was asked to cancel these deliveries. */
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

  /**
   * Ends a turn.
   *
   * @param lookedTo the number after which the next turn continues
   * @param again seconds until the next turn
   */
  async putOff(broadcastId: string, lookedTo: number, again: number): Promise<void> {
    await this.db.query(
      'UPDATE call_off SET looked_to = $2, look_at = now() + make_interval(secs => $3) WHERE broadcast_id = $1',
      [broadcastId, lookedTo, again],
    );
  }

  /**
   * Called when all deliveries have been checked. The call-off is done, unless a message is under way and the provider
   * may still accept it, or has accepted it since the check. Then all are checked again.
   */
  async lookedThrough(broadcastId: string): Promise<void> {
    await this.db.query(
      `UPDATE call_off c SET looked_to = 0, look_at = now() + interval '${lookAgainSeconds} seconds',
         done_at = CASE WHEN c.at < now() - interval '${maxQueueHours} hours' OR NOT EXISTS (
           SELECT FROM delivery d WHERE d.broadcast_id = c.broadcast_id AND (d.status IN ('sending', 'in-doubt') OR (${isQueuedSql}))) THEN now() END
       WHERE c.broadcast_id = $1`,
      [broadcastId],
    );
  }

  /** Adds a broadcast that expired with sent messages without a receipt. Safe to repeat. */
  async add(broadcastId: string): Promise<void> {
    await this.db.query('INSERT INTO call_off (broadcast_id) VALUES ($1) ON CONFLICT DO NOTHING', [
      broadcastId,
    ]);
  }
}
