import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { BroadcastKind } from '../../broadcasts/broadcast.js';
import { isProtectedSql } from '../../directory/protected-phone.sql.js';
import { channelListSql, isSpoken, type Channel } from '../../kernel/channel.js';
import type { DeliveryStatus } from '../delivery.js';
import { onePhoneKindsSql } from '../../kernel/broadcast-kinds.js';

/** One message to a phone, as the ledger has it. */
export interface PersonalDelivery {
  readonly at: Date;
  readonly kind: BroadcastKind;
  /** The name of the audience at the time of writing. */
  readonly audience: string;
  readonly exercise: boolean;
  readonly channel: Channel;
  readonly status: DeliveryStatus;
  /** Why the phone was left out, or the provider's code. */
  readonly reason: string | null;
  /** The text of the message. The text of a code or a notice is deleted when it has ended. */
  readonly text: string | null;
}

/**
 * The deliveries to phone $1. Each broadcast is looked up in turn behind OFFSET 0: the ledger is keyed by broadcast,
 * and the planner would otherwise read all of it.
 */
const toPhone = `
  SELECT b.id AS broadcast_id, b.kind AS broadcast_kind, b.state, b.audience_name, b.exercise, b.expires_at,
    coalesce(x.sent_at, b.started_at, b.created_at) AS at, x.n, x.channel, x.status, x.reason, x.language
  FROM broadcast b CROSS JOIN LATERAL (
    SELECT n, channel, status, reason, sent_at, language FROM delivery d
    WHERE d.broadcast_id = b.id AND d.phone = $1 OFFSET 0) x
  WHERE b.planned IS NOT NULL OR b.kind IN ${onePhoneKindsSql}`;

/**
 * True while a message can still be sent, or can still fail and be retried. A receipt that arrives after the broadcast
 * has ended does not need the phone number.
 */
const underWay = `(status IN ('planned', 'sending', 'in-doubt')
  OR (status IN ('accepted', 'sent') AND state IN ('approved', 'sending', 'paused') AND expires_at > now()))`;

/** Everything in the ledger about one person, to export it or to erase it. */
@Injectable()
export class PersonalDeliveriesRepository {
  constructor(private readonly db: DataSource) {}

  /**
   * Newest first. An alert names the area it went to. So if the phone is protected anywhere today, none of its alerts
   * are returned. Alerts that it was left out of because it was protected are never returned.
   *
   * @param most maximum number of messages; all when omitted
   */
  async of(phone: string, most?: number): Promise<PersonalDelivery[]> {
    return this.db.query(
      `SELECT at, broadcast_kind AS kind, audience_name AS audience, exercise, channel, status, reason,
         CASE WHEN broadcast_kind NOT IN ${onePhoneKindsSql} THEN (
           SELECT CASE WHEN mine.channel IN ${channelListSql(isSpoken)} THEN coalesce(t.voice, t.sms) ELSE t.sms END FROM broadcast_text t
           WHERE t.broadcast_id = mine.broadcast_id ORDER BY t.language <> mine.language, t.position LIMIT 1) END AS text
       FROM (${toPhone}) mine WHERE coalesce(reason, '') NOT IN ('protected-identity', 'withdrawn-protected')
         AND (broadcast_kind <> 'alert' OR NOT ${isProtectedSql('$1')})
       ORDER BY broadcast_id DESC, n LIMIT $2`,
      [phone, most ?? null],
    );
  }

  async hasUnderWay(phone: string, tx: EntityManager): Promise<boolean> {
    const [row] = await tx.query<{ waits: boolean }[]>(
      `SELECT EXISTS (SELECT FROM (${toPhone}) mine WHERE ${underWay}) AS waits`,
      [phone],
    );
    return row!.waits;
  }

  /** The codes and notices that went to the phone. They are removed entirely: their broadcast concerns nobody else. */
  async codesTo(phone: string, tx: EntityManager): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT DISTINCT broadcast_id AS id FROM (${toPhone}) mine WHERE broadcast_kind IN ${onePhoneKindsSql}`,
      [phone],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Keeps the rows, so that every report still adds up. Removes what leads to the phone, from the rows and from their
   * events. The number is replaced by a random one that no network can have: an `x` and fifteen digits. The ledger
   * reads what follows the first character as a number. Safe to repeat.
   *
   * @returns how many rows were changed
   */
  async anonymise(phone: string, tx: EntityManager): Promise<number> {
    const [row] = await tx.query<{ rows: number }[]>(
      `WITH mine AS MATERIALIZED (SELECT broadcast_id, n FROM (${toPhone}) x),
       noted AS (
         DELETE FROM delivery_event e USING mine WHERE e.broadcast_id = mine.broadcast_id AND e.n = mine.n),
       changed AS (
         UPDATE delivery x SET phone = 'x' || lpad(floor(random() * 1e15)::bigint::text, 15, '0'),
           token = NULL, provider_ref = NULL
         FROM mine WHERE x.broadcast_id = mine.broadcast_id AND x.n = mine.n
         RETURNING 1)
       SELECT count(*)::int AS rows FROM changed`,
      [phone],
    );
    return row!.rows;
  }
}
