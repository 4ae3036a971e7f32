import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { channelListSql, isSpoken, type Channel } from '../../kernel/channel.js';
import { SendGateRepository, type AskingTurn } from './send-gate.repository.js';
import type { ListedMessage } from './sent-list.js';
import { onePhoneKindsSql } from '../../kernel/broadcast-kinds.js';

/** How much the provider's clock and the database's clock may differ, in seconds. */
export const clockSlackSeconds = 60;
/** Seconds after an attempt was noted within which the provider accepts its message, or never. */
const takenWithinSeconds = 300;

/**
 * `unknown`: the messages of $1 that the ledger does not know. The ledger knows a message by its reference on a row or
 * in an event; as the message of an attempt in doubt (which is settled like any other doubt); or because an earlier
 * hold has counted it. A receipt with a token that the ledger never issued makes nothing known: it belongs to the
 * missing part.
 *
 * A listed call does not contain its text. A call that an attempt in doubt may have made counts as known
 * (`fits-doubt`), even if it may belong to another delivery to the phone: a normal start must not hold sending. Once
 * any message is certainly unknown, the take-over decides about such calls too. For that it also needs the ledger's own
 * messages that were delivered (`heard`).
 *
 * Deliveries are looked up by their key, one by one behind OFFSET 0: the planner has no statistics about a broadcast
 * that is minutes old, and would read all of it.
 */
const unknownSql = `
  listed AS MATERIALIZED (
    SELECT * FROM json_to_recordset($1::json)
      AS l (ref text, channel text, phone text, sender text, text_hash text, sent_at timestamptz, status text, reason text, failure text, provider text)),
  home AS MATERIALIZED (
    SELECT id, created_at, ARRAY(SELECT md5(t.sms) FROM broadcast_text t WHERE t.broadcast_id = b.id) AS hashes
    FROM broadcast b, (SELECT min(sent_at) - interval '1 hour' AS since FROM listed) first
    WHERE (planned IS NOT NULL AND expires_at > since) OR (kind IN ${onePhoneKindsSql} AND id > first_uuid_at(since))),
  mine AS MATERIALIZED (
    SELECT l.ref, l.channel, l.sent_at, l.status AS listed_as, x.broadcast_id, x.n, x.status, x.resent, x.provider_ref IS NULL AS is_bare,
      abs(extract(epoch FROM l.sent_at - x.sent_at)) AS seconds_off,
      x.channel = l.channel AND (l.text_hash IS NULL OR l.text_hash = ANY(home.hashes)) AS says_the_same,
      l.sent_at BETWEEN x.sent_at - interval '${clockSlackSeconds} seconds' AND x.sent_at + interval '${takenWithinSeconds} seconds'
        AS is_in_time,
      x.provider_ref IS NOT DISTINCT FROM l.ref OR EXISTS (
        SELECT FROM delivery_event e WHERE e.broadcast_id = x.broadcast_id AND e.n = x.n
          AND e.kind <> 'receipt-of-earlier-attempt' AND e.detail->>'ref' = l.ref) AS is_named,
      l.channel IN ${channelListSql(isSpoken)} AND x.channel = l.channel AND l.sent_at > home.created_at - interval '${clockSlackSeconds} seconds'
        AND ((x.provider_ref IS NULL AND x.status IN ('planned', 'sending', 'in-doubt', 'unknown', 'expired', 'cancelled'))
          OR x.status IN ('planned', 'accepted', 'sent')) AS may_own
    FROM listed l CROSS JOIN home
    CROSS JOIN LATERAL (
      SELECT d.broadcast_id, d.n, d.channel, d.provider_ref, d.status, d.resent, d.sent_at FROM delivery d
      WHERE d.broadcast_id = home.id AND d.phone = l.phone OFFSET 0) x),
  named AS MATERIALIZED (SELECT ref FROM mine WHERE is_named),
  -- One message per attempt, and none that is known to belong to another: a listed call does not say whose it is.
  fitting AS MATERIALIZED (
    SELECT ref, row_number() OVER (PARTITION BY broadcast_id, n ORDER BY seconds_off, ref) AS place FROM mine
    WHERE says_the_same AND is_in_time AND is_bare AND status IN ('sending', 'in-doubt', 'unknown')
      AND ref NOT IN (SELECT ref FROM named)),
  fits_doubt AS MATERIALIZED (
    SELECT f.ref FROM fitting f WHERE place = 1
      AND 1 < (SELECT count(*) FROM mine m WHERE m.ref = f.ref AND m.may_own)),
  heard AS MATERIALIZED (
    SELECT DISTINCT ref FROM mine WHERE is_named AND listed_as = 'delivered'),
  sent_again AS MATERIALIZED (
    SELECT m.ref FROM mine m WHERE m.resent AND m.says_the_same AND m.status <> 'planned' AND EXISTS (
      SELECT FROM delivery_event e WHERE e.broadcast_id = m.broadcast_id AND e.n = m.n AND e.kind = 'in-doubt'
        AND abs(extract(epoch FROM m.sent_at - e.at)) < ${takenWithinSeconds})),
  unknown AS (
    SELECT l.* FROM listed l
    WHERE l.ref NOT IN (SELECT ref FROM named UNION ALL SELECT ref FROM fitting WHERE place = 1 UNION ALL SELECT ref FROM sent_again)
      AND NOT EXISTS (SELECT FROM unknown_message u WHERE u.ref = l.ref AND u.became <> 'waiting'))`;

/** The provider and the channel of a list. */
export interface Books {
  readonly provider: string;
  readonly channel: Channel;
}

/** Messages that the provider lists and the ledger does not know. */
@Injectable()
export class UnknownMessagesRepository {
  constructor(
    private readonly db: DataSource,
    private readonly gate: SendGateRepository,
  ) {}

  /**
   * Stores the unknown messages of a page, and what the take-over needs to tell calls apart. Safe to repeat.
   * @throws TurnLost
   */
  async note(books: Books, page: readonly ListedMessage[], turn: AskingTurn): Promise<void> {
    await this.db.transaction(async (tx) => {
      await this.gate.holdTurn(turn, tx);
      await tx.query(
        `WITH ${unknownSql}
         INSERT INTO unknown_message (ref, channel, provider, phone, sender, text_hash, sent_at, status, reason, failure, became)
         SELECT l.ref, l.channel, l.provider, l.phone, l.sender, l.text_hash, l.sent_at, l.status, l.reason, l.failure, b.became
         FROM (
           SELECT ref, 'waiting' AS became FROM unknown
           UNION ALL SELECT ref, 'fits-doubt' FROM fits_doubt
           UNION ALL SELECT ref, 'heard' FROM heard) b
         JOIN listed l USING (ref)
         ON CONFLICT DO NOTHING`,
        [rowsOf(books, page)],
      );
    });
  }

  /** The number of unknown messages of a page. Writes nothing. */
  async count(books: Books, page: readonly ListedMessage[]): Promise<number> {
    const [row] = await this.db.query<{ unknown: number }[]>(
      `WITH ${unknownSql} SELECT count(*)::int AS unknown FROM unknown`,
      [rowsOf(books, page)],
    );
    return row!.unknown;
  }

  /** Deletes what an interrupted question left behind: it starts over. @throws TurnLost */
  async forgetWaiting(turn: AskingTurn): Promise<void> {
    await this.db.transaction(async (tx) => {
      await this.gate.holdTurn(turn, tx);
      await tx.query(`DELETE FROM unknown_message WHERE became IN ('waiting', 'fits-doubt', 'heard')`);
    });
  }

  async waiting(): Promise<number> {
    const [row] = await this.db.query<{ waiting: number }[]>(
      `SELECT count(*)::int AS waiting FROM unknown_message WHERE became = 'waiting'`,
    );
    return row!.waiting;
  }

  /** References are kept for as long as the provider may list them. */
  async forgetOld(): Promise<void> {
    await this.db.query(
      `DELETE FROM unknown_message u USING send_hold h WHERE h.id = u.hold_id AND h.ended_at < now() - interval '7 days'`,
    );
  }
}

const rowsOf = ({ provider, channel }: Books, page: readonly ListedMessage[]): string =>
  JSON.stringify(
    page.map(({ providerRef, to, from, text, at, status, reason, failure }) => ({
      ref: providerRef,
      channel,
      provider,
      phone: to,
      sender: from,
      text_hash: text === undefined ? null : createHash('md5').update(text).digest('hex'),
      sent_at: at,
      status,
      reason: reason ?? null,
      failure: failure ?? null,
    })),
  );
