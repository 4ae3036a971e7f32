import { Injectable } from '@nestjs/common';
import { DataSource, LessThan, type EntityManager } from 'typeorm';
import { testEvent } from './event-types.js';
import { happenedSql, newsDays } from '../outbox/happened.sql.js';
import { WebhookDeliveryEntity } from './webhook-delivery.entity.js';

/** Seconds that a worker has for a try. After that it counts as dead, and another one tries. */
const leaseSeconds = 60;

/** A delivery whose try has begun. */
export type Claimed = Pick<WebhookDeliveryEntity, 'id' | 'endpointId' | 'type' | 'at' | 'tries'> & {
  readonly broadcastId: string | null;
  readonly version: number | null;
  readonly state: WebhookDeliveryEntity['broadcastState'] | null;
  /** Null at the first try. */
  readonly body: string | null;
  /** Of the try. */
  readonly tryId: string;
  /** When it began, by the database's clock. */
  readonly triedAt: Date;
};

/** What became of a try. */
export interface Tried {
  readonly status?: number | undefined;
  readonly reason?: string | undefined;
  /** Milliseconds; undefined if there was no request. */
  readonly took?: number | undefined;
}

/** A try, as the log has it. */
export interface LoggedTry extends Tried {
  readonly at: Date;
}

interface TryRow {
  readonly n: string;
  readonly at: Date;
  readonly took: number | null;
  readonly status: number | null;
  readonly reason: string | null;
}

type Trying = Pick<Claimed, 'id' | 'tries' | 'tryId'>;

export const logPage = 50;

/** All statements on what is sent to endpoints. They use the database's clock: those of workers may differ. */
@Injectable()
export class WebhookDeliveries {
  constructor(private readonly db: DataSource) {}

  /**
   * Queues what happened since each endpoint was switched on, once for each endpoint. Safe to repeat and to run in
   * several workers: the unique keys refuse a second row. Marks each event by its row, because the outbox has no order
   * across broadcasts (ADR 48).
   *
   * The id is made from what happened. So an event that is queued again, because the database was restored from a
   * backup of before, has the id that the receiver knows. It has the time in it: after a restore the outbox gives the
   * numbers of lost events to others.
   */
  async queue(): Promise<void> {
    await this.db.query(
      `WITH since AS MATERIALIZED (
         SELECT greatest(min(active_since), now() - interval '${newsDays} days') AS at FROM webhook_endpoint)
       INSERT INTO webhook_delivery (id, endpoint_id, event_id, broadcast_id, type, broadcast_version, broadcast_state, at)
       SELECT
         md5(concat_ws(' ', w.id, h.broadcast_id, h.event_id, h.type, h.version, extract(epoch FROM h.at)))::uuid,
         w.id, h.event_id, h.broadcast_id, h.type, h.version, h.state, h.at
       FROM ${happenedSql('(SELECT at FROM since)')} h
         JOIN webhook_endpoint w ON h.at >= w.active_since AND h.type = ANY(w.events)
           AND (h.is_public OR w.include_unpublished)
       WHERE NOT EXISTS (
         SELECT FROM webhook_delivery d
         WHERE d.endpoint_id = w.id AND d.broadcast_id = h.broadcast_id AND d.event_id IS NOT DISTINCT FROM h.event_id)
       ORDER BY h.at, h.event_id
       ON CONFLICT DO NOTHING`,
    );
  }

  /** The endpoints that may be sent something now. */
  async due(): Promise<string[]> {
    const rows = await this.db.query<{ id: string }[]>(
      `SELECT w.id FROM webhook_endpoint w
       WHERE w.active_since IS NOT NULL
         AND EXISTS (SELECT FROM webhook_delivery d WHERE d.endpoint_id = w.id AND d.next_try_at <= now())`,
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Begins the next try for an endpoint. Another worker skips it for {@link leaseSeconds}. The number of tries is the
   * fence of {@link settle}.
   */
  async claim(endpointId: string): Promise<Claimed | undefined> {
    const [claimed] = await this.db.query<Claimed[]>(
      `WITH claimed AS (
         UPDATE webhook_delivery d
         SET next_try_at = now() + interval '${leaseSeconds} seconds', last_try_at = now(), tries = d.tries + 1
         FROM webhook_endpoint w
         WHERE w.id = d.endpoint_id AND w.active_since IS NOT NULL AND d.id = (
           SELECT id FROM webhook_delivery WHERE endpoint_id = $1 AND next_try_at <= now()
           ORDER BY next_try_at, n LIMIT 1 FOR UPDATE SKIP LOCKED)
         RETURNING d.*),
         begun AS (INSERT INTO webhook_try (delivery_n, at) SELECT n, now() FROM claimed RETURNING id, at)
       SELECT c.id, endpoint_id AS "endpointId", broadcast_id AS "broadcastId", type, c.at, tries, body,
         broadcast_version AS version, broadcast_state AS state, b.id AS "tryId", b.at AS "triedAt"
       FROM claimed c, begun b`,
      [endpointId],
    );
    return claimed;
  }

  /** Keeps what is sent. @returns what was kept first, which all tries send */
  async keepBody(id: string, body: string): Promise<string> {
    const [kept] = await this.db.query<{ body: string }[]>(
      `WITH kept AS (UPDATE webhook_delivery SET body = coalesce(body, $2) WHERE id = $1 RETURNING body)
       SELECT body FROM kept`,
      [id, body],
    );
    return kept?.body ?? body;
  }

  async delivered({ id, tries, tryId }: Trying, { status, took }: Tried): Promise<void> {
    await this.db.query(
      `WITH ended AS (UPDATE webhook_try SET took = $4, status = $3 WHERE id = $5)
       UPDATE webhook_delivery SET state = 'delivered', next_try_at = NULL, status = $3, reason = NULL
       WHERE id = $1 AND tries = $2 AND state = 'waiting'`,
      [id, tries, status, took, tryId],
    );
  }

  /** @param wait milliseconds until the next try; undefined if there is none */
  async failed(
    { id, tries, tryId }: Trying,
    { status, reason, took }: Tried,
    wait: number | undefined,
  ): Promise<void> {
    await this.db.query(
      `WITH ended AS (UPDATE webhook_try SET took = $6, status = $3, reason = $4 WHERE id = $7)
       UPDATE webhook_delivery SET status = $3, reason = $4, next_try_at = now() + $5 * interval '1 millisecond',
         state = CASE WHEN $5::float8 IS NULL THEN 'failed' ELSE 'waiting' END
       WHERE id = $1 AND tries = $2 AND state = 'waiting'`,
      [id, tries, status ?? null, reason ?? null, wait ?? null, took ?? null, tryId],
    );
  }

  /** Gives a try back that the program could not finish. It was maybe sent; the id stays the same. */
  async giveBack({ id, tries, tryId }: Trying): Promise<void> {
    await this.db.query(
      `WITH ended AS (UPDATE webhook_try SET reason = 'stopped' WHERE id = $3)
       UPDATE webhook_delivery SET tries = tries - 1, next_try_at = now()
       WHERE id = $1 AND tries = $2 AND state = 'waiting'`,
      [id, tries, tryId],
    );
  }

  /** Ends what waits for an endpoint that was switched off. */
  async abandon(endpointId: string, reason: string, tx: EntityManager): Promise<void> {
    await tx.query(
      `UPDATE webhook_delivery SET state = 'failed', next_try_at = NULL, reason = $2
       WHERE endpoint_id = $1 AND state = 'waiting'`,
      [endpointId, reason],
    );
  }

  async addTest(endpointId: string, at: Date, tx: EntityManager): Promise<void> {
    await tx.query('INSERT INTO webhook_delivery (endpoint_id, type, at) VALUES ($1, $2, $3)', [
      endpointId,
      testEvent,
      at,
    ]);
  }

  /** Sends it once more, with the same id and body. @returns false if there is none that is settled */
  async replay(id: string, endpointId: string, tx: EntityManager): Promise<boolean> {
    const again = await tx.query<unknown[]>(
      `WITH again AS (
         UPDATE webhook_delivery SET state = 'waiting', next_try_at = now(), tries = 0
         WHERE id = $1 AND endpoint_id = $2 AND state <> 'waiting' RETURNING id)
       SELECT id FROM again`,
      [id, endpointId],
    );
    return again.length === 1;
  }

  /** The log, newest first. @param before a row's `n`: those that are older */
  log(endpointId: string, before: string | undefined): Promise<WebhookDeliveryEntity[]> {
    return this.db.manager.find(WebhookDeliveryEntity, {
      where: { endpointId, ...(before === undefined ? {} : { n: LessThan(before) }) },
      order: { n: 'DESC' },
      take: logPage,
    });
  }

  /** The tries of some messages, oldest first, by the messages' `n`. */
  async triesOf(deliveries: readonly string[]): Promise<ReadonlyMap<string, readonly LoggedTry[]>> {
    const rows = await this.db.query<TryRow[]>(
      'SELECT delivery_n AS n, at, took, status, reason FROM webhook_try WHERE delivery_n = ANY($1) ORDER BY id',
      [deliveries],
    );
    const byDelivery = new Map<string, LoggedTry[]>();
    for (const { n, at, took, status, reason } of rows) {
      const tried = { at, took: took ?? undefined, status: status ?? undefined, reason: reason ?? undefined };
      const others = byDelivery.get(n);
      if (others) others.push(tried);
      else byDelivery.set(n, [tried]);
    }
    return byDelivery;
  }

  /** Deletes old rows of the log. @param days more than events are news */
  async dispose(days: number): Promise<void> {
    await this.db.query(
      `DELETE FROM webhook_delivery WHERE queued_at < now() - $1 * interval '1 day' AND state <> 'waiting'`,
      [days],
    );
  }
}
