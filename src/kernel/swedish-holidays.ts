import { addDays, weekdayOf, type CalendarDay } from './wall-clock.js';

/** Easter Sunday of a year, by the anonymous Gregorian algorithm (Meeus). */
export function easterOf(year: number): CalendarDay {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return { year, month: Math.floor(f / 31), day: (f % 31) + 1 };
}

const saturday = 5;

/** The first Saturday on or after a day. */
const saturdayFrom = (day: CalendarDay): CalendarDay => addDays(day, (saturday - weekdayOf(day) + 7) % 7);

/**
 * The public holidays of a year (lagen 1989:253 om allmänna helgdagar), but for ordinary Sundays. With the eves that
 * most agreements treat as holidays: Midsummer Eve, Christmas Eve and New Year’s Eve.
 */
export function holidaysOf(year: number): CalendarDay[] {
  const easter = easterOf(year);
  const on = (month: number, day: number): CalendarDay => ({ year, month, day });
  const midsummer = saturdayFrom(on(6, 20));
  return [
    on(1, 1),
    on(1, 6),
    addDays(easter, -2),
    easter,
    addDays(easter, 1),
    on(5, 1),
    addDays(easter, 39),
    addDays(easter, 49),
    on(6, 6),
    addDays(midsummer, -1),
    midsummer,
    saturdayFrom(on(10, 31)),
    on(12, 24),
    on(12, 25),
    on(12, 26),
    on(12, 31),
  ];
}

export const isHoliday = ({ year, month, day }: CalendarDay): boolean =>
  holidaysOf(year).some((holiday) => holiday.month === month && holiday.day === day);
