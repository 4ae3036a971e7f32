import type { InterfaceLanguage } from '../../../kernel/language.js';
import { timeZone } from '../../../kernel/time-zone.js';

const locales: Record<InterfaceLanguage, string> = { sv: 'sv-SE', en: 'en-GB' };

/** Ways to write numbers, money and time, in the reader's language and the municipality's time zone. */
export interface Format {
  number(n: number): string;
  /** Öre as kronor; below 100 kr with öre. */
  cost(ore: number): string;
  /** Seconds as a person says them. */
  duration(seconds: number): string;
  /** Date and time; the date is left out today. */
  moment(iso: string, now?: Date): string;
  clock(date: Date): string;
  /** Square metres, or square kilometres from a tenth of one. */
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
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone });
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
      const time = clock.format(date);
      return day.format(date) === day.format(now) ? time : `${day.format(date)} ${time}`;
    },
    clock: (date) => clock.format(date),
    area: (squareMetres) =>
      squareMetres < 100_000
        ? `${number.format(Math.round(squareMetres))} m²`
        : `${number.format(Math.round(squareMetres / 10_000) / 100)} km²`,
  };
}
