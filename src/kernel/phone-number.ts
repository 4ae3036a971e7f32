import {
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  type CountryCode,
} from 'libphonenumber-js/max';
import { refusal } from './refusal.js';
import { cleanTyped } from './typed-input.js';

/** What a number is reached by: a text to a mobile, a call to a landline. */
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

/** Longer than any number as people write it: whatever comes is looked at no further. */
const maxWrittenLength = 60;

/**
 * Reads a number in any usual form. libphonenumber's metadata decides what it is, never a pattern of ours.
 * Where a country's mobiles and landlines share ranges (North America), it counts as a mobile.
 *
 * @param country how to read a number without a country code, ISO 3166-1 alpha-2
 * @returns undefined when it is no number, or one that is neither mobile nor landline (premium, toll-free…)
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

/** A number without what a spreadsheet or a link puts around it; undefined where it holds what is no part of one. */
function asWritten(text: string): string | undefined {
  if (text.length > maxWrittenLength) return undefined;
  const clean = cleanTyped(text);
  const cell = /^="([^"]*)"$/.exec(clean)?.[1] ?? clean;
  const bare = cell
    .replace(/^['’`]|['’`]$/gu, '')
    .trim()
    .replace(/^(?:tel|sms|callto):/i, '')
    // The end of a sentence, or of a list.
    .replace(/[.,;]$/, '')
    // "++46" and "+0046" are "+46", as Google's library has it.
    .replace(/^\++ ?(?:00(?=[1-9]))?/, (plus) => (plus === '' ? '' : '+'));
  if (!/^[\d +()./-]+$/.test(bare) || isReformatted(bare)) return undefined;
  return bare;
}

/**
 * Whether a format added digits or points: `84650040.0` was `84650040`, and with the digit of the decimal it would be
 * another subscriber's. A number written with points has a short first group, and no group of a single digit at its end.
 */
function isReformatted(text: string): boolean {
  const groups = text.split('.');
  if (groups.length === 1) return false;
  const [first = ''] = groups;
  const last = groups.at(-1)!;
  const isThousands = /^[1-9]\d{0,2}(?:\.\d{3})+$/.test(text);
  // A single point is one of a decimal, unless an area code is before it.
  const isDecimal = groups.length === 2 && !/^(?:\+|0\d)[\d ()-]{0,7}$/.test(first);
  return isThousands || isDecimal || last.length < 2 || /\d{6}$/.test(first);
}

/**
 * Whether something else stands behind its last dash, slash or bracket: "08-465 00 40/1" has an extension, "0920-45 30-35"
 * is a series, and read as one it would be another subscriber's. Dashes throughout only part a number.
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

/** Whether it is written as a number is to a network: `+46701740605`. What kind of number it is, this doesn't say. */
export const isE164 = (text: string): boolean => /^\+[1-9]\d{6,14}$/.test(text);

/** Whether there is such a country, and it has numbers: ISO 3166-1 alpha-2, in capitals. */
export const isCountry = (code: string): boolean => isSupportedCountry(code);

/** @param country ISO 3166-1 alpha-2 */
export const isAbroad = (e164: string, country: string): boolean =>
  !e164.startsWith(`+${getCountryCallingCode(country as CountryCode)}`);

/**
 * As people in the country write it: `070-174 06 05`, and with its country code a number from elsewhere. Read again by
 * {@link readPhoneNumber} with the same country, it is the same number.
 *
 * @param country ISO 3166-1 alpha-2
 */
export function formatPhoneNumber(e164: string, country: string): string {
  const parsed = parsePhoneNumberFromString(e164);
  if (!parsed) return e164;
  return isAbroad(e164, country) ? parsed.formatInternational() : parsed.formatNational();
}
