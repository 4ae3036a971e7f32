import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';
import type { SpeechWords } from './speech-words.js';

/** A part of a text: a phone number in spoken form, or the text between two. */
export interface Part {
  readonly text: string;
  readonly isSaid: boolean;
}

interface Group {
  readonly separator: string;
  readonly digits: string;
  /** Index in the text of the character after it. */
  readonly end: number;
}

const start = /(?<![\p{L}\d]|\d[.,:-])(?:\+\d|\(?0\d)/gu;
const group = /( ?[-/] ?|\.| |\) ?|)\(?(0\)[ -]?)?(\d+)/uy;

/** E.164 allows 15 digits; with `00` or `(0)` in front, 18. */
const maxDigits = 18;
/** Digits of the shortest Swedish number, with its 0. Shorter ones are hours and amounts. */
const minDigits = 8;

/** "0920-45 30 00-05": the dash and the last two digits of a series of numbers. */
const seriesBehind = /^ ?- ?(0\d)(?! ?\d|[-.,:/])/;

const shortNumber = /(?<![\d.,:-]|\d )11(?:(3) ?(13)|(4) (14)|(6|8) (\d{3}))(?! ?\d|[.,:-]\d)/g;

/**
 * Short numbers for information and help, which libphonenumber does not know. "116 117" is an amount unless a word
 * before it says otherwise.
 */
const sayShortNumbers = (text: string, { phoneWords }: SpeechWords): string =>
  text.replace(shortNumber, (whole, ...found: unknown[]) => {
    const [at, all] = found.slice(-2) as [number, string];
    if (/^11[68]/.test(whole) && !phoneWords.test(all.slice(Math.max(0, at - 40), at))) return whole;
    const digits = whole.replaceAll(' ', '');
    return [digits.slice(0, 3), digits.slice(3)].map((group) => Array.from(group).join(' ')).join(', ');
  });

/**
 * Cuts a text at its phone numbers. libphonenumber decides what is a valid number; the way it is written decides
 * whether it is meant as one. "08-12 30 40" after "kl." is hours and a date, and the tail of a larger amount is not a
 * phone number.
 */
export function partsAtPhones(text: string, words: SpeechWords, country: CountryCode): Part[] {
  const parts: Part[] = [];
  let done = 0;
  start.lastIndex = 0;
  for (let match = start.exec(text); match; match = start.exec(text)) {
    // "27/08" is a date. But two phone numbers may have a slash between them.
    if (match.index - 1 !== done && /\d\/$/.test(text.slice(Math.max(0, match.index - 2), match.index)))
      continue;
    const found = phoneAt(text, match.index, words, country);
    if (!found) continue;
    const before = text.slice(done, match.index);
    const apart = before.endsWith(':') ? ' ' : '';
    parts.push({ text: before + apart, isSaid: false }, { text: found.said, isSaid: true });
    done = found.end;
    start.lastIndex = done;
  }
  parts.push({ text: text.slice(done), isSaid: false });
  return parts.map((part) => (part.isSaid ? part : { ...part, text: sayShortNumbers(part.text, words) }));
}

function phoneAt(text: string, at: number, words: SpeechWords, country: CountryCode) {
  const groups = groupsFrom(text, at);
  for (let count = groups.length; count > 0; count -= 1) {
    const end = groups[count - 1]!.end;
    const [series = '', last = ''] = seriesBehind.exec(text.slice(end, end + 8)) ?? [];
    const isCut = series === '' && /^(?:[-.:,]?\d| ?- ?\d)/.test(text.slice(end, end + 4));
    const some = groups.slice(0, count);
    if (isCut || !isWrittenAsPhone(some) || looksLikeHours(some, text, at, words)) continue;
    if (isTailOfAmount(some, text, at)) continue;
    const written = text.slice(at, end);
    const number = parsePhoneNumberFromString(written, country);
    if (!number?.isValid() || number.ext) continue;
    if (!areaIsFirst(some, number.formatNational(), number.country === country)) continue;
    const upTo = series === '' ? '' : ` ${words.to ?? '-'} ${Array.from(last).join(' ')}`;
    return { end: end + series.length, said: say(some, written.startsWith('+')) + upTo };
  }
  return undefined;
}

function groupsFrom(text: string, at: number): Group[] {
  const groups: Group[] = [];
  let digitsSoFar = 0;
  group.lastIndex = text.charAt(at) === '+' || text.charAt(at) === '(' ? at + 1 : at;
  for (let match = group.exec(text); match; match = group.exec(text)) {
    const [, separator = '', trunk = '', digits = ''] = match;
    if (groups.length > 0 && separator === '' && trunk === '') break;
    digitsSoFar += digits.length;
    if (digitsSoFar > maxDigits) break;
    groups.push({ separator: separator.replace(/[ )]/g, ''), digits, end: group.lastIndex });
  }
  return groups;
}

/** The index of the area code's group: the first, or the group after `+46`, `0046` or `00 46`. */
function areaAt([first]: readonly Group[]): number {
  if (first?.digits === '00') return 2;
  return first?.digits.startsWith('00') || !first?.digits.startsWith('0') ? 1 : 0;
}

/** After the area code come groups of two or more digits, all separated in the same way. */
function isWrittenAsPhone(groups: readonly Group[]): boolean {
  const subscriber = groups.slice(areaAt(groups) + 1);
  const inner = subscriber.slice(1).map(({ separator }) => separator);
  const points = groups.slice(1).filter(({ separator }) => separator === '.').length;
  return (
    groups.reduce((sum, { digits }) => sum + digits.length, 0) >= minDigits &&
    subscriber.every(({ digits }) => digits.length > 1) &&
    new Set(inner).size <= 1 &&
    !inner.includes('/') &&
    (points === 0 || (points >= 2 && points === groups.length - 1) || hasPointBehindArea(groups))
  );
}

/** "08.465 004 00". With two digits after the point it would be a time. */
const hasPointBehindArea = ([area, ...rest]: readonly Group[]): boolean =>
  area!.digits.startsWith('0') &&
  rest.length > 1 &&
  rest[0]!.digits.length > 2 &&
  rest.every(({ separator }, at) => separator === (at === 0 ? '.' : ''));

/** "08", or "0830" with minutes. */
const isHour = (digits: string): boolean => /^(?:[01]\d|2[0-4])(?:[0-5]\d)?$/.test(digits);

/** "08-12 30 40" and "0800-1200" are hours, unless a word before them says that it is a phone number. */
function looksLikeHours(
  [from, until]: readonly Group[],
  text: string,
  at: number,
  words: SpeechWords,
): boolean {
  if (!from || !until || !isHour(from.digits) || !isHour(until.digits)) return false;
  if (until.separator !== '-' || until.digits.length !== from.digits.length) return false;
  if (Number(until.digits) <= Number(from.digits)) return false;
  return !words.phoneWords.test(text.slice(Math.max(0, at - 40), at));
}

/** "1 020 454 545" is one amount with groups of thousands. */
const isTailOfAmount = (groups: readonly Group[], text: string, at: number): boolean =>
  /\d $/.test(text.slice(Math.max(0, at - 2), at)) &&
  groups.every(({ digits, separator }) => digits.length === 3 && separator === '');

/** "06 30-07 15" is not 063-00 715: in a grouped number, the first group is the whole area code. */
function areaIsFirst(groups: readonly Group[], national: string, isHome: boolean): boolean {
  if (!isHome || groups.length === 1 || areaAt(groups) > 0) return true;
  return groups[0]!.digits.startsWith(/^\d+/.exec(national)?.[0] ?? '');
}

const say = (groups: readonly Group[], hasPlus: boolean): string =>
  groups
    .map(({ digits }, at) => (at === 0 && hasPlus ? 'plus ' : '') + Array.from(digits).join(' '))
    .join(', ');
