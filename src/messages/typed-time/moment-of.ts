import {
  addDays,
  daysBetween,
  instantsOf,
  isDay,
  wallClockOf,
  weekdayOf,
  type CalendarDay,
  type WallClock,
} from '../../kernel/wall-clock.js';
import { hourMeant } from './hour-meant.js';
import { timeFault, type TimeFault } from './time-faults.js';
import type { TimeParts } from './time-parts.js';
import { namesIn } from './time-names.js';
import { yearMeant } from './year-meant.js';

export interface Around {
  /** To the minute. */
  readonly now: Date;
  /** As it was typed, for a fault. */
  readonly typed: string;
  /** The start, for an end: its day counts from there. */
  readonly after?: Date | undefined;
  /** Whether the time has been, as in "sedan". */
  readonly isPast: boolean;
  /** The end of the span that this begins: on a Friday at 10, "fredag 8-16" is today. */
  readonly until?: TimeParts | undefined;
}

const minute = 60_000;
const hours = 60 * minute;

/** A time alone is the next one only if it is at most this far ahead: at 22 "06" is tomorrow, at 13 "9" has passed. */
const soon = 12 * hours;

/** The instant that the parts say. What they leave out is taken from now, or from the start of the span. */
export function momentOf(parts: TimeParts, around: Around): Date | TimeFault {
  const { now } = around;
  if (parts.minutes !== undefined) return new Date(now.getTime() + parts.minutes * minute);
  const today = wallClockOf(now);
  if (parts.days !== undefined) return instantAt({ ...today, ...addDays(today, parts.days) }, parts);
  if (!parts.clock) return timeFault('no-clock', () => ({ typed: around.typed }));
  const meant = hourMeant({ ...parts, isPast: around.isPast }, today.hour);
  if (meant === undefined) return timeFault('no-such-time');
  if (meant === 'two-nights') return timeFault('night-of-two-days');
  const clock = { hour: meant.hour, minute: parts.clock.minute };
  const given = dayGiven(parts, around, clock);
  if (given && 'kind' in given) return given;
  if (given) return instantAt({ ...addDays(given, meant.days), ...clock }, parts);
  if (around.after) return nextAfter(around.after, clock, parts);
  return nearest(parts, clock, around);
}

/** The instant on the wall clock. 24:00 is the next day's 0:00. */
function instantAt(wall: WallClock, { season }: TimeParts): Date | TimeFault {
  const real = wall.hour === 24 ? { ...wall, ...addDays(wall, 1), hour: 0 } : wall;
  const [first, second] = instantsOf(real);
  if (first && !second) return first;
  if (second && season) return season === 'summer' ? first! : second;
  const clock = `${real.hour}.${String(real.minute).padStart(2, '0')}`;
  return timeFault(second ? 'twice' : 'skipped', (language) => ({
    clock: language === 'sv' ? clock : clock.replace('.', ':'),
    date: dateSaid(real, language),
  }));
}

const dateSaid = ({ month, day }: CalendarDay, language: 'sv' | 'en'): string =>
  `${language === 'sv' ? 'den ' : ''}${day} ${namesIn(language)!.months[month - 1]!}`;

type ClockAt = Pick<WallClock, 'hour' | 'minute'>;

/** The day that the parts name; undefined when they name none. */
function dayGiven(parts: TimeParts, around: Around, clock: ClockAt): CalendarDay | TimeFault | undefined {
  const today = wallClockOf(around.now);
  const base = wallClockOf(around.after ?? around.now);
  const named = parts.date ? dateGiven(parts.date, base) : offsetDay(parts, today);
  if (!named || 'kind' in named) return named ?? weekdayGiven(parts, around, clock);
  if (parts.weekday === undefined || weekdayOf(named) === parts.weekday) return named;
  return timeFault('other-weekday', (language) => ({
    date: dateSaid(named, language),
    weekday: namesIn(language)!.weekdays[weekdayOf(named)]!,
  }));
}

const offsetDay = ({ offset }: TimeParts, today: CalendarDay): CalendarDay | undefined =>
  offset === undefined ? undefined : addDays(today, offset);

function dateGiven(date: NonNullable<TimeParts['date']>, today: CalendarDay): CalendarDay | TimeFault {
  const whole = { ...date, year: date.year ?? yearMeant(date, today) };
  return isDay(whole) ? whole : timeFault('no-such-time');
}

/** The next such day. It is today while the time is still to come; after "sedan" it is the last such day. */
function weekdayGiven(parts: TimeParts, around: Around, clock: ClockAt): CalendarDay | undefined {
  const { weekday, week } = parts;
  if (weekday === undefined) return undefined;
  const today = wallClockOf(around.after ?? around.now);
  if (week === 'next') return addDays(today, 7 - weekdayOf(today) + weekday);
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  if (week === 'last') return addDays(today, ahead === 0 ? -7 : ahead - 7);
  const last = around.until ? lastOf(around.until, clock, today.hour) : clock;
  const hasBeen = 60 * last.hour + last.minute < 60 * today.hour + today.minute;
  if (around.isPast) return addDays(today, ahead === 0 && hasBeen ? 0 : ahead - 7);
  return addDays(today, ahead === 0 && hasBeen ? 7 : ahead);
}

/** The time at which the day is over for a span that starts at `clock`: its end, or midnight if that is later. */
function lastOf(until: TimeParts, clock: ClockAt, nowHour: number): ClockAt {
  const meant = until.clock && hourMeant(until, nowHour);
  if (typeof meant !== 'object') return clock;
  const end = { hour: meant.hour, minute: until.clock!.minute };
  return 60 * end.hour + end.minute > 60 * clock.hour + clock.minute ? end : { hour: 24, minute: 0 };
}

/** "22-02" ends on the next day. A span over midnight that is longer than this is more likely a mistake. */
const longestNight = 14 * hours;

function nextAfter(after: Date, clock: ClockAt, parts: TimeParts): Date | TimeFault {
  const day = wallClockOf(after);
  const same = instantAt({ ...day, ...clock }, parts);
  if (!(same instanceof Date) || same > after) return same;
  const next = instantAt({ ...addDays(day, 1), ...clock }, parts);
  if (!(next instanceof Date)) return next;
  return next.getTime() - after.getTime() > longestNight ? timeFault('to-before-from') : next;
}

function nearest(parts: TimeParts, clock: ClockAt, { now, isPast }: Around): Date | TimeFault {
  const today = wallClockOf(now);
  const first = instantAt({ ...today, ...clock }, parts);
  if (!(first instanceof Date)) return first;
  if (isPast) return first <= now ? first : instantAt({ ...addDays(today, -1), ...clock }, parts);
  if (first >= now) return first;
  const next = instantAt({ ...addDays(today, 1), ...clock }, parts);
  return next instanceof Date && next.getTime() - now.getTime() <= soon ? next : first;
}

/** Whole days from now to the instant. */
export const daysAway = (at: Date, now: Date): number => daysBetween(wallClockOf(now), wallClockOf(at));
