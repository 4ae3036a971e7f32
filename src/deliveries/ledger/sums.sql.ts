import type { Channel } from '../../kernel/channel.js';
import type { DeliveryStatus } from '../delivery.js';

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
  /** Sent within the last 30 seconds; 0 of what is over. */
  readonly recent: number;
}

/** Over how long the rate of now is measured: long enough for a lane that sends in bursts. */
export const paceSeconds = 30;

// Refused is not sent. Who is withdrawn counts as sent to: else the sums would tell how many they are.
const placedSql = `CASE WHEN reason = 'withdrawn' THEN 1 ELSE GREATEST(attempts - (status = 'rejected')::int, 0) END`;

/** What is counted of deliveries by status, channel and reason. */
export const sumsSql = `count(*)::int AS deliveries, count(*) FILTER (WHERE confirmed)::int AS confirmed,
  count(*) FILTER (WHERE resent)::int AS resent, sum(${placedSql})::int AS placed,
  sum(segments * (${placedSql}))::int AS parts`;

/** How many deliveries of the broadcasts $1 are in which state: counted, or as they were when they were disposed of. */
export const countsSql = `
  SELECT broadcast_id, status, channel, reason, ${sumsSql}, count(*) FILTER (
    WHERE CASE WHEN reason = 'withdrawn' THEN updated_at ELSE sent_at END > now() - interval '${paceSeconds} seconds')::int AS recent
  FROM delivery WHERE broadcast_id = ANY($1::uuid[]) GROUP BY 1, 2, 3, 4
  UNION ALL
  SELECT broadcast_id, c.*, 0 FROM disposed_broadcast, jsonb_to_recordset(counts) AS c
    (status text, channel text, reason text, deliveries int, confirmed int, resent int, placed int, parts int)
  WHERE broadcast_id = ANY($1::uuid[])`;

/**
 * A CTE of every statement that may change what is counted of a delivery after its broadcast is over: its kept sums are
 * made again. In the same statement, so that no crash can come between. Costs an index lookup while there are none.
 *
 * @param broadcasts SQL of their ids. Rows are locked in order, and after those of deliveries.
 */
export const staleSums = (broadcasts: string): string => `stale_sums AS (
  UPDATE kept_sums k SET version = k.version + 1, counts = NULL
  FROM (SELECT broadcast_id FROM kept_sums WHERE broadcast_id IN (${broadcasts}) ORDER BY broadcast_id FOR UPDATE) l
  WHERE k.broadcast_id = l.broadcast_id)`;
