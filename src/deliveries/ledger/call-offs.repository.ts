import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { channels, factsOf } from '../../kernel/channel.js';
import type { SilentDelivery } from './receipts.repository.js';

/**
 * Of a delivery `d`: the provider may queue it, and was not asked to take it back. OFFSET 0 has its events looked up by
 * their index, never read together with those of all others.
 */
const isQueuedSql = `d.status = 'accepted' AND d.provider_ref IS NOT NULL AND d.token IS NOT NULL
  AND NOT EXISTS (SELECT FROM delivery_event e WHERE e.broadcast_id = d.broadcast_id AND e.n = d.n
    AND e.kind = 'called-off' AND e.detail->>'ref' = d.provider_ref OFFSET 0)`;

/** What may still wait at the provider of a broadcast that is over. */
export interface WaitingAtProvider {
  readonly broadcastId: string;
  readonly deliveries: readonly SilentDelivery[];
  /** The number up to which its deliveries have now been looked through. */
  readonly lookedTo: number;
  /** Whether those were the last. */
  readonly isAll: boolean;
}

/** Seconds that a worker has for what it took; a dead one's is another's after that. */
const turnSeconds = 60;
/** Seconds until it is looked for what was under way, and has been accepted since. */
const lookAgainSeconds = 10;
/** Deliveries that a turn looks through at most: a moment's work, also where the provider queues none of them. */
const lookThrough = 5_000;
/** No provider queues a message for longer: the longest of any channel, and two hours more for its receipts. */
const maxQueueHours = 2 + Math.max(...channels.map((channel) => factsOf(channel).queuedHours));

/**
 * Broadcasts that ended before their time, and what the provider is asked to take back of them. What was asked about is
 * an event of its delivery, so that a worker that dies in the middle loses nothing and nothing is asked twice.
 */
@Injectable()
export class CallOffsRepository {
  constructor(private readonly db: DataSource) {}

  /**
   * Takes the turn of one broadcast, with some that the provider has accepted and not yet sent. It goes on where the last
   * look ended: to begin anew each time would be as many looks at each delivery as there are turns. Each is looked up by
   * its key, one by one behind OFFSET 0, since the planner knows nothing of a broadcast that is minutes old.
   */
  async take(limit: number): Promise<WaitingAtProvider | undefined> {
    const [row] = await this.db.query<
      { broadcastId: string; lookedTo: number; last: number; deliveries: SilentDelivery[] | null }[]
    >(
      `WITH due AS (
         -- The last is looked for once: the planner may read them all for it.
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

  /**
   * Ends a turn.
   *
   * @param lookedTo where the next goes on
   * @param again seconds until then
   */
  async putOff(broadcastId: string, lookedTo: number, again: number): Promise<void> {
    await this.db.query(
      'UPDATE call_off SET looked_to = $2, look_at = now() + make_interval(secs => $3) WHERE broadcast_id = $1',
      [broadcastId, lookedTo, again],
    );
  }

  /**
   * All has been looked through: done with, unless something is under way to the provider that it may yet accept, or has
   * accepted since it was looked. Then it is looked through again.
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

  /** Of one that has expired with something sent of which nothing was heard. Safe to repeat. */
  async add(broadcastId: string): Promise<void> {
    await this.db.query('INSERT INTO call_off (broadcast_id) VALUES ($1) ON CONFLICT DO NOTHING', [
      broadcastId,
    ]);
  }
}
