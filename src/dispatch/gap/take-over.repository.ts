import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { lanesByUrgency } from '../../broadcasts/broadcast.js';
import { channelListSql, isInSegments, isSpoken } from '../../kernel/channel.js';
import { staleSumsSql } from '../../deliveries/ledger/sums.sql.js';
import { SendGateRepository, type AskingTurn } from './send-gate.repository.js';
import { clockSlackSeconds } from './unknown-messages.repository.js';
import { onePhoneKindsSql } from '../../kernel/broadcast-kinds.js';

const spoken = channelListSql(isSpoken);

/**
 * For each waiting message, the deliveries that it may belong to: to its phone, in a broadcast with the same text. A
 * listed call does not contain its text. It may belong to a text that became a call, if that text failed or was refused
 * at once. Likelier deliveries come first: (0) one that a receipt named together with the reference, (1) one without a
 * message of its own, (2) another try of one that has a message.
 *
 * Several messages to the same phone with the same text: the first message goes to the first delivery, and the
 * remaining ones are further tries. Calls of several broadcasts to one phone can be told apart only if as many were
 * answered as there are deliveries that wait for a call, and none is still ringing. Then each delivery was heard.
 * Otherwise nobody can tell which call belongs to which delivery.
 */
const matchSql = `
  u AS MATERIALIZED (SELECT * FROM unknown_message WHERE became IN ('waiting', 'fits-doubt')),
  answered AS MATERIALIZED (
    SELECT ref FROM unknown_message WHERE became = 'heard' OR (became = 'taken-over' AND status = 'delivered')),
  failed_texts AS MATERIALIZED (
    SELECT phone, text_hash FROM u WHERE channel NOT IN ${spoken} AND status NOT IN ('accepted', 'sent', 'delivered')),
  home AS MATERIALIZED (
    SELECT b.id, b.kind, b.created_at, array_position($1::text[], b.lane) AS lane,
      ARRAY(SELECT md5(t.sms) FROM broadcast_text t WHERE t.broadcast_id = b.id) AS hashes
    FROM broadcast b, (SELECT min(sent_at) - interval '1 hour' AS since FROM u) first
    WHERE (planned IS NOT NULL AND expires_at > since) OR (kind IN ${onePhoneKindsSql} AND id > first_uuid_at(since))),
  listed_for AS MATERIALIZED (
    SELECT u.ref, u.phone, u.channel, u.text_hash, u.sent_at, home.id AS broadcast_id, home.lane, x.n,
      u.channel IN ${spoken} AND u.status <> 'delivered' AS is_in_vain,
      u.channel IN ${spoken} AND u.status IN ('accepted', 'sent') AS is_open,
      CASE WHEN EXISTS (SELECT FROM delivery_event e WHERE e.broadcast_id = home.id AND e.n = x.n
          AND e.kind = 'receipt-of-earlier-attempt' AND e.detail->>'ref' = u.ref) THEN 0
        WHEN x.channel <> u.channel OR x.provider_ref IS NULL THEN 1
        -- The call may be its next try: it is planned again already, or its call was not answered after the backup was
        -- taken.
        WHEN u.channel IN ${spoken} AND x.status IN ('planned', 'accepted', 'sent') AND x.provider_ref NOT IN (TABLE answered) THEN 1
        ELSE 2 END AS unlikely
    FROM u CROSS JOIN home
    CROSS JOIN LATERAL (
      SELECT d.n, d.channel, d.status, d.provider_ref FROM delivery d
      WHERE d.broadcast_id = home.id AND d.phone = u.phone OFFSET 0) x
    WHERE (u.text_hash IS NULL OR u.text_hash = ANY(home.hashes))
      AND (x.channel = u.channel OR (u.channel IN ${spoken} AND home.kind = 'alert' AND (
        EXISTS (SELECT FROM unnest(home.hashes) h WHERE (u.phone, h) IN (TABLE failed_texts))
        OR (x.status IN ('accepted', 'sent') AND x.provider_ref NOT IN (TABLE answered)))))
      AND u.sent_at > home.created_at - interval '${clockSlackSeconds} seconds'
      AND x.status IN ('planned', 'sending', 'in-doubt', 'accepted', 'sent', 'no-receipt', 'unknown', 'expired', 'cancelled')),
  -- A text that was refused at once is in no list, and a call followed it. Such a call belongs to a delivery that still
  -- waits to be texted.
  refused AS MATERIALIZED (
    SELECT u.ref, u.phone, u.channel, u.text_hash, u.sent_at, home.id AS broadcast_id, home.lane, x.n,
      u.status <> 'delivered' AS is_in_vain, u.status IN ('accepted', 'sent') AS is_open, 1 AS unlikely
    FROM u CROSS JOIN home
    CROSS JOIN LATERAL (
      SELECT d.n, d.channel FROM delivery d
      WHERE d.broadcast_id = home.id AND d.phone = u.phone AND d.status = 'planned' AND d.provider_ref IS NULL OFFSET 0) x
    WHERE u.channel IN ${spoken} AND home.kind = 'alert' AND x.channel NOT IN ${spoken}
      AND u.sent_at > home.created_at - interval '${clockSlackSeconds} seconds'
      AND u.ref NOT IN (SELECT ref FROM listed_for)
      AND NOT EXISTS (SELECT FROM u t WHERE t.phone = u.phone AND t.text_hash = ANY(home.hashes))),
  possible AS MATERIALIZED (TABLE listed_for UNION ALL TABLE refused),
  -- A message that a receipt named is settled. It takes no part in the matching below.
  named AS MATERIALIZED (SELECT DISTINCT ON (ref) * FROM possible WHERE unlikely = 0 ORDER BY ref, broadcast_id, n),
  unnamed AS MATERIALIZED (
    SELECT ref, phone, channel, text_hash, sent_at, is_in_vain, is_open, broadcast_id, lane, n, CASE WHEN EXISTS (
        SELECT FROM named WHERE (named.broadcast_id, named.n) = (p.broadcast_id, p.n)) THEN greatest(2, unlikely) ELSE unlikely END AS unlikely
    FROM possible p WHERE ref NOT IN (SELECT ref FROM named)),
  -- Answered calls come first, so that each delivery that waits for one gets one.
  ranked AS MATERIALIZED (
    SELECT r.*, dense_rank() OVER (PARTITION BY phone, channel, text_hash ORDER BY is_in_vain, sent_at, ref) AS message,
      dense_rank() OVER (PARTITION BY phone, channel, text_hash ORDER BY unlikely, lane, broadcast_id, n) AS delivery
    FROM unnamed r),
  placed AS MATERIALIZED (
    SELECT r.*, max(message) OVER alike AS messages, max(delivery) OVER alike AS deliveries,
      coalesce(max(message) FILTER (WHERE NOT is_in_vain) OVER alike, 0) AS heard, bool_or(is_open) OVER alike AS any_open,
      coalesce(max(delivery) FILTER (WHERE unlikely = 1) OVER alike, 0) AS bare
    FROM ranked r WINDOW alike AS (PARTITION BY phone, channel, text_hash)),
  told_apart AS MATERIALIZED (
    SELECT *, channel NOT IN ${spoken} OR bare = 0 OR (bare = 1 AND heard <= 1) OR (heard = bare AND NOT any_open) AS is_told FROM placed),
  matched AS MATERIALIZED (
    SELECT ref, sent_at, channel, broadcast_id, n FROM named
    UNION ALL
    SELECT ref, sent_at, channel, broadcast_id, n FROM told_apart
    WHERE is_told AND CASE WHEN channel IN ${spoken} AND bare = 1 THEN delivery = 1
      WHEN channel IN ${spoken} AND bare > 1 THEN delivery = message AND NOT is_in_vain
      ELSE delivery = message OR (delivery = deliveries AND message > deliveries) END),
  mixed_up AS MATERIALIZED (SELECT ref, broadcast_id, n FROM told_apart WHERE NOT is_told AND unlikely = 1),
  in_vain AS MATERIALIZED (
    SELECT ref FROM told_apart WHERE is_told AND channel IN ${spoken} AND bare > 1 AND is_in_vain)`;

/** The result of a take-over. */
export interface TakenOver {
  readonly takenOver: number;
  readonly unknown: number;
}

/** Copies what the provider knows into the ledger. */
@Injectable()
export class TakeOverRepository {
  constructor(
    private readonly db: DataSource,
    private readonly gate: SendGateRepository,
  ) {}

  /**
   * Holds all sending. Each waiting message is taken over, or recorded as impossible to take over. All or nothing, and
   * safe to repeat, because a message that was taken over no longer waits. The status that the provider lists is stored
   * as a receipt, so that it has all consequences of a receipt.
   *
   * @param decideAgain whether earlier decisions of staff must be made again
   * @returns undefined if nothing is held: nothing waits, and staff have ended the hold since the caller looked
   * @throws TurnLost
   */
  async run(turn: AskingTurn, decideAgain: boolean): Promise<TakenOver | undefined> {
    return this.db.transaction(async (tx) => {
      await tx.query(`SET LOCAL statement_timeout = '15min'`);
      await tx.query(`SET LOCAL work_mem = '64MB'`);
      await this.gate.holdTurn(turn, tx);
      if (!(await this.isToBeHeld(tx))) {
        await forgetHelpers(tx);
        await this.gate.answered(turn, tx);
        return undefined;
      }
      // Lock order (ADR 27): broadcasts before deliveries, by id. An all-clear may run at the same time.
      await tx.query(
        `SELECT FROM broadcast WHERE planned IS NOT NULL AND state IN ('scheduled', 'approved', 'sending', 'paused') ORDER BY id FOR UPDATE`,
      );
      await tx.query('ANALYZE unknown_message');
      const hold = await this.openHold(tx);
      const [row] = await tx.query<TakenOver[]>(
        `WITH ${matchSql},
         noted_apart AS (
           UPDATE unknown_message m SET became = 'not-told-apart', hold_id = $2, phone = NULL, text_hash = NULL
           FROM (SELECT ref FROM mixed_up UNION SELECT ref FROM in_vain) x WHERE m.ref = x.ref),
         stuck AS (
           UPDATE delivery x SET status = 'unknown', reason = 'not-told-apart', updated_at = now()
           FROM (SELECT DISTINCT broadcast_id, n FROM mixed_up) m
           WHERE x.broadcast_id = m.broadcast_id AND x.n = m.n RETURNING x.broadcast_id, x.n),
         bound AS (
           UPDATE unknown_message u SET became = 'taken-over', hold_id = $2, phone = NULL, text_hash = NULL,
             broadcast_id = m.broadcast_id, n = m.n
           FROM matched m WHERE u.ref = m.ref RETURNING u.*),
         newest AS (
           SELECT DISTINCT ON (broadcast_id, n) *, count(*) OVER (PARTITION BY broadcast_id, n, channel) AS tries,
             translate(substr(gen_random_uuid()::text, 1, 18), '-', '') AS token
           FROM bound ORDER BY broadcast_id, n, sent_at DESC, ref),
         taken AS (
           UPDATE delivery x SET status = 'accepted', reason = NULL, provider_ref = w.ref, token = w.token, sent_at = w.sent_at,
             provider = w.provider, sender = NULLIF(w.sender, ''),
             attempts = CASE WHEN x.channel = w.channel THEN x.attempts ELSE 0 END + w.tries,
             channel = w.channel, updated_at = now(),
             segments = CASE WHEN w.channel NOT IN ${channelListSql(isInSegments)} THEN 1 ELSE x.segments END
           FROM newest w WHERE x.broadcast_id = w.broadcast_id AND x.n = w.n RETURNING x.broadcast_id, x.n),
         ${staleSumsSql('SELECT broadcast_id FROM taken UNION ALL SELECT broadcast_id FROM stuck')},
         begun AS (
           UPDATE broadcast b SET state = CASE WHEN state IN ('scheduled', 'approved') THEN 'sending' ELSE state END,
             started_at = coalesce(started_at, first.at), version = version + 1
           FROM (SELECT broadcast_id, min(sent_at) AS at FROM newest GROUP BY 1) first
           WHERE b.id = first.broadcast_id AND (started_at IS NULL OR state = 'approved') RETURNING b.id, b.kind, b.version, b.state),
         begun_noted AS (
           INSERT INTO broadcast_event (broadcast_id, version, act, state)
           SELECT id, version, 'start', state FROM begun WHERE kind NOT IN ${onePhoneKindsSql}),
         called_off_again AS (
           -- A call-off that is done may have ended before it was known that the provider has more messages.
           UPDATE call_off c SET at = now(), look_at = now(), done_at = NULL
           FROM (SELECT DISTINCT broadcast_id FROM newest) w WHERE c.broadcast_id = w.broadcast_id),
         before AS (
           -- A reference that a row no longer holds stays known by its event.
           INSERT INTO delivery_event (broadcast_id, n, kind, detail)
           SELECT x.broadcast_id, x.n, 'tried-again', json_build_object('ref', x.provider_ref)
           FROM newest w JOIN delivery x ON x.broadcast_id = w.broadcast_id AND x.n = w.n WHERE x.provider_ref IS NOT NULL),
         told AS (
           INSERT INTO delivery_event (broadcast_id, n, kind, detail)
           SELECT broadcast_id, n, 'taken-over', json_build_object('ref', ref, 'at', sent_at) FROM bound
           UNION ALL SELECT broadcast_id, n, 'not-told-apart', '{}' FROM stuck),
         heard AS (
           INSERT INTO receipt_inbox (broadcast_id, n, token, provider_ref, status, reason, failure, sender_address)
           SELECT ARRAY[broadcast_id], ARRAY[n], ARRAY[token], ARRAY[ref], ARRAY[status], ARRAY[reason], ARRAY[failure], ARRAY[sender]
           FROM newest WHERE status <> 'accepted'),
         found AS (
           INSERT INTO send_hold_broadcast AS d (hold_id, broadcast_id, taken_over, not_told_apart)
           SELECT $2, broadcast_id, count(*) FILTER (WHERE is_taken), count(*) FILTER (WHERE NOT is_taken)
           FROM (SELECT broadcast_id, true AS is_taken FROM taken UNION ALL SELECT broadcast_id, false FROM stuck) x
           GROUP BY broadcast_id
           ON CONFLICT (hold_id, broadcast_id) DO UPDATE SET taken_over = d.taken_over + excluded.taken_over,
             not_told_apart = d.not_told_apart + excluded.not_told_apart)
         SELECT (SELECT count(*)::int FROM u WHERE became = 'waiting') AS unknown, (SELECT count(*)::int FROM bound) AS "takenOver"`,
        [lanesByUrgency, hold],
      );
      await tx.query(
        `UPDATE unknown_message SET became = 'fits-none', hold_id = $1, phone = NULL, text_hash = NULL WHERE became = 'waiting'`,
        [hold],
      );
      await forgetHelpers(tx);
      await this.sumUp(hold, decideAgain && row!.unknown > 0, tx);
      await this.gate.answered(turn, tx);
      return row!;
    });
  }

  private async isToBeHeld(tx: EntityManager): Promise<boolean> {
    const [row] = await tx.query<{ held: boolean }[]>(
      `SELECT EXISTS (SELECT FROM unknown_message WHERE became = 'waiting')
         OR EXISTS (SELECT FROM send_hold WHERE ended_at IS NULL) AS held`,
    );
    return row!.held;
  }

  private async openHold(tx: EntityManager): Promise<string> {
    await tx.query('INSERT INTO send_hold (known_until) VALUES ($1) ON CONFLICT DO NOTHING', [
      await this.gate.knownUntil(tx),
    ]);
    const [hold] = await tx.query<{ id: string }[]>('SELECT id FROM send_hold WHERE ended_at IS NULL');
    return hold!.id;
  }

  private async sumUp(hold: string, decideAgain: boolean, tx: EntityManager): Promise<void> {
    await tx.query(
      `UPDATE send_hold h SET unknown = s.unknown, taken_over = s.taken_over, not_told_apart = s.not_told_apart, fits_none = s.fits_none
       FROM (SELECT count(*)::int AS unknown, count(*) FILTER (WHERE became = 'taken-over')::int AS taken_over,
           count(*) FILTER (WHERE became = 'not-told-apart')::int AS not_told_apart,
           count(*) FILTER (WHERE became = 'fits-none')::int AS fits_none
         FROM unknown_message WHERE hold_id = $1) s
       WHERE h.id = $1`,
      [hold],
    );
    if (decideAgain)
      await tx.query(
        `UPDATE send_hold_broadcast SET goes_on = false, decided_by = NULL, decided_at = NULL WHERE hold_id = $1`,
        [hold],
      );
  }
}

/** Deletes the rows that were kept only to tell calls apart. They are of no more use, and contain phone numbers. */
async function forgetHelpers(tx: EntityManager): Promise<void> {
  await tx.query(`DELETE FROM unknown_message WHERE became IN ('fits-doubt', 'heard')`);
}
