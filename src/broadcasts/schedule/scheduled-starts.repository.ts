import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Lane } from '../broadcast.js';

/** What became of a scheduled broadcast at its time. */
export interface Started {
  readonly id: string;
  readonly lane: Lane;
  readonly state: 'approved' | 'missed';
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
   * Moves the next one on, and locks it until the transaction ends: to `approved`, so that it is sent, or to `missed` if
   * it has expired, or if its alert was late: a reminder right after it would tell people twice. It waits for its alert.
   * Each starts once: another worker skips the locked row, and afterwards it is no longer scheduled. A
   * row that a person is just changing is skipped too, and looked at again later.
   *
   * @param except left for later
   * @returns undefined if no time has come
   */
  async next(except: readonly string[], tx: EntityManager): Promise<Started | undefined> {
    const [started] = await tx.query<Started[]>(
      `WITH due AS (
         SELECT id FROM broadcast s WHERE state = 'scheduled' AND coalesce(held_until, starts_at) <= now() AND id <> ALL($1)
           AND NOT EXISTS (SELECT FROM broadcast r WHERE r.id = s.root_id AND r.state = 'scheduled')
         ORDER BY coalesce(held_until, starts_at), id LIMIT 1 FOR UPDATE SKIP LOCKED),
       moved AS (
         UPDATE broadcast b SET state = CASE WHEN expires_at <= now() OR ${isTooLateSql} THEN 'missed' ELSE 'approved' END, version = version + 1
         FROM due WHERE b.id = due.id RETURNING b.id, b.lane, b.version, b.state),
       noted AS (
         INSERT INTO broadcast_event (broadcast_id, version, act, state, at)
         SELECT id, version, CASE state WHEN 'missed' THEN 'missed' ELSE 'due' END, state, now() FROM moved)
       SELECT id, lane, state FROM moved`,
      [except],
    );
    return started;
  }

  /** An alert that waited for its time and has started, without the number of phones that came meanwhile. */
  async uncounted(): Promise<string | undefined> {
    const [row] = await this.db.query<{ id: string }[]>(
      `SELECT id FROM broadcast WHERE starts_at IS NOT NULL AND moved_in IS NULL AND kind = 'alert' AND relation IS NULL
         AND state IN ('approved', 'sending', 'paused', 'completed') ORDER BY id DESC LIMIT 1`,
    );
    return row?.id;
  }

  /** Unversioned: no person's edit can be lost. The first count is kept. */
  async keepMovedIn(id: string, phones: number): Promise<void> {
    await this.db.query('UPDATE broadcast SET moved_in = coalesce(moved_in, $2) WHERE id = $1', [id, phones]);
  }
}
