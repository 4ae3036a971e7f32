import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { happenedSql, newsDays } from '../outbox/happened.sql.js';
import type { Posted } from './network.js';
import { SocialPostEntity } from './social-post.entity.js';

/** Seconds that a worker has for a try. After that it counts as dead, and another one tries. */
const leaseSeconds = 90;

/** A post whose try has begun. */
export type Claimed = Pick<
  SocialPostEntity,
  'id' | 'accountId' | 'broadcastId' | 'rootId' | 'withdrawal' | 'tries' | 'looks'
> & {
  /** Null at the first try. */
  readonly body: string | null;
  /** Whether an earlier try may have posted it. */
  readonly wasInDoubt: boolean;
  /** Why it is no longer news; null if it is. */
  readonly stale: 'expired' | 'overtaken' | null;
};

/** What became of a try that did not post. */
export interface Failed {
  readonly reason: string;
  readonly status?: number | undefined;
  /** Milliseconds until the next try; undefined if there is none. */
  readonly wait?: number | undefined;
  readonly inDoubt: boolean;
  readonly looks?: number;
}

/** Something later of the same incident is to be posted by the same account. */
const overtakenSql = `EXISTS (
      SELECT FROM social_post l
      WHERE l.account_id = p.account_id AND l.root_id = p.root_id AND (l.at, l.n) > (p.at, p.n))`;
const expiredSql = `EXISTS (SELECT FROM broadcast b WHERE b.id = p.broadcast_id AND b.expires_at <= now())`;

/** All statements on what is posted. They use the database's clock: those of workers may differ. */
@Injectable()
export class SocialPosts {
  constructor(private readonly db: DataSource) {}

  /**
   * Queues what happened since each account was switched on, once for each. Safe to repeat and to run in several workers:
   * the unique keys refuse a second row. A withdrawal is told where its incident was.
   */
  async queue(): Promise<void> {
    await this.db.query(
      `WITH since AS MATERIALIZED (
         SELECT greatest(min(active_since), now() - interval '${newsDays} days') AS at FROM social_account)
       INSERT INTO social_post (account_id, event_id, broadcast_id, root_id, withdrawal, at)
       SELECT a.id, h.event_id, h.broadcast_id, f.id, h.state = 'cancelled', h.at
       FROM ${happenedSql('(SELECT at FROM since)')} h
         JOIN broadcast b ON b.id = h.broadcast_id
         JOIN broadcast f ON f.id = coalesce(b.root_id, b.id)
         JOIN social_account a ON h.at >= a.active_since
       WHERE h.is_public AND h.event_id IS NOT NULL AND h.type <> 'broadcast.completed'
         AND b.no_posts IS NOT TRUE AND f.no_posts IS NOT TRUE
         AND (h.state <> 'cancelled' OR EXISTS (
           SELECT FROM social_post e WHERE e.account_id = a.id AND e.root_id = f.id))
         AND NOT EXISTS (SELECT FROM social_post p WHERE p.account_id = a.id AND p.event_id = h.event_id)
       ORDER BY h.at, h.event_id
       ON CONFLICT DO NOTHING`,
    );
  }

  /**
   * Gives up what is no longer news and certainly was not posted: it has expired, or something later of its incident is
   * to be posted. A post that is tried at this moment is in doubt, so it is left alone.
   */
  async dropStale(): Promise<void> {
    await this.db.query(
      `UPDATE social_post p SET state = 'failed', next_try_at = NULL,
         reason = CASE WHEN ${expiredSql} THEN 'expired' ELSE 'overtaken' END
       WHERE p.next_try_at IS NOT NULL AND NOT p.in_doubt AND (${expiredSql} OR ${overtakenSql})`,
    );
  }

  /** The accounts that may post something now. */
  async due(): Promise<string[]> {
    const rows = await this.db.query<{ id: string }[]>(
      `SELECT a.id FROM social_account a
       WHERE a.active_since IS NOT NULL
         AND EXISTS (SELECT FROM social_post p WHERE p.account_id = a.id AND p.next_try_at <= now())`,
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Begins the next try of an account. It is in doubt from here on, until {@link posted} or {@link failed} says what
   * became of it. Another worker skips it for {@link leaseSeconds}. What comes later in an incident waits for what came
   * before. The number of tries is the fence.
   */
  async claim(accountId: string): Promise<Claimed | undefined> {
    const [claimed] = await this.db.query<Claimed[]>(
      `WITH due AS (
         SELECT p.id, p.in_doubt FROM social_post p JOIN social_account a ON a.id = p.account_id
         WHERE p.account_id = $1 AND a.active_since IS NOT NULL AND p.next_try_at <= now()
           AND NOT EXISTS (
             SELECT FROM social_post e
             WHERE e.account_id = p.account_id AND e.root_id = p.root_id AND e.next_try_at IS NOT NULL
               AND (e.at, e.n) < (p.at, p.n))
         ORDER BY p.next_try_at, p.n LIMIT 1 FOR UPDATE OF p SKIP LOCKED),
       claimed AS (
         UPDATE social_post p
         SET in_doubt = true, tries = p.tries + 1, last_try_at = now(),
           next_try_at = now() + interval '${leaseSeconds} seconds'
         FROM due WHERE p.id = due.id RETURNING p.*, due.in_doubt AS was_in_doubt)
       SELECT id, account_id AS "accountId", broadcast_id AS "broadcastId", root_id AS "rootId", withdrawal, tries, looks,
         body, was_in_doubt AS "wasInDoubt",
         CASE WHEN ${expiredSql} THEN 'expired' WHEN ${overtakenSql} THEN 'overtaken' END AS stale
       FROM claimed p`,
      [accountId],
    );
    return claimed;
  }

  /** Keeps what is posted. @returns what was kept first, which all tries post */
  async keepBody(id: string, body: string): Promise<string> {
    const [kept] = await this.db.query<{ body: string }[]>(
      `WITH kept AS (UPDATE social_post SET body = coalesce(body, $2) WHERE id = $1 RETURNING body)
       SELECT body FROM kept`,
      [id, body],
    );
    return kept?.body ?? body;
  }

  /** Also if staff gave it up meanwhile. */
  async posted({ id, tries }: Pick<Claimed, 'id' | 'tries'>, { remoteId, url }: Posted): Promise<void> {
    await this.db.query(
      `UPDATE social_post SET state = 'posted', in_doubt = false, next_try_at = NULL, status = NULL, reason = NULL,
         remote_id = $3, url = $4
       WHERE id = $1 AND tries = $2 AND state <> 'posted'`,
      [id, tries, remoteId, url],
    );
  }

  async failed(
    { id, tries }: Pick<Claimed, 'id' | 'tries'>,
    { reason, status, wait, inDoubt, looks = 0 }: Failed,
  ): Promise<void> {
    await this.db.query(
      `UPDATE social_post SET status = $3, reason = $4, in_doubt = $6, looks = $7,
         next_try_at = now() + $5 * interval '1 millisecond',
         state = CASE WHEN $5::float8 IS NULL THEN 'failed' ELSE 'waiting' END
       WHERE id = $1 AND tries = $2 AND state = 'waiting'`,
      [id, tries, status ?? null, reason, wait ?? null, inDoubt, looks],
    );
  }

  /** Gives a try back that the program could not finish. It was maybe posted. */
  async giveBack({ id, tries }: Pick<Claimed, 'id' | 'tries'>): Promise<void> {
    await this.db.query(
      `UPDATE social_post SET next_try_at = now() WHERE id = $1 AND tries = $2 AND state = 'waiting'`,
      [id, tries],
    );
  }

  /** Where an account posted the broadcasts of an incident, the first one first. */
  async ofIncident(accountId: string, rootId: string): Promise<SocialPostEntity[]> {
    return this.db.manager.find(SocialPostEntity, {
      where: { accountId, rootId, state: 'posted', withdrawal: false },
      order: { at: 'ASC', n: 'ASC' },
    });
  }

  /** All of a broadcast, by account. */
  ofBroadcast(broadcastId: string): Promise<SocialPostEntity[]> {
    return this.db.manager.find(SocialPostEntity, {
      where: { broadcastId },
      relations: { account: true },
      order: { account: { createdAt: 'ASC' }, at: 'ASC' },
    });
  }

  /** Ends what waits for an account that was switched off, or whose token is refused. */
  async abandon(accountId: string, reason: string, tx: EntityManager): Promise<void> {
    await tx.query(
      `UPDATE social_post SET state = 'failed', next_try_at = NULL, reason = $2
       WHERE account_id = $1 AND state = 'waiting'`,
      [accountId, reason],
    );
  }

  /** Tries once more what was given up. @returns false if it was not, or its account is off */
  async again(id: string, broadcastId: string, tx: EntityManager): Promise<boolean> {
    const again = await tx.query<unknown[]>(
      `WITH again AS (
         UPDATE social_post p SET state = 'waiting', next_try_at = now(), tries = 0, looks = 0
         FROM social_account a
         WHERE p.id = $1 AND p.broadcast_id = $2 AND p.state = 'failed' AND a.id = p.account_id
           AND a.active_since IS NOT NULL
         RETURNING p.id)
       SELECT id FROM again`,
      [id, broadcastId],
    );
    return again.length === 1;
  }

  /** Gives up what is tried again and again. @returns false if it was not tried, or is settled */
  async stop(id: string, broadcastId: string, tx: EntityManager): Promise<boolean> {
    const stopped = await tx.query<unknown[]>(
      `WITH stopped AS (
         UPDATE social_post SET state = 'failed', next_try_at = NULL
         WHERE id = $1 AND broadcast_id = $2 AND state = 'waiting' AND tries > 0
         RETURNING id)
       SELECT id FROM stopped`,
      [id, broadcastId],
    );
    return stopped.length === 1;
  }
}
