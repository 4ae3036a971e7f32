import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AreaAudience } from '../../audiences/audience.js';
import { sameTextSql } from '../../audiences/family.sql.js';
import { newId } from '../../kernel/ids.js';
import { calledOffSql } from '../incidents/called-off.sql.js';
import type { BroadcastState } from '../broadcast.js';

/** An alert that people may still act on, or are about to get. */
export interface OpenAlert {
  readonly id: string;
  readonly state: BroadcastState;
  readonly exercise: boolean;
  readonly audienceName: string;
  readonly createdAt: Date;
  /** When its sending began. */
  readonly startedAt: Date | null;
}

/** A broadcast of an incident that may still be sent. */
export interface GoingOut extends Pick<OpenAlert, 'id' | 'audienceName'> {
  /** Whether a correction would replace it. */
  readonly sameText: boolean;
  /** When it starts, if it is scheduled. */
  readonly startsAt: Date | null;
}

interface OpenAlertRow extends OpenAlert {
  readonly audience: AreaAudience;
}

/** Alerts per page: each brings an audience to compare. */
const atOnce = 30;

/** Alerts that were not called off. Reads only. */
@Injectable()
export class OpenAlertsRepository {
  constructor(private readonly db: DataSource) {}

  /**
   * Alerts and extensions that wait for approval, are scheduled or under way, or have been sent, and that were not called
   * off. All of them, newest first, a page at a time. Uses the id, which contains the month, or the
   * index of those under way.
   *
   * @param since older ones are left out, unless they are still being sent
   * @param except a broadcast whose whole incident is left out
   */
  async *list(since: Date, except: string | undefined): AsyncGenerator<OpenAlertRow[]> {
    for (let before: string | undefined; ;) {
      const some = await this.olderThan(before, since, except);
      if (some.length > 0) yield some;
      if (some.length < atOnce) return;
      before = some.at(-1)!.id;
    }
  }

  private async olderThan(
    before: string | undefined,
    since: Date,
    except: string | undefined,
  ): Promise<OpenAlertRow[]> {
    return this.db.query<OpenAlertRow[]>(
      `SELECT b.id, b.state, b.exercise, b.audience, b.audience_name AS "audienceName", b.created_at AS "createdAt",
         b.started_at AS "startedAt"
       FROM broadcast b
       WHERE (b.id >= $1 OR b.state IN ('scheduled', 'approved', 'sending', 'paused')) AND ($4::uuid IS NULL OR b.id < $4)
         AND b.kind = 'alert' AND (b.relation IS NULL OR b.relation = 'extension')
         AND (b.planned IS NOT NULL OR b.state = 'pending-approval') AND b.state <> 'missed'
         AND coalesce(b.root_id, b.id) IS DISTINCT FROM (SELECT coalesce(e.root_id, e.id) FROM broadcast e WHERE e.id = $2)
         AND NOT ${calledOffSql('coalesce(b.root_id, b.id)')}
       ORDER BY b.id DESC LIMIT $3`,
      [newId(since), except ?? null, atOnce, before ?? null],
    );
  }

  /**
   * Of an alert and what followed it, those that may still be sent. An all-clear ends them all.
   *
   * @param text the broadcast that said first what a correction would correct
   */
  async goingOut(root: string, text: string): Promise<GoingOut[]> {
    return this.db.query(
      `SELECT id, audience_name AS "audienceName",
         coalesce(${sameTextSql('$2::uuid')}, false)
           OR (coalesce(relation = 'update', false) AND root_id = $2 AND state = 'scheduled') AS "sameText",
         CASE state WHEN 'scheduled' THEN coalesce(held_until, starts_at) END AS "startsAt"
       FROM broadcast
       WHERE state IN ('scheduled', 'approved', 'sending', 'paused') AND (id = $1 OR root_id = $1)
         AND relation IS DISTINCT FROM 'all-clear' OR (id = $2 AND state IN ('approved', 'sending', 'paused'))
       ORDER BY id`,
      [root, text],
    );
  }
}
