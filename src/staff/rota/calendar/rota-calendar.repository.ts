import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DutyShiftEntity } from '../duty-shift.entity.js';
import type { Shift } from '../rota.js';

/** An event that matches nobody who can be on duty. */
export interface UnmatchedEvent {
  readonly summary: string;
  /** ISO 8601. */
  readonly startsAt: string;
  readonly endsAt: string;
}

/** How the last reading of the calendar went. */
export interface CalendarState {
  readonly readAt: Date | null;
  readonly failingSince: Date | null;
  readonly unmatched: readonly UnmatchedEvent[];
}

export interface KnownCalendar {
  readonly etag: string | null;
  readonly content: string | null;
}

/** Every statement on the calendar that the rota is read from. */
@Injectable()
export class RotaCalendarRepository {
  constructor(private readonly db: DataSource) {}

  /**
   * Lets one worker read the calendar. Forgets the answer of another address.
   *
   * @returns undefined when it was asked after `askedBefore`
   */
  async claim(addressHash: Buffer, now: Date, askedBefore: Date): Promise<KnownCalendar | undefined> {
    const [claimed] = await this.db.query<KnownCalendar[]>(
      `INSERT INTO rota_calendar AS c (address_hash, asked_at) VALUES ($1, $2)
       ON CONFLICT (one) DO UPDATE SET address_hash = excluded.address_hash, asked_at = excluded.asked_at,
         etag = CASE WHEN c.address_hash = excluded.address_hash THEN c.etag END,
         content = CASE WHEN c.address_hash = excluded.address_hash THEN c.content END
       WHERE c.asked_at <= $3 OR c.address_hash <> excluded.address_hash
       RETURNING etag, content`,
      [addressHash, now, askedBefore],
    );
    return claimed;
  }

  /** What the calendar says takes the place of what it said before. */
  async save(
    { etag, content, readAt, unmatched }: KnownCalendar & Omit<CalendarState, 'failingSince'>,
    shifts: readonly Shift[],
  ): Promise<void> {
    await this.db.transaction(async (tx) => {
      await tx.query(
        `UPDATE rota_calendar SET etag = $1, content = $2, read_at = $3, unmatched = $4, failing_since = NULL`,
        [etag, content, readAt, JSON.stringify(unmatched)],
      );
      await this.removeShifts(tx);
      if (shifts.length > 0)
        await tx.insert(
          DutyShiftEntity,
          shifts.map((shift) => ({ ...shift, fromCalendar: true })),
        );
    });
  }

  async noteFailure(now: Date): Promise<void> {
    await this.db.query('UPDATE rota_calendar SET failing_since = coalesce(failing_since, $1)', [now]);
  }

  /** No calendar is set any more, so its shifts go. Safe to repeat. */
  async forget(): Promise<void> {
    await this.db.query(
      `WITH gone AS (DELETE FROM rota_calendar RETURNING 1)
       DELETE FROM duty_shift WHERE from_calendar AND EXISTS (SELECT FROM gone)`,
    );
  }

  async state(): Promise<CalendarState | undefined> {
    const [found] = await this.db.query<CalendarState[]>(
      `SELECT read_at AS "readAt", failing_since AS "failingSince", unmatched FROM rota_calendar`,
    );
    return found;
  }

  private async removeShifts(tx: EntityManager): Promise<void> {
    await tx.query('DELETE FROM duty_shift WHERE from_calendar');
  }
}
