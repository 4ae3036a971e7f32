import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rankOf, type Channel, type DeliveryStatus } from './delivery.js';

/** The provider's word on an attempt. */
export interface Receipt {
  readonly broadcastId: string;
  readonly n: number;
  readonly token: string;
  readonly providerRef: string;
  readonly status: Extract<DeliveryStatus, 'accepted' | 'sent' | 'delivered' | 'undelivered' | 'failed'>;
  /** The provider's error code, or how a call ended. */
  readonly reason?: string;
}

/** An accepted delivery from which nothing was heard for a while. */
export interface SilentDelivery {
  readonly broadcastId: string;
  readonly n: number;
  readonly channel: Channel;
  readonly token: string;
  readonly providerRef: string;
  readonly sentAt: Date;
}

const rankCase = (column: string): string =>
  `CASE ${column} ${Object.entries(rankOf)
    .map(([status, rank]) => `WHEN '${status}' THEN ${rank}`)
    .join(' ')} END`;

/** How often a landline is called in all, and how long after a busy tone (RULES.md "Voice"). */
const mostCalls = 3;
const redialMinutes = 3;

/** Receipts: put in the inbox when they come, applied in batches. */
@Injectable()
export class ReceiptsRepository {
  constructor(private readonly db: DataSource) {}

  /** Once this returns, the receipt can't be lost. */
  async keep(receipt: Receipt): Promise<void> {
    const { broadcastId, n, token, providerRef, status, reason = null } = receipt;
    await this.db.query(
      `INSERT INTO receipt_inbox (broadcast_id, n, token, provider_ref, status, reason) VALUES ($1, $2, $3, $4, $5, $6)`,
      [broadcastId, n, token, providerRef, status, reason],
    );
  }

  /**
   * Applies up to `limit` receipts in one statement, which also removes them. Forward only: of several for one
   * delivery the furthest counts, and of several final ones the first; one that comes again or too late changes
   * nothing, and a final one that contradicts is noted as an event. A busy or unanswered call is planned again, and
   * its token is spent, so that what is still told of that call can't pass for the next.
   *
   * @returns how many receipts were taken
   */
  async apply(limit: number): Promise<number> {
    const [row] = await this.db.query<{ taken: number }[]>(
      `WITH taken AS (
         DELETE FROM receipt_inbox WHERE id IN (SELECT id FROM receipt_inbox ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED)
         RETURNING *, ${rankCase('status')} AS rank),
       furthest AS (
         SELECT DISTINCT ON (broadcast_id, n, token) * FROM taken ORDER BY broadcast_id, n, token, rank DESC, id),
       -- Said once for both: a landline that did not answer is called again while the broadcast lives.
       judged AS (
         SELECT f.*, ${rankCase('x.status')} AS was_rank, x.status AS was,
           COALESCE(f.reason IN ('busy', 'no-answer') AND x.channel = 'voice' AND x.attempts < ${mostCalls}
             AND b.state IN ('approved', 'sending', 'paused') AND b.expires_at > now(), false) AS redial
         FROM furthest f
         JOIN delivery x ON x.broadcast_id = f.broadcast_id AND x.n = f.n AND x.token = f.token
         JOIN broadcast b ON b.id = f.broadcast_id),
       moved AS (
         UPDATE delivery x SET status = CASE WHEN j.redial THEN 'planned' ELSE j.status END, reason = j.reason,
           token = CASE WHEN j.redial THEN NULL ELSE x.token END,
           provider_ref = COALESCE(x.provider_ref, j.provider_ref), updated_at = now()
         FROM judged j
         WHERE x.broadcast_id = j.broadcast_id AND x.n = j.n AND x.token = j.token AND ${rankCase('x.status')} < j.rank
         RETURNING x.broadcast_id, x.n, j.redial),
       due_again AS (
         INSERT INTO delivery_batch (broadcast_id, channel, ns, due_at)
         SELECT broadcast_id, 'voice', array_agg(n ORDER BY n), now() + interval '${redialMinutes} minutes'
         FROM moved WHERE redial GROUP BY broadcast_id),
       -- What ended otherwise than this receipt says, be it told by another receipt just taken or long before.
       contradicted AS (
         SELECT t.* FROM taken t JOIN judged j ON j.broadcast_id = t.broadcast_id AND j.n = t.n AND j.token = t.token
         WHERE t.rank = ${rankOf.delivered}
           AND t.status <> CASE WHEN j.was_rank >= ${rankOf.delivered} THEN j.was ELSE j.status END),
       of_earlier_attempts AS (
         SELECT f.* FROM furthest f JOIN delivery x ON x.broadcast_id = f.broadcast_id AND x.n = f.n
         WHERE x.token IS DISTINCT FROM f.token),
       noted AS (
         INSERT INTO delivery_event (broadcast_id, n, kind, detail)
         SELECT broadcast_id, n, kind, json_build_object('status', status, 'reason', reason, 'ref', provider_ref)
         FROM (
           SELECT 'late-conflict' AS kind, broadcast_id, n, status, reason, provider_ref FROM contradicted
           UNION ALL
           SELECT 'receipt-of-earlier-attempt', broadcast_id, n, status, reason, provider_ref FROM of_earlier_attempts) e)
       SELECT count(*)::int AS taken FROM taken`,
      [limit],
    );
    return row?.taken ?? 0;
  }

  /** Key 1 was pressed. Safe to repeat. */
  async confirm(broadcastId: string, n: number, token: string): Promise<void> {
    await this.db.query(
      `UPDATE delivery SET confirmed = true, updated_at = now() WHERE broadcast_id = $1 AND n = $2 AND token = $3 AND NOT confirmed`,
      [broadcastId, n, token],
    );
  }

  async languageOf(broadcastId: string, n: number): Promise<string | undefined> {
    const [row] = await this.db.query<{ language: string }[]>(
      'SELECT language FROM delivery WHERE broadcast_id = $1 AND n = $2',
      [broadcastId, n],
    );
    return row?.language;
  }

  /** Accepted deliveries of broadcasts of the last days that nothing was heard of since `seconds`. */
  async silent(seconds: number, limit: number): Promise<SilentDelivery[]> {
    return this.db.query(
      `SELECT x.broadcast_id AS "broadcastId", x.n, x.channel, x.token, x.provider_ref AS "providerRef", x.sent_at AS "sentAt"
       FROM broadcast b JOIN delivery x ON x.broadcast_id = b.id
       WHERE b.started_at > now() - interval '3 days' AND x.status IN ('accepted', 'sent')
         AND x.updated_at < now() - make_interval(secs => $1) AND x.provider_ref IS NOT NULL
       ORDER BY x.updated_at LIMIT $2`,
      [seconds, limit],
    );
  }

  /** Asked about just now; ask about others before this one again. */
  async touched(broadcastId: string, ns: readonly number[]): Promise<void> {
    await this.db.query(
      `UPDATE delivery SET updated_at = now() WHERE broadcast_id = $1 AND n = ANY($2) AND status IN ('accepted', 'sent')`,
      [broadcastId, ns],
    );
  }

  /** The provider no longer tries, and never said how it went. */
  async giveUp(broadcastId: string, n: number): Promise<void> {
    await this.db.query(
      `UPDATE delivery SET status = 'no-receipt', updated_at = now()
       WHERE broadcast_id = $1 AND n = $2 AND status IN ('accepted', 'sent')`,
      [broadcastId, n],
    );
  }
}
