import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Lane } from '../../broadcasts/broadcast.js';
import type { Channel } from '../../kernel/channel.js';
import { staleSumsSql } from './sums.sql.js';
import type { BroadcastKind } from '../../kernel/broadcast-kinds.js';

/** A delivery that may or may not have been sent, and is due to be looked up. */
export interface Doubt {
  readonly broadcastId: string;
  readonly n: number;
  /** The token of the attempt that is in doubt. */
  readonly token: string;
  readonly phone: string;
  readonly channel: Channel;
  /** The provider of the attempt. Null if an older version of the program sent it: then the configured provider. */
  readonly provider: string | null;
  readonly language: string;
  readonly sentAt: Date;
  readonly lane: Lane;
  readonly kind: BroadcastKind;
  readonly emptyLooks: number;
  /** How long it has been in doubt, by the database's clock. */
  readonly seconds: number;
  /** Its broadcast has expired or was cancelled, so it will not be sent again. */
  readonly isOver: boolean;
}

/** All deliveries that are in doubt now. */
export interface WaitingDoubts {
  readonly waiting: number;
  /** When the oldest of them became in doubt; null when there is none. */
  readonly since: Date | null;
}

/** How other deliveries to the same phone relate to what the provider lists. */
export interface Claims {
  /** Provider references that belong to other deliveries, or to an earlier try. */
  readonly bound: readonly string[];
  /** Other deliveries in doubt that were sent at about the same time, with the text they would have had. */
  readonly rivals: readonly { readonly text: string | null }[];
}

/** Seconds between two looks at the provider's list. Two empty looks mean that nothing was sent. */
const betweenLooksSeconds = 60;

/**
 * The end of an INSERT of doubts. The looks made for an earlier doubt of the same delivery do not count for this one.
 */
export const restartDoubtSql = `ON CONFLICT (broadcast_id, n)
  DO UPDATE SET since = now(), look_at = excluded.look_at, empty_looks = 0`;

/**
 * A ledger that may lack sent messages must not bind another broadcast's message to a doubt. The provider is asked
 * about the gap first (ADR 30).
 */
const isLedgerKnown = `NOT EXISTS (SELECT FROM send_gate WHERE asked_for <> ledger_home())`;

/** The deliveries in doubt, and the statements that settle them. */
@Injectable()
export class DoubtsRepository {
  constructor(private readonly db: DataSource) {}

  /**
   * Claims some doubts that are due and postpones them, so that two workers never look up the same one at once. Claims
   * none while the ledger may lack sent messages.
   */
  async take(limit: number): Promise<Doubt[]> {
    return this.db.query<Doubt[]>(
      `WITH due AS (
         UPDATE delivery_doubt SET look_at = now() + interval '${betweenLooksSeconds} seconds'
         WHERE (broadcast_id, n) IN (
           SELECT broadcast_id, n FROM delivery_doubt WHERE look_at <= now() AND ${isLedgerKnown}
           ORDER BY look_at LIMIT $1 FOR UPDATE SKIP LOCKED)
         RETURNING broadcast_id, n, empty_looks, since)
       SELECT due.broadcast_id AS "broadcastId", due.n, x.token, x.phone, x.channel, x.provider, x.language, x.sent_at AS "sentAt", b.lane, b.kind,
         due.empty_looks AS "emptyLooks", EXTRACT(epoch FROM now() - due.since)::float8 AS seconds,
         (b.state IN ('cancelled', 'completed') OR b.expires_at <= now()) AS "isOver"
       FROM due JOIN delivery x USING (broadcast_id, n) JOIN broadcast b ON b.id = due.broadcast_id
       WHERE x.status = 'in-doubt'`,
      [limit],
    );
  }

  /**
   * Deletes doubts that a receipt has settled. Recent ones stay: a doubt that is raised again at this moment would
   * otherwise lose its row, and nobody would ever look it up.
   */
  async dropSettled(): Promise<void> {
    await this.db.query(
      `DELETE FROM delivery_doubt WHERE (broadcast_id, n) IN (
         SELECT d.broadcast_id, d.n FROM delivery_doubt d
         CROSS JOIN LATERAL (SELECT x.status FROM delivery x WHERE x.broadcast_id = d.broadcast_id AND x.n = d.n OFFSET 0) x
         WHERE d.since < now() - interval '1 minute' AND x.status <> 'in-doubt')`,
    );
  }

  /** It was sent: the provider has it under this reference. */
  async found(doubt: Doubt, providerRef: string): Promise<void> {
    await this.settle(doubt, 'found', `status = 'accepted', provider_ref = $4, reason = NULL`, providerRef);
  }

  /** The provider's list was read and does not have it. The next look counts from this answer, even if it was slow. */
  async lookedInVain({ broadcastId, n, token }: Doubt): Promise<void> {
    await this.db.query(
      `UPDATE delivery_doubt d SET empty_looks = empty_looks + 1, look_at = now() + interval '${betweenLooksSeconds} seconds' FROM delivery x
       WHERE d.broadcast_id = $1 AND d.n = $2 AND x.broadcast_id = $1 AND x.n = $2 AND x.token = $3`,
      [broadcastId, n, token],
    );
  }

  /** Gives up: the outcome stays unknown, and the message is never resent. */
  async giveUp(doubt: Doubt): Promise<void> {
    await this.settle(doubt, 'given-up', `status = 'unknown', reason = COALESCE(reason, $4)`, 'not-in-list');
  }

  /**
   * The only transition that could send twice. It is marked on the row, counted in the report and noted as an event. A
   * broadcast that is over is not resent.
   */
  async sendAgain({ broadcastId, n, token, channel }: Doubt): Promise<void> {
    await this.db.query(
      `WITH again AS (
         UPDATE delivery x SET status = CASE
             WHEN b.state = 'cancelled' THEN 'cancelled' WHEN b.expires_at <= now() THEN 'expired' ELSE 'planned' END,
           resent = b.state <> 'cancelled' AND b.expires_at > now(), updated_at = now()
         FROM broadcast b
         WHERE b.id = $1 AND x.broadcast_id = $1 AND x.n = $2 AND x.token = $3 AND x.status = 'in-doubt'
         RETURNING x.broadcast_id, x.n, x.resent),
       done AS (DELETE FROM delivery_doubt d USING again WHERE d.broadcast_id = again.broadcast_id AND d.n = again.n),
       noted AS (
         INSERT INTO delivery_event (broadcast_id, n, kind, detail)
         SELECT broadcast_id, n, 'sent-again-after-doubt', '{}' FROM again WHERE resent),
       ${staleSumsSql('SELECT broadcast_id FROM again')}
       INSERT INTO delivery_batch (broadcast_id, channel, ns) SELECT broadcast_id, $4, ARRAY[n] FROM again WHERE resent`,
      [broadcastId, n, token, channel],
    );
  }

  async waiting(): Promise<WaitingDoubts> {
    const [row] = await this.db.query<WaitingDoubts[]>(
      `SELECT count(*)::int AS waiting, min(d.since) AS since FROM delivery_doubt d
       WHERE EXISTS (SELECT FROM delivery x WHERE x.broadcast_id = d.broadcast_id AND x.n = d.n AND x.status = 'in-doubt')`,
    );
    return row ?? { waiting: 0, since: null };
  }

  /**
   * Other deliveries that may own what the provider lists for the phone. They are of broadcasts that had not ended when
   * this one was sent, however early they began. One statement, because a rival that gets its reference in between must
   * not be missing from both lists.
   */
  async claims({ broadcastId, n, phone, channel, sentAt }: Doubt, refs: readonly string[]): Promise<Claims> {
    const [row] = await this.db.query<{ bound: string[] | null; rivals: Claims['rivals'] | null }[]>(
      `WITH other AS (
         -- On any channel: a text that failed because the phone is a landline has become a call.
         SELECT x.provider_ref AS ref, x.channel, x.status, x.broadcast_id, x.n, x.language, x.sent_at FROM broadcast b
         JOIN delivery x ON x.broadcast_id = b.id AND x.phone = $2
         WHERE b.id <> $1 AND (b.completed_at IS NULL OR b.completed_at > $5::timestamptz - interval '1 day')),
       -- A row keeps only the reference of its last try. The outcome of earlier tries is in its events.
       known AS (
         SELECT ref FROM other
         UNION ALL
         SELECT e.detail->>'ref' FROM (SELECT broadcast_id, n FROM other UNION ALL SELECT $1::uuid, $6::int) x
         JOIN delivery_event e ON e.broadcast_id = x.broadcast_id AND e.n = x.n
         -- Exception: a successful message of this same delivery is what we look for, from any attempt. After a backup
         -- was restored, the ledger does not know the token of that attempt.
         WHERE NOT (x.broadcast_id = $1 AND e.kind = 'receipt-of-earlier-attempt'
           AND e.detail->>'status' IN ('accepted', 'sent', 'delivered')))
       SELECT (SELECT json_agg(ref) FROM known WHERE ref = ANY($4)) AS bound,
         (SELECT json_agg(json_build_object('text', (
            SELECT t.sms FROM broadcast_text t WHERE t.broadcast_id = other.broadcast_id
            ORDER BY t.language <> other.language, t.position LIMIT 1)))
          FROM other WHERE ref IS NULL AND channel = $3 AND status IN ('sending', 'in-doubt', 'unknown')
            AND sent_at > $5::timestamptz - interval '2 minutes') AS rivals`,
      [broadcastId, phone, channel, refs, sentAt, n],
    );
    return { bound: row?.bound ?? [], rivals: row?.rivals ?? [] };
  }

  /**
   * Settles only this attempt. If the delivery is in doubt again since it was looked up, that doubt has its own look.
   */
  private async settle(
    { broadcastId, n, token }: Doubt,
    event: 'found' | 'given-up',
    set: string,
    value: string,
  ): Promise<void> {
    await this.db.query(
      `WITH settled AS (
         UPDATE delivery SET ${set}, updated_at = now()
         WHERE broadcast_id = $1 AND n = $2 AND token = $3 AND status = 'in-doubt' AND ${isLedgerKnown}
         RETURNING broadcast_id, n),
       noted AS (
         INSERT INTO delivery_event (broadcast_id, n, kind, detail)
         SELECT broadcast_id, n, '${event}', json_build_object('ref', $4::text) FROM settled),
       ${staleSumsSql('SELECT broadcast_id FROM settled')}
       DELETE FROM delivery_doubt d USING settled WHERE d.broadcast_id = settled.broadcast_id AND d.n = settled.n`,
      [broadcastId, n, token, value],
    );
  }
}
