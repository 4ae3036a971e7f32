import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { calledInsteadSql, optedOut } from './called-instead.sql.js';
import { rankOf, type DeliveryStatus } from '../delivery.js';
import { channelListSql, isInSegments, isSpoken, type Channel } from '../../kernel/channel.js';
import { retrySql, consequentialFailures, type FailureKind, type ReportedFailure } from '../failure.js';
import { staleSumsSql } from './sums.sql.js';
import { onePhoneKindsSql } from '../../kernel/broadcast-kinds.js';

/** What the provider reports about an attempt. */
export interface Receipt {
  readonly broadcastId: string;
  readonly n: number;
  readonly token: string;
  readonly providerRef: string;
  readonly status: Extract<DeliveryStatus, 'accepted' | 'sent' | 'delivered' | 'undelivered' | 'failed'>;
  /** The provider's error code, or how a call ended. */
  readonly reason?: string;
  /** What the reason means, if it has consequences. */
  readonly failure?: FailureKind;
  /** The sender's address, as the provider reports it. */
  readonly senderAddress?: string;
}

/** The result of applying receipts. */
export interface AppliedReceipts {
  /** How many sets of receipts were taken. */
  readonly taken: number;
  /** Failures among them that have consequences beyond their own delivery. */
  readonly failures: readonly ReportedFailure[];
}

/** An accepted delivery without any receipt for a while. */
export interface SilentDelivery {
  readonly broadcastId: string;
  readonly n: number;
  readonly channel: Channel;
  readonly token: string;
  readonly providerRef: string;
  /** The provider it went through. Null if an older version of the program sent it: then the configured provider. */
  readonly provider: string | null;
}

const rankCase = (column: string): string =>
  `CASE ${column} ${Object.entries(rankOf)
    .map(([status, rank]) => `WHEN '${status}' THEN ${rank}`)
    .join(' ')} END`;

/**
 * For a broadcast `b`: whether receipts may still be missing. It depends on the state, never on the start, because a
 * broadcast may live for a month. For a cancelled broadcast the only end time is that of its call-off.
 *
 * @param after how late receipts may be, as an interval
 */
const mayLackReceipts = (after: string): string => `(b.state IN ('approved', 'sending', 'paused')
  OR b.completed_at > now() - ${after}
  OR (b.state = 'cancelled' AND EXISTS (SELECT FROM call_off c WHERE c.broadcast_id = b.id AND c.at > now() - ${after})))`;

const spokenSql = channelListSql(isSpoken);

/**
 * The reason of a call that the provider cancelled in time. Nobody was called, so the delivery becomes cancelled or
 * expired like the rest.
 */
export const takenBack = 'canceled';

/** Stores receipts in the inbox when they arrive, and applies them in sets. */
@Injectable()
export class ReceiptsRepository {
  constructor(private readonly db: DataSource) {}

  /**
   * When this returns, the receipts can't be lost. A set is one row whose columns are arrays. It costs PostgreSQL half
   * as much as one row for each receipt.
   */
  async keep(receipts: readonly Receipt[]): Promise<void> {
    await this.db.query(
      `INSERT INTO receipt_inbox (broadcast_id, n, token, provider_ref, status, reason, failure, sender_address)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        receipts.map(({ broadcastId }) => broadcastId),
        receipts.map(({ n }) => n),
        receipts.map(({ token }) => token),
        receipts.map(({ providerRef }) => providerRef),
        receipts.map(({ status }) => status),
        receipts.map(({ reason }) => reason ?? null),
        receipts.map(({ failure }) => failure ?? null),
        receipts.map(({ senderAddress }) => senderAddress ?? null),
      ],
    );
  }

  /**
   * Applies up to `limit` sets of receipts in one statement, which also deletes them. A status only moves forward. Of
   * several receipts for one delivery the one with the highest rank counts, and of several final ones the first. A
   * repeated or late receipt changes nothing. A final receipt that contradicts the status is noted as an event. A
   * failure that is retried is planned again and its token is removed, so that later receipts of the old attempt can't
   * be taken for the next one.
   *
   * Each delivery is looked up by its key, one by one behind OFFSET 0. The planner has no statistics about a broadcast
   * that is minutes old, assumes one row, and would read all of the broadcast for every receipt.
   *
   * @param only the id of a single set to take
   */
  async apply(
    limit: number,
    tx: EntityManager = this.db.manager,
    only: string | null = null,
  ): Promise<AppliedReceipts> {
    const [row] = await tx.query<{ taken: number; failures: ReportedFailure[] | null }[]>(
      `WITH ${retrySql},
       sets AS (
         DELETE FROM receipt_inbox WHERE id IN (
           SELECT id FROM receipt_inbox WHERE $3::bigint IS NULL OR id = $3 ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED)
         RETURNING *),
       taken AS (
         SELECT s.id, r.*, ${rankCase('r.status')} AS rank
         FROM sets s
         CROSS JOIN unnest(s.broadcast_id, s.n, s.token, s.provider_ref, s.status, s.reason, s.failure, s.sender_address)
           WITH ORDINALITY AS r (broadcast_id, n, token, provider_ref, status, reason, failure, sender_address, place)),
       furthest AS (
         SELECT DISTINCT ON (broadcast_id, n, token) * FROM taken ORDER BY broadcast_id, n, token, rank DESC, id, place),
       judged AS MATERIALIZED (
         SELECT f.*, x.phone, x.channel, x.token IS NOT DISTINCT FROM f.token AS is_current, x.status AS was,
           ${rankCase('x.status')} AS was_rank, b.kind,
           CASE WHEN f.status <> 'failed' OR f.reason IS DISTINCT FROM '${takenBack}' THEN f.status
             WHEN b.state = 'cancelled' THEN 'cancelled' WHEN b.expires_at <= now() THEN 'expired'
             ELSE f.status END AS becomes,
           r.next AS next_channel, r.after_seconds
         FROM furthest f
         JOIN broadcast b ON b.id = f.broadcast_id
         CROSS JOIN LATERAL (
           SELECT d.phone, d.channel, d.token, d.status, d.attempts FROM delivery d
           WHERE d.broadcast_id = f.broadcast_id AND d.n = f.n OFFSET 0) x
         LEFT JOIN retry r ON r.failure = f.failure AND r.channel = x.channel AND x.attempts < r.most_tries
           -- An unanswered call with a code or a notice is not repeated: the person who asked for it is at the page
           -- and can ask again.
           AND (b.kind = 'alert' OR (r.next = x.channel AND (b.kind NOT IN ${onePhoneKindsSql} OR f.failure <> 'not-answered')))
           AND b.state IN ('approved', 'sending', 'paused') AND b.expires_at > now()),
       moved AS (
         UPDATE delivery x SET
           status = CASE WHEN j.next_channel IS NULL THEN j.becomes ELSE 'planned' END,
           -- If a key was pressed, a person answered, even if the provider detected a machine.
           reason = CASE WHEN x.confirmed AND j.status = 'delivered' THEN NULL
             WHEN j.next_channel IS NULL AND j.failure = '${optedOut}' THEN '${optedOut}' ELSE j.reason END,
           token = CASE WHEN j.next_channel IS NULL THEN x.token END,
           channel = COALESCE(j.next_channel, x.channel),
           segments = CASE WHEN j.next_channel NOT IN ${channelListSql(isInSegments)} THEN 1 ELSE x.segments END,
           -- Attempts are counted per channel.
           attempts = CASE WHEN j.next_channel <> x.channel THEN 0 ELSE x.attempts END,
           provider_ref = COALESCE(x.provider_ref, j.provider_ref), updated_at = now()
         FROM judged j
         WHERE j.is_current AND x.broadcast_id = j.broadcast_id AND x.n = j.n AND x.token = j.token
           AND ${rankCase('x.status')} < j.rank
         RETURNING x.broadcast_id, x.n, j.phone, j.channel, j.kind, j.reason, j.failure, j.sender_address, j.provider_ref,
           j.next_channel, j.after_seconds),
       opted_out AS (SELECT broadcast_id, phone FROM moved WHERE failure = '${optedOut}' AND next_channel IS NULL),
       ${calledInsteadSql('opted_out')},
       due_again AS (
         INSERT INTO delivery_batch (broadcast_id, channel, ns, due_at)
         SELECT broadcast_id, next_channel, array_agg(n ORDER BY n), now() + make_interval(secs => after_seconds)
         FROM moved WHERE next_channel IS NOT NULL GROUP BY broadcast_id, next_channel, after_seconds),
       ${staleSumsSql('SELECT broadcast_id FROM moved')},
       -- Receipts that contradict the final status, set by another receipt of this run or an earlier one.
       contradicted AS (
         SELECT t.* FROM taken t JOIN judged j ON j.broadcast_id = t.broadcast_id AND j.n = t.n AND j.token = t.token
         WHERE j.is_current AND t.rank = ${rankOf.delivered}
           AND NOT (t.status = 'failed' AND j.was IN ('cancelled', 'expired'))
           AND t.status <> CASE WHEN j.was_rank >= ${rankOf.delivered} THEN j.was ELSE j.status END),
       noted AS (
         INSERT INTO delivery_event (broadcast_id, n, kind, detail)
         SELECT broadcast_id, n, kind, json_build_object('status', status, 'reason', reason, 'ref', provider_ref)
         FROM (
           SELECT 'late-conflict' AS kind, broadcast_id, n, status, reason, provider_ref FROM contradicted
           UNION ALL
           SELECT 'receipt-of-earlier-attempt', broadcast_id, n, status, reason, provider_ref FROM judged WHERE NOT is_current
           UNION ALL
           SELECT CASE WHEN next_channel = channel THEN 'tried-again' ELSE 'called-instead' END, broadcast_id, n, 'planned', reason,
             provider_ref FROM moved WHERE next_channel IS NOT NULL) e)
       SELECT (SELECT count(*)::int FROM sets) AS taken,
         (SELECT json_agg(json_build_object('failure', failure, 'reason', reason, 'phone', phone, 'channel', channel,
            'kind', kind, 'senderAddress', sender_address)) FROM moved WHERE failure = ANY($2)) AS failures`,
      [limit, consequentialFailures, only],
    );
    return { taken: row?.taken ?? 0, failures: row?.failures ?? [] };
  }

  /** Records that key 1 was pressed. Safe to repeat. */
  async confirm(broadcastId: string, n: number, token: string): Promise<void> {
    await this.db.query(
      `WITH ${staleSumsSql('$1')}
       UPDATE delivery SET confirmed = true, updated_at = now() WHERE broadcast_id = $1 AND n = $2 AND token = $3
         AND channel IN ${spokenSql} AND NOT confirmed`,
      [broadcastId, n, token],
    );
  }

  /** @returns undefined if the delivery is not a call */
  async languageOfCall(broadcastId: string, n: number): Promise<string | undefined> {
    const [row] = await this.db.query<{ language: string }[]>(
      `SELECT language FROM delivery WHERE broadcast_id = $1 AND n = $2 AND channel IN ${spokenSql}`,
      [broadcastId, n],
    );
    return row?.language;
  }

  /**
   * Takes some accepted deliveries without any receipt for `seconds`, and postpones them, so that no two workers ask
   * about the same one. The wait roughly doubles each time, up to one hour.
   */
  async takeSilent(seconds: number, limit: number): Promise<SilentDelivery[]> {
    const [rows] = await this.db.query<[SilentDelivery[], number]>(
      `UPDATE delivery x SET updated_at = now()
       FROM (
         SELECT d.broadcast_id, d.n FROM broadcast b JOIN delivery d ON d.broadcast_id = b.id
         WHERE ${mayLackReceipts(`interval '12 hours'`)} AND d.status IN ('accepted', 'sent') AND d.provider_ref IS NOT NULL
           AND d.updated_at < now() - GREATEST(make_interval(secs => $1), LEAST(d.updated_at - d.sent_at, interval '1 hour'))
         LIMIT $2 FOR UPDATE OF d SKIP LOCKED) silent
       WHERE x.broadcast_id = silent.broadcast_id AND x.n = silent.n AND x.status IN ('accepted', 'sent')
       RETURNING x.broadcast_id AS "broadcastId", x.n, x.channel, x.token, x.provider_ref AS "providerRef", x.provider`,
      [seconds, limit],
    );
    return rows;
  }

  /**
   * Gives up on deliveries sent more than `seconds` ago: the provider no longer tries, and never reported a result.
   * Safe to repeat.
   */
  async giveUpOn(seconds: number): Promise<void> {
    await this.db.query(
      `WITH given_up AS (
       UPDATE delivery x SET status = 'no-receipt', updated_at = now()
       FROM broadcast b
       -- Includes broadcasts that completed without receipts when they expired: everything was sent before that.
       WHERE ${mayLackReceipts(`(make_interval(secs => $1) + interval '1 day')`)}
         AND x.broadcast_id = b.id AND x.status IN ('accepted', 'sent') AND x.sent_at < now() - make_interval(secs => $1)
         RETURNING x.broadcast_id),
       ${staleSumsSql('SELECT broadcast_id FROM given_up')} SELECT`,
      [seconds],
    );
  }
}
