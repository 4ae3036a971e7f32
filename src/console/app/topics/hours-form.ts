import type { Wording } from '../../../kernel/refusal.js';
import type { Topic } from '../api/answers.js';
import { hoursWords } from './hours.words.js';

/** A weekday as it stands in the form. Its times stay when the day is closed, so that it can be opened again. */
export interface DayForm {
  readonly isOpen: boolean;
  readonly from: string;
  readonly to: string;
}

/** From Monday. Left out: at any time. */
export type HoursForm = readonly DayForm[] | undefined;
type Hours = NonNullable<Topic['hours']>;

/** The field of a weekday, from 0 for Monday. */
export type HoursField = 'hours' | `hours.${number}`;

const office = { from: '08:00', to: '17:00' };

/** Where a topic begins that gets hours. */
export const officeHours: readonly DayForm[] = Array.from({ length: 7 }, (_, day) => ({
  ...office,
  isOpen: day < 5,
}));

export const hoursFormOf = (hours: Topic['hours']): HoursForm =>
  hours?.map((day) => (day === null ? { ...office, isOpen: false } : { ...day, isOpen: true }));

/** A time of day as people type it: `8`, `8.30`, `08:30`. The end of a day is 24. Undefined if it is none. */
export function readClock(typed: string): string | undefined {
  const [, hour, minute = '00'] = /^(\d{1,2})(?:[:.]?(\d{2}))?$/.exec(typed.trim()) ?? [];
  if (hour === undefined || Number(minute) > 59) return undefined;
  if (Number(hour) > 24 || (Number(hour) === 24 && minute !== '00')) return undefined;
  return `${hour.padStart(2, '0')}:${minute}`;
}

function hoursOf({ from: first, to: last }: DayForm): Hours[number] | undefined {
  const [from, to] = [readClock(first), readClock(last)];
  return from !== undefined && to !== undefined && from < to ? { from, to } : undefined;
}

export function hoursFaults(hours: HoursForm): Readonly<Partial<Record<HoursField, Wording>>> {
  if (!hours) return {};
  if (!hours.some(({ isOpen }) => isOpen)) return { hours: hoursWords.noDay };
  const wrong = hours.flatMap((day, at) =>
    day.isOpen && !hoursOf(day) ? [[`hours.${at}`, hoursWords.dayWrong] as const] : [],
  );
  return Object.fromEntries(wrong);
}

/** As the API takes them; null for at any time. */
export const hoursBody = (hours: HoursForm): Hours | null =>
  hours?.map((day) => (day.isOpen ? (hoursOf(day) ?? null) : null)) ?? null;
