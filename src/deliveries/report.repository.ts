import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { percent } from '../broadcasts/broadcast-ledger.js';
import type { Channel, DeliveryStatus } from './delivery.js';
import { finalStatuses } from './delivery.js';

export interface StatusCount {
  readonly status: DeliveryStatus;
  readonly channel: Channel;
  readonly reason: string | null;
  readonly deliveries: number;
  readonly confirmed: number;
  readonly resent: number;
}

/** The same, with what left us. */
export interface SentCount extends StatusCount {
  /** Messages or calls that left us, each attempt of its own; null of what was disposed of before these were kept. */
  readonly placed: number | null;
  /** SMS parts of those. */
  readonly parts: number | null;
  /** Sent within the last {@link paceSeconds}. */
  readonly recent: number;
}

/** Over how long the rate of now is measured: long enough for a lane that sends in bursts. */
export const paceSeconds = 30;

/** A delivery that is told apart in the report; no phone is named, so it is nobody's look at a person. */
export interface DoubtfulDelivery {
  /** Its number within the broadcast. */
  readonly n: number;
  readonly channel: Channel;
  readonly status: DeliveryStatus;
  readonly reason: string | null;
  /** Sent again after the provider's list was empty twice: the one way to reach a phone twice. */
  readonly resent: boolean;
  readonly events: readonly { readonly at: string; readonly kind: string; readonly detail: unknown }[];
}

// Refused is not sent. Who is withdrawn counts as sent to: else the sums would tell how many they are.
const placedSql = `CASE WHEN reason = 'withdrawn' THEN 1 ELSE GREATEST(attempts - (status = 'rejected')::int, 0) END`;

/** What is counted of deliveries by status, channel and reason. */
export const sumsSql = `count(*)::int AS deliveries, count(*) FILTER (WHERE confirmed)::int AS confirmed,
  count(*) FILTER (WHERE resent)::int AS resent, sum(${placedSql})::int AS placed,
  sum(segments * (${placedSql}))::int AS parts`;

/** How many deliveries of the broadcasts $1 are in which state: counted, or as they were when they were disposed of. */
const countsSql = `
  SELECT broadcast_id, status, channel, reason, ${sumsSql}, count(*) FILTER (
    WHERE CASE WHEN reason = 'withdrawn' THEN updated_at ELSE sent_at END > now() - interval '${paceSeconds} seconds')::int AS recent
  FROM delivery WHERE broadcast_id = ANY($1::uuid[]) GROUP BY 1, 2, 3, 4
  UNION ALL
  SELECT broadcast_id, c.*, 0 FROM disposed_broadcast, jsonb_to_recordset(counts) AS c
    (status text, channel text, reason text, deliveries int, confirmed int, resent int, placed int, parts int)
  WHERE broadcast_id = ANY($1::uuid[])`;

/** Rows between which other requests have their turn. */
const doubtsAtOnce = 500;

/** Read-only questions to the ledger. */
@Injectable()
export class ReportRepository {
  constructor(private readonly db: DataSource) {}

  async counts(broadcastId: string): Promise<SentCount[]> {
    return this.db.query(
      `SELECT status, channel, reason, deliveries, confirmed, resent, placed, parts, recent FROM (${countsSql}) counted ORDER BY 1, 2, 3`,
      [[broadcastId]],
    );
  }

  /**
   * Each delivery that could have reached its phone twice, or of which nobody knows; oldest numbers first, so many at a
   * time. None is left once they were disposed of.
   */
  async *doubts(broadcastId: string): AsyncGenerator<DoubtfulDelivery[], void, undefined> {
    for (let after = 0; ;) {
      const some = await this.doubtsAfter(broadcastId, after);
      if (some.length > 0) yield some;
      if (some.length < doubtsAtOnce) return;
      after = some.at(-1)!.n;
    }
  }

  private async doubtsAfter(broadcastId: string, after: number): Promise<DoubtfulDelivery[]> {
    return this.db.query(
      `SELECT x.n, x.channel, x.status, x.reason, x.resent, COALESCE((
         SELECT json_agg(json_build_object('at', e.at, 'kind', e.kind, 'detail', e.detail) ORDER BY e.id)
         FROM delivery_event e WHERE e.broadcast_id = x.broadcast_id AND e.n = x.n), '[]') AS events
       FROM delivery x
       WHERE x.broadcast_id = $1 AND x.n > $2 AND (x.resent OR x.status IN ('in-doubt', 'unknown'))
       ORDER BY x.n LIMIT ${doubtsAtOnce}`,
      [broadcastId, after],
    );
  }

  async percents(broadcastIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.db.query<{ id: string; final: number; planned: number }[]>(
      `SELECT broadcast_id AS id, COALESCE(sum(deliveries) FILTER (WHERE status = ANY($2)), 0)::int AS final,
         COALESCE(sum(deliveries) FILTER (WHERE status <> 'suppressed'), 0)::int AS planned
       FROM (${countsSql}) counted GROUP BY 1`,
      [broadcastIds, finalStatuses],
    );
    return new Map(rows.map(({ id, final, planned }) => [id, percent(final, planned)]));
  }
}
