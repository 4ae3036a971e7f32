import {
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  type CountryCode,
} from 'libphonenumber-js/max';
import { refusal } from './refusal.js';
import { cleanTyped } from './typed-input.js';

/** How a number is reached: a text to a mobile, a call to a landline. */
export type PhoneKind = 'mobile' | 'landline';

export interface PhoneNumber {
  /** E.164, e.g. `+46701740605`. */
  readonly e164: string;
  readonly kind: PhoneKind;
}

export const NotAPhoneNumber = refusal('phone.not-a-number', 'invalid', {
  sv: 'Det där är inte ett telefonnummer som går att nå. Skriv till exempel 070-174 06 05.',
  en: 'That is not a phone number that can be reached. Write for example 070-174 06 05.',
});

/** Longer than any number as people write it. A longer text is refused unread. */
const maxWrittenLength = 60;

/**
 * Reads a number in any usual form. libphonenumber's metadata decides what it is, never a pattern of ours. Where a
 * country's mobiles and landlines share ranges (North America), the number counts as a mobile.
 *
 * @param country how to read a number without a country code, ISO 3166-1 alpha-2
 * @returns undefined when the text is not a number, or the number is neither mobile nor landline (premium, toll-free…)
 */
export function readPhoneNumber(text: string, country = 'SE'): PhoneNumber | undefined {
  const written = asWritten(text);
  if (written === undefined) return undefined;
  const parsed = parsePhoneNumberFromString(written, country as CountryCode);
  if (!parsed?.isValid() || parsed.ext || hasTail(written, country)) return undefined;
  switch (parsed.getType()) {
    case 'MOBILE':
    case 'FIXED_LINE_OR_MOBILE':
      return { e164: parsed.number, kind: 'mobile' };
    case 'FIXED_LINE':
    case 'VOIP':
      return { e164: parsed.number, kind: 'landline' };
    default:
      return undefined;
  }
}

/** The number without what a spreadsheet or a link puts around it; undefined when other characters remain. */
function asWritten(text: string): string | undefined {
  if (text.length > maxWrittenLength) return undefined;
  const clean = cleanTyped(text);
  const cell = /^="([^"]*)"$/.exec(clean)?.[1] ?? clean;
  const bare = cell
    .replace(/^['’`]|['’`]$/gu, '')
    .trim()
    .replace(/^(?:tel|sms|callto):/i, '')
    // The full stop of a sentence, or the comma of a list.
    .replace(/[.,;]$/, '')
    // "++46" and "+0046" are read as "+46", as Google's library does.
    .replace(/^\++ ?(?:00(?=[1-9]))?/, (plus) => (plus === '' ? '' : '+'));
  if (!/^[\d +()./-]+$/.test(bare) || isReformatted(bare)) return undefined;
  return bare;
}

/**
 * Whether a format added digits or points. `84650040.0` was `84650040`: with the decimal digit it would be another
 * subscriber's number. A number that is written with points has a short first group, and its last group has two digits
 * or more.
 */
function isReformatted(text: string): boolean {
  const groups = text.split('.');
  if (groups.length === 1) return false;
  const [first = ''] = groups;
  const last = groups.at(-1)!;
  const isThousands = /^[1-9]\d{0,2}(?:\.\d{3})+$/.test(text);
  // A single point is a decimal point, unless an area code precedes it.
  const isDecimal = groups.length === 2 && !/^(?:\+|0\d)[\d ()-]{0,7}$/.test(first);
  return isThousands || isDecimal || last.length < 2 || /\d{6}$/.test(first);
}

/**
 * Whether something else follows the last dash, slash or bracket. "08-465 00 40/1" has an extension and "0920-45 30-35"
 * is a series: read as one number, each would be another subscriber's. Dashes between all groups are only separators.
 */
function hasTail(written: string, country: string): boolean {
  const [, number = '', sign, tail = ''] = /^(.*\d) ?([-/(]) ?(\d+)\)?$/.exec(written) ?? [];
  if (sign === undefined) return false;
  if (sign === '/' && !isAreaCode(number)) return true;
  if (sign === '-' && /-\d+(?: \d+)+$/.test(number)) return true;
  const isDashed = sign === '-' && tail.length > 1 && /^\+?\d+(?:-\d+)+$/.test(number);
  return !isDashed && parsePhoneNumberFromString(number, country as CountryCode)?.isValid() === true;
}

const isAreaCode = (text: string): boolean => /^\(?(?:\+\d{1,3}[ -]?(?:\(0\))? ?)?\d{1,4}$/.test(text);

/** As {@link readPhoneNumber}, but refuses with `phone.not-a-number`. */
export function parsePhoneNumber(text: string, country = 'SE'): PhoneNumber {
  const number = readPhoneNumber(text, country);
  if (!number) throw NotAPhoneNumber();
  return number;
}

/** Whether the number is in E.164 form: `+46701740605`. Says nothing about the kind of number. */
export const isE164 = (text: string): boolean => /^\+[1-9]\d{6,14}$/.test(text);

/** Whether the code is a country that has phone numbers: ISO 3166-1 alpha-2, in capitals. */
export const isCountry = (code: string): boolean => isSupportedCountry(code);

/** @param country ISO 3166-1 alpha-2 */
export const isAbroad = (e164: string, country: string): boolean =>
  !e164.startsWith(`+${getCountryCallingCode(country as CountryCode)}`);

/**
 * The number as people in the country write it: `070-174 06 05`. A foreign number has its country code. {@link
 * readPhoneNumber} with the same country reads the result as the same number.
 *
 * @param country ISO 3166-1 alpha-2
 */
export function formatPhoneNumber(e164: string, country: string): string {
  const parsed = parsePhoneNumberFromString(e164);
  if (!parsed) return e164;
  return isAbroad(e164, country) ? parsed.formatInternational() : parsed.formatNational();
}
