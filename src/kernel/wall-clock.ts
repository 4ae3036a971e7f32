import { timeZone } from './time-zone.js';

/** A day of the calendar. Months and days count from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** What calendar and clock on the municipality's wall show. */
export interface WallClock extends CalendarDay {
  readonly hour: number;
  readonly minute: number;
}

/**
 * A day as midnight UTC. UTC has no summer time, so days can be added and compared there; instants can't (ADR 52). Two
 * digits of a year are that year, not one of the 20th century.
 */
const asUtc = ({ year, month, day }: CalendarDay, hour = 0, minute = 0): Date => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute);
  return date;
};

const fromUtc = (date: Date): WallClock => ({
  year: date.getUTCFullYear(),
  month: date.getUTCMonth() + 1,
  day: date.getUTCDate(),
  hour: date.getUTCHours(),
  minute: date.getUTCMinutes(),
});

// The Swedish format is ISO 8601, except for the space: 2026-11-24 15:30.
const onTheWall = new Intl.DateTimeFormat('sv-SE', {
  timeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** An instant in the format of `<input type="datetime-local">`, in the municipality's time zone. */
export const localTime = (instant: Date): string => onTheWall.format(instant).replace(' ', 'T');

const asIfUtc = (instant: Date): number => Date.parse(`${localTime(instant)}Z`);

export const wallClockOf = (instant: Date): WallClock => fromUtc(new Date(asIfUtc(instant)));

/**
 * The instants at which the wall shows this, earliest first: one; none in the hour that summer time skips; two in the
 * hour that is repeated when it ends.
 */
export function instantsOf(wall: WallClock): Date[] {
  const wanted = asUtc(wall, wall.hour, wall.minute).getTime();
  // A day before and a day after any change, so both offsets that may apply are among these.
  const offsets = [-86_400_000, 86_400_000].map((away) => {
    const near = new Date(wanted + away);
    return asIfUtc(near) - near.getTime();
  });
  return [...new Set(offsets)]
    .map((offset) => new Date(wanted - offset))
    .filter((instant) => asIfUtc(instant) === wanted)
    .sort((a, b) => a.getTime() - b.getTime());
}

/** The first instant at which the wall shows this; in the hour that summer time skips, the time an hour later. */
export const instantAt = (wall: WallClock): Date =>
  instantsOf(wall)[0] ?? instantsOf({ ...wall, hour: wall.hour + 1 })[0]!;

export const addDays = (day: CalendarDay, days: number): CalendarDay => {
  const date = asUtc(day);
  date.setUTCDate(date.getUTCDate() + days);
  const { year, month, day: of } = fromUtc(date);
  return { year, month, day: of };
};

/** Whole days from the first to the second, below zero when the second is earlier. */
export const daysBetween = (from: CalendarDay, to: CalendarDay): number =>
  (asUtc(to).getTime() - asUtc(from).getTime()) / 86_400_000;

/** 0 is Monday, 6 is Sunday. */
export const weekdayOf = (day: CalendarDay): number => (asUtc(day).getUTCDay() + 6) % 7;

/** Whether the calendar has such a day: 30 February it has not. */
export const isDay = (day: CalendarDay): boolean => {
  const real = fromUtc(asUtc(day));
  return real.year === day.year && real.month === day.month && real.day === day.day;
};
