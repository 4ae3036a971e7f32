import type { Channel } from '../../kernel/channel.js';
import type { DeliveryStatus } from '../delivery.js';
import { isWithdrawnSql } from '../withdrawn.js';

export interface StatusCount {
  readonly status: DeliveryStatus;
  readonly channel: Channel;
  readonly reason: string | null;
  readonly deliveries: number;
  readonly confirmed: number;
  readonly resent: number;
}

/** The same, with the number of messages that were sent. */
export interface SentCount extends StatusCount {
  /** Messages or calls sent, each attempt counted; null for broadcasts disposed of before this was recorded. */
  readonly placed: number | null;
  /** SMS parts of those messages. */
  readonly parts: number | null;
  /** Sent within the last 30 seconds; 0 for a broadcast that is over. */
  readonly recent: number;
}

/** Seconds over which the current rate is measured: long enough for a lane that sends in bursts. */
export const paceSeconds = 30;

// A refused message is not counted as sent. A withdrawn one is: otherwise the sums would reveal how many withdrew.
const placedSql = `CASE WHEN ${isWithdrawnSql} THEN 1 ELSE GREATEST(attempts - (status = 'rejected')::int, 0) END`;

/** The sums over deliveries, by status, channel and reason. */
export const sumsSql = `count(*)::int AS deliveries, count(*) FILTER (WHERE confirmed)::int AS confirmed,
  count(*) FILTER (WHERE resent)::int AS resent, sum(${placedSql})::int AS placed,
  sum(segments * (${placedSql}))::int AS parts`;

/** Sums of the broadcasts $1 by status: counted from the deliveries, or kept from when they were disposed of. */
export const countsSql = `
  SELECT broadcast_id, status, channel, reason, ${sumsSql}, count(*) FILTER (
    WHERE CASE WHEN ${isWithdrawnSql} THEN updated_at ELSE sent_at END > now() - interval '${paceSeconds} seconds')::int AS recent
  FROM delivery WHERE broadcast_id = ANY($1::uuid[]) GROUP BY 1, 2, 3, 4
  UNION ALL
  SELECT broadcast_id, c.*, 0 FROM disposed_broadcast, jsonb_to_recordset(counts) AS c
    (status text, channel text, reason text, deliveries int, confirmed int, resent int, placed int, parts int)
  WHERE broadcast_id = ANY($1::uuid[])`;

/**
 * A CTE for every statement that may change the sums of a broadcast after it is over: it marks the kept sums as stale,
 * so they are computed again. Same statement, so no crash can come between. Costs one index lookup if there are none.
 *
 * @param broadcasts SQL that selects their ids. Rows are locked in order, and after the rows of deliveries.
 */
export const staleSumsSql = (broadcasts: string): string => `stale_sums AS (
  UPDATE kept_sums k SET version = k.version + 1, counts = NULL
  FROM (SELECT broadcast_id FROM kept_sums WHERE broadcast_id IN (${broadcasts}) ORDER BY broadcast_id FOR UPDATE) l
  WHERE k.broadcast_id = l.broadcast_id)`;
