import type { TimeParts } from './time-parts.js';

export interface HourMeant {
  /** 0–24. */
  readonly hour: number;
  /** Days to add to the day that is named: the small hours of "ikväll 01" are on the next. */
  readonly days: number;
}

/**
 * The hour of the day, from the hour and the part of the day that were written: "ikväll 8" is 20. Undefined when they do
 * not fit. 'two-nights' for the small hours of a named day's night, which may be before or after that day.
 *
 * @param nowHour before 6, "i natt" is the night that it is: its small hours are today's
 */
export function hourMeant(parts: TimeParts, nowHour: number): HourMeant | 'two-nights' | undefined {
  const hour = hourOf(parts);
  if (hour === undefined) return undefined;
  const { part, offset, clock, isPast } = parts;
  const isSmall = hour < 8 && !(clock!.hour === 24);
  switch (part) {
    case 'morning':
      return hour < 12 ? { hour, days: 0 } : undefined;
    case 'afternoon':
      return hour >= 12 && hour <= 18 ? { hour, days: 0 } : undefined;
    case 'evening':
      if (hour < 5) return { hour, days: 1 };
      return hour >= 16 ? { hour, days: 0 } : undefined;
    case 'night':
      if (offset !== 0) return isSmall ? 'two-nights' : inNight(hour, 0);
      if (isPast) return isSmall ? { hour, days: 0 } : inNight(hour, nowHour < hour ? -1 : 0);
      return isSmall ? { hour, days: nowHour < 6 ? 0 : 1 } : inNight(hour, 0);
    case 'night-before':
      return isSmall ? { hour, days: 0 } : inNight(hour, -1);
    case undefined:
      return { hour, days: 0 };
  }
}

const inNight = (hour: number, days: number): HourMeant | undefined =>
  hour >= 18 ? { hour, days } : undefined;

function hourOf({ clock, meridiem, part }: TimeParts): number | undefined {
  const { hour, isExact } = clock!;
  if (meridiem) {
    if (hour > 12) return meridiem === 'pm' ? hour : undefined;
    return (hour % 12) + (meridiem === 'pm' ? 12 : 0);
  }
  if (isExact || hour > 12) return hour;
  if (part === 'afternoon') return hour <= 6 ? hour + 12 : hour;
  if (part === 'evening') return hour === 12 ? 24 : hour >= 5 ? hour + 12 : hour;
  if (part === 'night' || part === 'night-before') return hour === 12 ? 24 : hour >= 9 ? hour + 12 : hour;
  return hour;
}
