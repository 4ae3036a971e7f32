import { daysBetween, isDay, type CalendarDay } from '../../kernel/wall-clock.js';

/** A date without a year may be this far back: people write since when. Otherwise it is ahead. In days. */
const longestBack = 60;

/**
 * The year of a date that was written without one: it is at most two months ago, else the next such date. On a leap day
 * the next year need not have one.
 */
export function yearMeant({ month, day }: Pick<CalendarDay, 'month' | 'day'>, today: CalendarDay): number {
  const years = [today.year - 1, today.year, today.year + 1];
  const meant = years.find((year) => {
    const date = { year, month, day };
    return isDay(date) && daysBetween(today, date) >= -longestBack;
  });
  return meant ?? today.year;
}
