import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Broadcast } from '../broadcast.js';
import { ApproversToldEntity } from './approvers-told.entity.js';

export type ApproversTold = Pick<ApproversToldEntity, 'reminder' | 'at' | 'texted' | 'notices' | 'notTexted'>;

/** A submission of which approvers are to be told, or reminded. */
export interface DueTelling {
  readonly id: string;
  readonly reminder: boolean;
}

/** All statements on who was told of which submission. */
@Injectable()
export class ApproversToldRepository {
  constructor(private readonly db: DataSource) {}

  /**
   * The submissions of the last day that nobody was told of, and those that need a reminder.
   * What is decided together with its alert has no text of its own.
   *
   * @param remindAfter minutes after the first text; undefined for no reminders
   */
  async due(now: Date, remindAfter: number | undefined): Promise<DueTelling[]> {
    return this.db.query<DueTelling[]>(
      `SELECT b.id, t.at IS NOT NULL AS reminder
       FROM broadcast b LEFT JOIN approvers_told t
         ON t.broadcast_id = b.id AND t.submitted_at = b.submitted_at AND NOT t.reminder
       WHERE b.state = 'pending-approval' AND b.expires_at > $1 AND b.submitted_at > $1 - interval '1 day'
         AND NOT EXISTS (SELECT FROM broadcast r WHERE r.id = b.root_id AND r.state = 'pending-approval')
         AND (t.at IS NULL OR (t.at <= $1 - make_interval(mins => $2) AND NOT EXISTS (
           SELECT FROM approvers_told r
           WHERE r.broadcast_id = b.id AND r.submitted_at = b.submitted_at AND r.reminder)))
       ORDER BY b.submitted_at LIMIT 20`,
      [now, remindAfter ?? null],
    );
  }

  /**
   * Notes that approvers are told of this submission. Two workers may try: one succeeds.
   *
   * @returns false if it was done before, or the broadcast has changed since it was read
   */
  async claim(
    { id, version }: Pick<Broadcast, 'id' | 'version'>,
    { reminder, at, texted, notTexted }: Omit<ApproversTold, 'notices'>,
    tx: EntityManager,
  ): Promise<boolean> {
    const claimed = await tx.query<unknown[]>(
      `INSERT INTO approvers_told (broadcast_id, submitted_at, reminder, at, texted, not_texted)
       SELECT id, submitted_at, $3, $4, $5, $6 FROM broadcast
       WHERE id = $1 AND version = $2 AND state = 'pending-approval' AND submitted_at IS NOT NULL
       ON CONFLICT DO NOTHING RETURNING 1`,
      [id, version, reminder, at, texted, notTexted],
    );
    return claimed.length === 1;
  }

  /** Completes a claim, in its transaction. @param notices the notice to each of the texted, in the same order */
  async setNotices(
    { id, submittedAt }: Pick<Broadcast, 'id' | 'submittedAt'>,
    reminder: boolean,
    notices: readonly string[],
    tx: EntityManager,
  ): Promise<void> {
    await tx.update(
      ApproversToldEntity,
      { broadcastId: id, submittedAt, reminder },
      { notices: [...notices] },
    );
  }

  /** What was told of the present submission: the first text, then the reminder. */
  of({ id, submittedAt }: Pick<Broadcast, 'id' | 'submittedAt'>): Promise<ApproversTold[]> {
    return this.db
      .getRepository(ApproversToldEntity)
      .find({ where: { broadcastId: id, submittedAt }, order: { reminder: 'ASC' } });
  }
}
