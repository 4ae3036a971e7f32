import { onePhoneKindsSql } from '../../kernel/broadcast-kinds.js';

/** Days. Older events are queued for nobody. The log is kept for longer, so that nothing is queued again. */
export const newsDays = 7;

const wentOut = `('approved', 'sending', 'paused', 'completed')`;

/**
 * Whether another broadcast `o` of the incident of `b` went out and fits the condition: then `b` is not the end of it. An
 * all-clear and a correction cancel what they replace.
 */
const standsSql = (fits: string): string => `EXISTS (
      SELECT FROM broadcast o
      WHERE (o.id = coalesce(b.root_id, b.id) OR o.root_id = coalesce(b.root_id, b.id)) AND o.id <> b.id
        AND o.planned IS NOT NULL AND o.state IN ${wentOut} AND (${fits}))`;

/**
 * The kind of an event `e` of a broadcast `b`; NULL if receivers are not told of it. An approval with a start of its own
 * is told when its time has come.
 */
const typeSql = `CASE
    WHEN e.state = 'approved' AND e.act IN ('approval', 'break-glass', 'due', 'start-now') THEN
      CASE b.relation
        WHEN 'all-clear' THEN 'broadcast.over'
        WHEN 'correction' THEN 'broadcast.corrected'
        WHEN 'update' THEN 'broadcast.updated'
        WHEN 'extension' THEN 'broadcast.updated'
        ELSE 'broadcast.approved'
      END
    WHEN e.act = 'cancellation' AND NOT ${standsSql("o.relation = 'all-clear' OR o.expires_at > e.at")} AND EXISTS (
      SELECT FROM broadcast_event g WHERE g.broadcast_id = e.broadcast_id AND g.id < e.id AND g.state = 'approved')
      THEN 'broadcast.over'
    WHEN e.act = 'completion' THEN 'broadcast.completed'
  END`;

/**
 * What may be told of broadcasts: no exercise, no code and no notice.
 *
 * @param since SQL; events from then on
 */
const eventsSql = (since: string): string => `
  SELECT e.id AS event_id, e.broadcast_id, ${typeSql} AS type, e.version, e.state, e.at, b.is_public
  FROM broadcast_event e JOIN broadcast b ON b.id = e.broadcast_id
  WHERE e.at >= ${since} AND e.act IN ('approval', 'break-glass', 'due', 'start-now', 'cancellation', 'completion')
    AND NOT b.exercise AND b.kind NOT IN ${onePhoneKindsSql}`;

/**
 * Incidents whose last broadcast has expired: nothing in them that went out lasts longer, and no all-clear did. An expiry
 * has no event.
 *
 * @param since SQL; expiries from then on
 */
const expiriesSql = (since: string): string => `
  SELECT NULL::bigint, b.id, 'broadcast.over', b.version, b.state, b.expires_at, b.is_public
  FROM broadcast b
  WHERE b.expires_at BETWEEN ${since} AND now() AND b.planned IS NOT NULL AND b.state IN ${wentOut}
    AND NOT b.exercise AND b.kind NOT IN ${onePhoneKindsSql}
    AND NOT ${standsSql("o.relation = 'all-clear' OR (o.expires_at, o.id) > (b.expires_at, b.id)")}`;

/** Everything that receivers may be told, with the columns event_id, broadcast_id, type, version, state, at, is_public. */
export const happenedSql = (since: string): string => `(${eventsSql(since)} UNION ALL ${expiriesSql(since)})`;
