import { calledOffSql } from '../../broadcasts/incidents/called-off.sql.js';
import { onePhoneKindsSql } from '../../kernel/broadcast-kinds.js';

/** Days. Older events are queued for nobody. The log is kept for longer, so that nothing is queued again. */
export const newsDays = 7;

const wentOut = `('approved', 'sending', 'paused', 'completed')`;

/** Whether a broadcast says that its incident is over: `wordOf` of `called-off.ts`. */
const saysOverSql = (b: string): string =>
  `(${b}.relation IS NOT DISTINCT FROM 'all-clear' OR ${b}.goes_on IS FALSE)`;

/**
 * Whether a broadcast went out and was not taken back: `goingOn` of `what-holds.ts`. An all-clear cancels what is unsent of
 * what it ends, and that holds again once the all-clear does not.
 */
const wentOutSql = (b: string): string => `${b}.planned IS NOT NULL AND NOT ${saysOverSql(b)}
        AND (${b}.state IN ${wentOut} OR (${b}.state = 'cancelled' AND EXISTS (
          SELECT FROM broadcast a WHERE a.root_id = coalesce(${b}.root_id, ${b}.id) AND a.relation = 'all-clear'
            AND a.planned IS NOT NULL AND a.decided_at > ${b}.decided_at
            AND a.decided_at <= (SELECT max(c.at) FROM broadcast_event c
              WHERE c.broadcast_id = ${b}.id AND c.act = 'cancellation'))))`;

/** Whether another broadcast `o` of the incident of `b` holds and fits the condition. */
const standsSql = (fits: string): string => `EXISTS (
      SELECT FROM broadcast o
      WHERE (o.id = coalesce(b.root_id, b.id) OR o.root_id = coalesce(b.root_id, b.id)) AND o.id <> b.id
        AND ${wentOutSql('o')} AND (${fits}))`;

const isCalledOffSql = calledOffSql('coalesce(b.root_id, b.id)');

/** Whether the cancellation `e` of `b` ended something of its incident that was not called off. */
const takenBackSql = `e.act = 'cancellation' AND NOT ${isCalledOffSql} AND EXISTS (
      SELECT FROM broadcast_event g WHERE g.broadcast_id = e.broadcast_id AND g.id < e.id AND g.state = 'approved')`;

/** A correction that takes the place of an all-clear says itself what holds. */
const isCorrectedSql = `EXISTS (SELECT FROM broadcast k WHERE k.root_id = b.root_id AND k.goes_on IS NOT NULL
      AND k.planned IS NOT NULL AND k.decided_at > b.decided_at)`;

/**
 * The kind of an event `e` of a broadcast `b`; NULL if receivers are not told of it. An approval with a start of its own
 * is told when its time has come.
 */
const typeSql = `CASE
    WHEN e.state = 'approved' AND e.act IN ('approval', 'break-glass', 'due', 'start-now') THEN
      CASE b.relation
        WHEN 'all-clear' THEN 'broadcast.over'
        WHEN 'correction' THEN CASE WHEN b.goes_on THEN 'broadcast.reopened' ELSE 'broadcast.corrected' END
        WHEN 'update' THEN 'broadcast.updated'
        WHEN 'extension' THEN 'broadcast.updated'
        ELSE 'broadcast.approved'
      END
    WHEN ${takenBackSql} THEN
      CASE
        WHEN NOT (${wentOutSql('b')}) AND NOT ${standsSql('o.expires_at > e.at')} THEN 'broadcast.over'
        WHEN ${saysOverSql('b')} AND NOT ${isCorrectedSql} THEN 'broadcast.reopened'
      END
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
 * Incidents whose last broadcast has expired: nothing in them that holds lasts longer, and they were not called off. An
 * expiry has no event.
 *
 * @param since SQL; expiries from then on
 */
const expiriesSql = (since: string): string => `
  SELECT NULL::bigint, b.id, 'broadcast.over', b.version, b.state, b.expires_at, b.is_public
  FROM broadcast b
  WHERE b.expires_at BETWEEN ${since} AND now() AND ${wentOutSql('b')} AND NOT ${isCalledOffSql}
    AND NOT b.exercise AND b.kind NOT IN ${onePhoneKindsSql}
    AND NOT ${standsSql('(o.expires_at, o.id) > (b.expires_at, b.id)')}`;

/** Everything that receivers may be told, with the columns event_id, broadcast_id, type, version, state, at, is_public. */
export const happenedSql = (since: string): string => `(${eventsSql(since)} UNION ALL ${expiriesSql(since)})`;
