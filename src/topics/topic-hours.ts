import { isHoliday } from '../kernel/swedish-holidays.js';
import { addDays, instantsOf, wallClockOf, weekdayOf, type CalendarDay } from '../kernel/wall-clock.js';

/** When a topic may be sent on a day, as `HH:MM` of the municipality's wall clock; null on a day without. */
export type DayHours = { readonly from: string; readonly to: string } | null;

/** By weekday, Monday first. A public holiday has the hours of Sunday. */
export type TopicHours = readonly DayHours[];

/** Days to look ahead: no row of holidays is as long. */
const lookAhead = 21;
const sunday = 6;

const hoursOn = (hours: TopicHours, day: CalendarDay): DayHours =>
  hours[isHoliday(day) ? sunday : weekdayOf(day)] ?? null;

/** The instant at which the wall shows this; in the hour that summer time skips, an hour later. */
function instantAt(day: CalendarDay, time: string): Date {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  // The end of a day is written 24:00.
  const wall = hour === 24 ? { ...addDays(day, 1), hour: 0, minute } : { ...day, hour, minute };
  return instantsOf(wall)[0] ?? instantsOf({ ...wall, hour: wall.hour + 1 })[0]!;
}

/**
 * The first instant, from `at` on, that is within the hours. `at` itself if they are open then.
 *
 * @returns undefined if they do not open within three weeks
 */
export function openingFrom(hours: TopicHours, at: Date): Date | undefined {
  let day: CalendarDay = wallClockOf(at);
  for (let ahead = 0; ahead < lookAhead; ahead++, day = addDays(day, 1)) {
    const open = hoursOn(hours, day);
    if (!open) continue;
    const [from, to] = [instantAt(day, open.from), instantAt(day, open.to)];
    if (at < from) return from;
    if (at < to) return at;
  }
  return undefined;
}
