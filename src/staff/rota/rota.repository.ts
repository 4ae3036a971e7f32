import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThanOrEqual, MoreThan, type EntityManager } from 'typeorm';
import { DutyShiftEntity } from './duty-shift.entity.js';
import type { Shift, Span } from './rota.js';

/** All statements on shifts. */
@Injectable()
export class RotaRepository {
  constructor(private readonly db: DataSource) {}

  /** The shifts that end after this, of people who still work here, by their beginning. */
  endingAfter(at: Date): Promise<DutyShiftEntity[]> {
    return this.find({ endsAt: MoreThan(at) });
  }

  /** The shifts at a moment, of people who still work here. */
  at(moment: Date): Promise<DutyShiftEntity[]> {
    return this.find({ startsAt: LessThanOrEqual(moment), endsAt: MoreThan(moment) });
  }

  async add(shifts: Shift | Shift[], tx: EntityManager): Promise<void> {
    await tx.insert(DutyShiftEntity, shifts);
  }

  /** Those of its series that begin when it does or later. @returns what was removed, by their beginning */
  async removeFollowing(id: string, tx: EntityManager): Promise<(Span & Pick<Shift, 'memberId'>)[]> {
    return tx.query(
      `WITH first AS (SELECT series_id, starts_at FROM duty_shift WHERE id = $1),
       gone AS (
         DELETE FROM duty_shift s USING first
         WHERE s.series_id = first.series_id AND s.starts_at >= first.starts_at RETURNING s.*)
       SELECT member_id AS "memberId", starts_at AS "startsAt", ends_at AS "endsAt" FROM gone ORDER BY starts_at`,
      [id],
    );
  }

  async isFromCalendar(id: string, tx: EntityManager): Promise<boolean> {
    return tx.existsBy(DutyShiftEntity, { id, fromCalendar: true });
  }

  /** @returns what was removed; undefined when there is no such shift, or it is from the calendar */
  async remove(id: string, tx: EntityManager): Promise<(Span & Pick<Shift, 'memberId'>) | undefined> {
    const [gone] = await tx.query<(Span & Pick<Shift, 'memberId'>)[]>(
      `WITH gone AS (DELETE FROM duty_shift WHERE id = $1 AND NOT from_calendar RETURNING *)
       SELECT member_id AS "memberId", starts_at AS "startsAt", ends_at AS "endsAt" FROM gone`,
      [id],
    );
    return gone;
  }

  /** Notes that a gap is told today. Two workers may try: one succeeds. @param day such as `2026-11-30` */
  async claimGapDay(day: string, tx: EntityManager): Promise<boolean> {
    const claimed = await tx.query<unknown[]>(
      'INSERT INTO rota_gap_told (day) VALUES ($1) ON CONFLICT DO NOTHING RETURNING 1',
      [day],
    );
    return claimed.length === 1;
  }

  private find(where: object): Promise<DutyShiftEntity[]> {
    return this.db.getRepository(DutyShiftEntity).find({
      where: { ...where, member: { leftAt: IsNull() } },
      relations: { member: true, deputy: true },
      order: { startsAt: 'ASC', id: 'ASC' },
    });
  }
}
