import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Gone } from './last-change.js';
import type { PublicTopic, PublishedBroadcast } from './public-incident.js';

/** Days for which an incident that is over stays on the page of current messages and in the feeds. */
export const shownDays = 7;

/** Broadcasts that were approved and have begun to go out, or will at once. Codes and notices are never public. */
const publicSql = `b.is_public AND b.planned IS NOT NULL AND b.state IN ('approved', 'sending', 'paused', 'completed', 'cancelled')`;

const beganSql = `(SELECT min(e.at) FROM broadcast_event e
    WHERE e.broadcast_id = b.id AND e.state IN ('approved', 'sending', 'paused', 'completed'))`;

/** The broadcast that said first what `b` says: `textOf` of `follow-up.ts`. */
const saysSql = `coalesce(CASE b.relation WHEN 'extension' THEN coalesce(b.audience->>'saying', b.root_id::text)
      WHEN 'correction' THEN b.audience->>'recipientsOf' END, b.id::text)`;

const columnsSql = `b.id, coalesce(b.root_id, b.id) AS root, b.relation, b.goes_on AS "goesOn", ${saysSql} AS says,
    b.page_code AS code, b.lane, b.event, b.onset_at AS "onsetAt", b.page,
    (SELECT t.slug FROM template t WHERE t.id = (b.template->>'id')::uuid) AS template,
    b.published_area AS area, b.expires_at AS "expiresAt", began.at AS "sentAt",
    CASE WHEN b.state = 'cancelled' THEN (SELECT max(e.at) FROM broadcast_event e
      WHERE e.broadcast_id = b.id AND e.state = 'cancelled') END AS "cancelledAt",
    (SELECT d.name FROM department d WHERE d.id = b.department_id) AS department,
    (SELECT json_build_object('slug', t.slug, 'name', t.name) FROM topic t WHERE t.id = (b.audience->>'topic')::uuid) AS topic,
    (SELECT json_agg(json_strip_nulls(json_build_object(
       'language', t.language, 'sms', t.sms, 'headline', t.headline, 'web', t.web)) ORDER BY t.position)
     FROM broadcast_text t WHERE t.broadcast_id = b.id) AS texts`;

/** Hours, because days are of 23 and of 25 hours in time zones. */
const shownForSql = 'make_interval(hours => 24 * $1)';
const shownSql = (at: string): string => `b.expires_at > ${at} - ${shownForSql}`;

/** What is public, as it is stored. */
export interface Stored {
  readonly broadcasts: readonly PublishedBroadcast[];
  readonly topics: readonly PublicTopic[];
  readonly gone: readonly Gone[];
}

/** What changes with {@link Stored}. */
export interface Mark {
  readonly mark: string;
  /** When it was so, by the database, to the microsecond. */
  readonly at: string;
}

/** Reads what is public. The broadcasts and their events say it: publishing stores nothing of its own that can lag. */
@Injectable()
export class BulletinRepository {
  constructor(private readonly db: DataSource) {}

  /**
   * Changes with every event of a public broadcast, and with every topic. An event that commits late can have a smaller
   * id than others, so they are counted too.
   */
  async mark(): Promise<Mark> {
    const [row] = await this.db.query<[Mark]>(
      `SELECT count(*) || '/' || coalesce(max(e.id), 0)
         || (SELECT '/' || count(*) || '/' || coalesce(sum(t.version), 0) FROM topic t) AS mark,
         now()::text AS at
       FROM broadcast b JOIN broadcast_event e ON e.broadcast_id = b.id
       WHERE b.is_public AND b.planned IS NOT NULL AND ${shownSql('now()')}`,
      [shownDays],
    );
    return row;
  }

  /** @param at of the mark, so that an incident is either in the edition or gone, never both or neither */
  async recent(at: string): Promise<Stored> {
    return {
      broadcasts: await this.recentBroadcasts(at),
      topics: await this.topics(),
      gone: await this.lastGone(at),
    };
  }

  /** All of each incident that goes on, or was over at most {@link shownDays} ago. */
  private async recentBroadcasts(at: string): Promise<PublishedBroadcast[]> {
    return this.db.query(
      `SELECT ${columnsSql}
       FROM broadcast b, LATERAL (SELECT ${beganSql} AS at) began
       WHERE ${publicSql} AND began.at IS NOT NULL
         AND coalesce(b.root_id, b.id) IN (
           SELECT coalesce(b.root_id, b.id) FROM broadcast b
           WHERE ${publicSql} AND ${shownSql('$2::timestamptz')})`,
      [shownDays, at],
    );
  }

  /** When an incident was last too old for the edition, for alerts and for each topic. */
  private async lastGone(at: string): Promise<Gone[]> {
    return this.db.query(
      `SELECT t.slug AS topic, max(last.ended) + ${shownForSql} AS at
       FROM (SELECT coalesce(b.root_id, b.id) AS root, max(b.expires_at) AS ended
             FROM broadcast b WHERE ${publicSql} GROUP BY 1) last
       JOIN broadcast b ON b.id = last.root AND ${publicSql} AND ${beganSql} IS NOT NULL
       LEFT JOIN topic t ON t.id = (b.audience->>'topic')::uuid
       WHERE last.ended <= $2::timestamptz - ${shownForSql} GROUP BY t.slug ORDER BY t.slug`,
      [shownDays, at],
    );
  }

  private async topics(): Promise<PublicTopic[]> {
    return this.db.query(
      `SELECT t.slug, t.name, t.description FROM topic t WHERE t.is_public AND t.state = 'open' ORDER BY t.slug`,
    );
  }

  /** All of one incident, however old. */
  async ofIncident(root: string): Promise<PublishedBroadcast[]> {
    return this.db.query(
      `SELECT ${columnsSql}
       FROM broadcast b, LATERAL (SELECT ${beganSql} AS at) began
       WHERE (b.id = $1 OR b.root_id = $1) AND ${publicSql} AND began.at IS NOT NULL`,
      [root],
    );
  }

  /** The first broadcast of the incident that a broadcast belongs to; undefined if it is not public. */
  async rootOfBroadcast(id: string): Promise<string | undefined> {
    const [found] = await this.db.query<{ root: string }[]>(
      `SELECT coalesce(b.root_id, b.id) AS root FROM broadcast b WHERE b.id = $1 AND ${publicSql}`,
      [id],
    );
    return found?.root;
  }

  /** The first broadcast of the incident with a short address; undefined if none is public. */
  async rootOf(code: string): Promise<string | undefined> {
    const [found] = await this.db.query<{ id: string }[]>(
      `SELECT b.id FROM broadcast b WHERE b.page_code = $1 AND b.root_id IS NULL AND ${publicSql}`,
      [code],
    );
    return found?.id;
  }
}
