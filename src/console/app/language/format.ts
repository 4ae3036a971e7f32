import type { InterfaceLanguage } from '../../../kernel/language.js';
import { timeZone } from '../../../kernel/time-zone.js';

const locales: Record<InterfaceLanguage, string> = { sv: 'sv-SE', en: 'en-GB' };

/** Formats for numbers, money and time, in the reader's language and the municipality's time zone. */
export interface Format {
  number(n: number): string;
  /** Formats öre as kronor; with decimals below 100 kr. */
  cost(ore: number): string;
  /** Formats seconds in a unit that people use. */
  duration(seconds: number): string;
  /** Day and time. The day is always included: a page may be read past midnight. */
  moment(iso: string, now?: Date): string;
  /** The full date, for paper. */
  stamp(iso: string): string;
  /** A month such as `2026-11`. */
  month(month: string): string;
  clock(date: Date): string;
  /** Square metres; square kilometres from 0.1 km² on. */
  area(squareMetres: number): string;
}

const unit = (locale: string, name: string, n: number, digits = 0): string =>
  new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: name,
    unitDisplay: 'long',
    maximumFractionDigits: digits,
  }).format(n);

export function formatIn(language: InterfaceLanguage): Format {
  const locale = locales[language];
  const number = new Intl.NumberFormat(locale);
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone });
  const monthOf = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const dayOf = days(language);
  return {
    number: (n) => number.format(n),
    cost: (ore) =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency: 'SEK',
        currencyDisplay: 'narrowSymbol',
        maximumFractionDigits: ore < 10_000 ? 2 : 0,
        minimumFractionDigits: ore < 10_000 ? 2 : 0,
      }).format(ore / 100),
    duration: (seconds) => {
      if (seconds < 90) return unit(locale, 'second', Math.max(1, Math.ceil(seconds)));
      if (seconds < 90 * 60) return unit(locale, 'minute', Math.ceil(seconds / 60));
      return unit(locale, 'hour', seconds / 3600, 1);
    },
    moment: (iso, now = new Date()) => {
      const date = new Date(iso);
      return `${dayOf(date, now)} ${clock.format(date)}`;
    },
    stamp: (iso) => stamp.format(new Date(iso)),
    month: (month) => monthOf.format(new Date(`${month}-01T00:00:00Z`)),
    clock: (date) => clock.format(date),
    area: (squareMetres) =>
      squareMetres < 100_000
        ? `${number.format(Math.round(squareMetres))} m²`
        : `${number.format(Math.round(squareMetres / 10_000) / 100)} km²`,
  };
}

const nearDays: Record<InterfaceLanguage, Readonly<Record<number, string>>> = {
  sv: { [-1]: 'i går', 0: 'i dag', 1: 'i morgon' },
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
};

/** The day in words: i dag, i morgon, lördag 28 nov., 28 nov. 2025. */
function days(language: InterfaceLanguage): (date: Date, now: Date) => string {
  const locale = locales[language];
  const month = { day: 'numeric', month: 'short', timeZone } as const;
  const thisYear = new Intl.DateTimeFormat(locale, { ...month, weekday: 'long' });
  const otherYear = new Intl.DateTimeFormat(locale, { ...month, year: 'numeric' });
  return (date, now) => {
    const [then, today] = [calendarDay(date), calendarDay(now)];
    const near = nearDays[language][(then - today) / 86_400_000];
    if (near !== undefined) return near;
    const sameYear = new Date(then).getUTCFullYear() === new Date(today).getUTCFullYear();
    return (sameYear ? thisYear : otherYear).format(date).replace(',', '');
  };
}

const stamp = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });

/**
 * The municipality's date at an instant, as midnight UTC: differences are then whole days, even across a clock change.
 */
const calendarDay = (instant: Date): number => Date.parse(isoDay.format(instant));
// The Swedish date format is ISO 8601.
const isoDay = new Intl.DateTimeFormat('sv-SE', {
  timeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
