import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Lane } from '../broadcast.js';

/** A scheduled broadcast whose time has come. */
export interface Due {
  readonly id: string;
  readonly lane: Lane;
  /** The topic that it goes to, if it is no alert. */
  readonly topic: string | null;
  readonly expiresAt: Date;
  /** It has expired, or its alert was late: a reminder right after it would tell people twice. */
  readonly isTooLate: boolean;
  /** By the database's clock. */
  readonly now: Date;
}

/** Whether the alert that `b` follows was missed, or started only when `b` should have. */
const isTooLateSql = `(EXISTS (SELECT FROM broadcast r WHERE r.id = b.root_id AND r.state = 'missed')
           OR EXISTS (SELECT FROM broadcast_event e
             WHERE e.broadcast_id = b.root_id AND e.act IN ('due', 'start-now') AND e.at >= b.starts_at))`;

/** Scheduled broadcasts whose time has come, by the database's clock: those of workers may differ. */
@Injectable()
export class ScheduledStarts {
  constructor(private readonly db: DataSource) {}

  /**
   * The next one, locked until the transaction ends. It waits for its alert. Another worker skips the locked row. A row
   * that a person is just changing is skipped too, and looked at again later.
   *
   * @param except left for later
   * @returns undefined if no time has come
   */
  async due(except: readonly string[], tx: EntityManager): Promise<Due | undefined> {
    const [due] = await tx.query<Due[]>(
      `SELECT b.id, b.lane, b.audience->>'topic' AS topic, b.expires_at AS "expiresAt", now() AS now,
         (b.expires_at <= now() OR ${isTooLateSql}) AS "isTooLate"
       FROM broadcast b WHERE b.state = 'scheduled' AND coalesce(b.held_until, b.starts_at) <= now() AND b.id <> ALL($1)
         AND NOT EXISTS (SELECT FROM broadcast r WHERE r.id = b.root_id AND r.state = 'scheduled')
       ORDER BY coalesce(b.held_until, b.starts_at), b.id LIMIT 1 FOR UPDATE OF b SKIP LOCKED`,
      [except],
    );
    return due;
  }

  /**
   * Moves it on, with the event of it. The transaction holds it by {@link due}. Each starts once: afterwards it is no
   * longer scheduled.
   */
  async move(id: string, to: 'approved' | 'missed', tx: EntityManager): Promise<void> {
    await tx.query(
      `WITH moved AS (
         UPDATE broadcast SET state = $2, version = version + 1 WHERE id = $1 AND state = 'scheduled'
         RETURNING id, version, state)
       INSERT INTO broadcast_event (broadcast_id, version, act, state, at)
       SELECT id, version, CASE state WHEN 'missed' THEN 'missed' ELSE 'due' END, state, now() FROM moved`,
      [id, to],
    );
  }

  /** Lets it wait for the opening of its topic. Unversioned: the transaction holds it, and an edit ends the hold anyway. */
  async hold(id: string, until: Date, tx: EntityManager): Promise<void> {
    await tx.query(`UPDATE broadcast SET held_until = $2 WHERE id = $1 AND state = 'scheduled'`, [id, until]);
  }

  /**
   * An alert that waited for its time and has started, without the number of phones that came meanwhile.
   *
   * @param except left for later
   */
  async uncounted(except: readonly string[]): Promise<string | undefined> {
    const [row] = await this.db.query<{ id: string }[]>(
      `SELECT id FROM broadcast WHERE starts_at IS NOT NULL AND moved_in IS NULL AND kind = 'alert' AND relation IS NULL
         AND state IN ('approved', 'sending', 'paused', 'completed') AND id <> ALL($1) ORDER BY id DESC LIMIT 1`,
      [except],
    );
    return row?.id;
  }

  /** Unversioned: no person's edit can be lost. The first count is kept. */
  async keepMovedIn(id: string, phones: number): Promise<void> {
    await this.db.query('UPDATE broadcast SET moved_in = coalesce(moved_in, $2) WHERE id = $1', [id, phones]);
  }
}
