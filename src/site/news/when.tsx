import type { InterfaceLanguage } from '../../kernel/language.js';
import { timeZone } from '../../kernel/time-zone.js';

const locales = { sv: 'sv-SE', en: 'en-GB' } as const;

const formats = (options: Intl.DateTimeFormatOptions) => ({
  sv: new Intl.DateTimeFormat(locales.sv, { ...options, timeZone }),
  en: new Intl.DateTimeFormat(locales.en, { ...options, timeZone }),
});
const moments = formats({
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const clocks = formats({ hour: '2-digit', minute: '2-digit' });

/** For example `måndag 2 mars 2026 kl. 10:00`. */
export const momentIn = (at: Date, language: InterfaceLanguage): string => moments[language].format(at);

/** For example `10:00`. */
export const clockIn = (at: Date, language: InterfaceLanguage): string => clocks[language].format(at);

/** A moment that programs can read too. */
export const When = ({ at, language }: { at: Date; language: InterfaceLanguage }) => (
  <time datetime={at.toISOString()}>{momentIn(at, language)}</time>
);
