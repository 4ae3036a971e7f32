import { cleanTyped } from '../../kernel/typed-input.js';
import { isTrimming } from './search-terms.js';

/** Nobody pastes more addresses into a search; only the first ones of a longer list are used. */
const maxAddresses = 8;

const separator =
  / ?(?:[;,\n]|(?<= )(?:och|o|samt|eller|resp\.?|respektive|till|t\.?o\.?m\.?|and|[&+/])(?= )|(?<= )-(?= \p{L}{2})|(?<=\d)\+(?=\d)|(?<=:\d{1,6}) (?=\d{1,6}:\d)) ?/giu;

/**
 * A number alone ("14", "14 B", "1:406"): it belongs to the street or the tract before it. Four digits are an
 * apartment, and don't match.
 */
const numberAlone = /^(?:nr )?(?:[0-9]{1,3}(?: ?\p{L})?|(?:[0-9]+|\p{L}{1,2}):[0-9]+)$/u;
const letterAlone = /^\p{L}$/u;
const lastNumber = /(?:(?:[0-9]{1,6}|(?<= )\p{L}{1,2}):)?[0-9]{1,6}(?: ?\p{L})?$/u;
/** "12", "12 A", "12-14", "12 A - C", "1:405" */
const houseNumber =
  /^[0-9][0-9:]*(?: ?\p{L}(?!\p{L}))?(?: ?- ?(?:[0-9][0-9:]*)?(?: ?\p{L}(?!\p{L}))?)?(?=[ ,]|$)/u;
/** "14 Storgatan" */
const numberFirst = /^[0-9]{1,4}(?: ?\p{L})? (\p{L}{2}.*)$/u;

/** "12-14": both ends are searched for. */
const houses = /(?<=[\p{L}.] ?)([0-9]{1,4}) ?- ?([0-9]{1,4})$/u;
/** "12 A-C", "12A - 12C" */
const entrances = /(?<=[\p{L}.] ?)([0-9]{1,4}) ?(\p{L}) ?- ?(?:\1 ?)?(\p{L})$/u;
/** "1:405-1:406", "1:405-406" */
const designations = /(?<=[\p{L}.] ?)([0-9]+):([0-9]+) ?- ?(?:([0-9]+):)?([0-9]+)$/u;

interface Part {
  /** Street and number. */
  readonly core: string;
  /** A postal code, a locality, additions such as c/o. */
  readonly rest: string;
  /** It took its street from the part before it. */
  readonly follows: boolean;
}

/**
 * Splits a list of addresses or designations that were typed at once: "Storgatan 12 och 14", "Storgatan 12 A-C",
 * "Porsön 1:405, 1:406", or several lines. Each part is what somebody would type for it alone.
 *
 * @returns one item, the whole text, if it is no list
 */
export function typedAtOnce(typed: string): readonly string[] {
  const text = cleanTyped(typed.replace(/[\r\n\u2028\u2029]+/g, ';'))
    .replace(/ ?: ?/g, ':')
    .replace(/ {2,}/g, ' ');
  const parts: Part[] = [];
  let end = 0;
  let between = '';
  for (const { 0: sign, index } of [...text.matchAll(separator), { 0: '', index: text.length }]) {
    const piece = text.slice(end, index).trim();
    if (piece !== '') add(parts, piece, between);
    between = sign;
    end = index + sign.length;
  }
  const spread = parts
    .flatMap(({ core, ...part }, at) => {
      if (/\p{L}{2}/u.test(core)) return [{ core, ...part }];
      // "12 och 14 Storgatan": the street is taken from the next part. A number without a street would match every
      // street.
      const street = numberFirst.exec(parts[at + 1]?.core ?? '')?.[1];
      return street === undefined ? [] : [{ core: `${core} ${street}`, ...part }];
    })
    .flatMap(bothEnds)
    .slice(0, maxAddresses);
  if (spread.length < 2) return [typed];
  return spread.map(({ core, rest }, at) => `${core},${rest || restBehind(spread, at)}`);
}

function add(parts: Part[], piece: string, between: string): void {
  const before = parts.at(-1);
  if (before && lastNumber.test(before.core)) {
    const isWord = /\p{L}/u.test(between);
    const street = before.core.replace(lastNumber, '');
    if (numberAlone.test(piece) && /\p{L}/u.test(street)) {
      // "1:405, 406": both are in the same block.
      const block = /^[0-9]+$/.test(piece) ? (/([0-9]{1,6}:)[0-9]{1,6}$/.exec(before.core)?.[1] ?? '') : '';
      parts.push({ core: `${street}${block}${piece}`, rest: '', follows: true });
      return;
    }
    if (letterAlone.test(piece) && (isWord || /[&+/]/.test(between) || /\d ?\p{L}$/u.test(before.core))) {
      parts.push({ core: `${before.core.replace(/ ?\p{L}$/u, '')} ${piece}`, rest: '', follows: true });
      return;
    }
  }
  if (before && isAddress(before.core) && !isAddress(piece)) {
    parts.push({ ...parts.pop()!, rest: `${before.rest} ${piece},` });
    return;
  }
  if (before && !lastNumber.test(before.core) && !isAddress(before.core)) {
    // A name in front of the address.
    parts.pop();
    parts.push(asPart(`${before.core}, ${piece}`));
    return;
  }
  parts.push(asPart(piece));
}

/** Splits a text into the street with its number, and the rest. */
function asPart(text: string): Part {
  const at = text.search(/[0-9]/);
  const number = houseNumber.exec(at < 0 ? '' : text.slice(at))?.[0];
  const whole = { core: text, rest: '', follows: false };
  if (number === undefined || !/\p{L}/u.test(text.slice(0, at))) return whole;
  const end = at + number.length;
  return { ...whole, core: text.slice(0, end), rest: text.slice(end) };
}

/** Has a word, and a number that is not a postal code, a floor or an apartment. */
const isAddress = (piece: string): boolean =>
  /\p{L}{2}/u.test(piece) && /[0-9]/.test(piece) && !isTrimming(piece);

function bothEnds(part: Part): Part[] {
  const { core } = part;
  const replaced = (pattern: RegExp, from: string, until: string): Part[] => [
    { ...part, core: core.replace(pattern, from) },
    { ...part, core: core.replace(pattern, until), follows: true },
  ];
  if (designations.test(core)) {
    const [, first = '', , second = first] = designations.exec(core)!;
    return replaced(designations, '$1:$2', `${second}:$4`);
  }
  if (entrances.test(core)) {
    const [, , from = '', until = ''] = entrances.exec(core)!;
    return lettersBetween(from, until).map((letter, at) => ({
      ...part,
      core: core.replace(entrances, `$1 ${letter}`),
      follows: part.follows || at > 0,
    }));
  }
  // The register may have the pair under one name. The pair is therefore also searched for as typed, which finds the
  // first house too.
  if (houses.test(core)) return [part, { ...part, core: core.replace(houses, '$2'), follows: true }];
  return [part];
}

/** From A to C there are three letters. From C to A, or to an Ö, only the two that were typed are used. */
function lettersBetween(from: string, until: string): string[] {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz';
  const [first, last] = [from, until].map((letter) => alphabet.indexOf(letter.toLowerCase()));
  if (first === undefined || last === undefined || first < 0 || last < first) return [from, until];
  return Array.from(alphabet.slice(first, last + 1));
}

/** "Storgatan 12 och 14, 972 31 Luleå": what follows the last number applies to all numbers of that street. */
function restBehind(parts: readonly Part[], at: number): string {
  const next = parts[at + 1];
  if (!next?.follows) return '';
  return next.rest || restBehind(parts, at + 1);
}

/** Splits "Storgatan 12 Örnvägen 3": lines that a one-line field has joined. */
export function runTogether(typed: string): readonly string[] {
  const text = cleanTyped(typed).replace(/ {2,}/g, ' ');
  const pieces = text.split(/(?<=[0-9]\p{L}?|[0-9] \p{L}) (?=\p{L}{2})/u);
  const parts: string[] = [];
  for (const piece of pieces) {
    const before = parts.at(-1);
    if (before !== undefined && !(isAddress(piece) && /\p{L}{2}/u.test(before)))
      parts.push(`${parts.pop()!} ${piece}`);
    else parts.push(piece);
  }
  return parts.slice(0, maxAddresses).map((part) => `${part},`);
}

/**
 * Searches for each part of a typed list, and returns the best of each first. If nothing is found, it searches for the
 * whole text; if that finds nothing either, for lines that may have been joined.
 */
export async function searchEach<Row extends { readonly id: string }>(
  typed: string,
  limit: number,
  search: (typed: string) => Promise<Row[]>,
): Promise<Row[]> {
  const [listed, lines] = [typedAtOnce(typed), runTogether(typed)];
  const tries = [listed, ...(listed.length > 1 ? [[typed]] : []), ...(lines.length > 1 ? [lines] : [])];
  for (const each of tries) {
    const found = await Promise.all(each.map(search));
    const longest = Math.max(...found.map((rows) => rows.length));
    const inTurn = Array.from({ length: longest }, (_, nth) =>
      found.flatMap((rows) => rows.slice(nth, nth + 1)),
    );
    const rows = [...new Map(inTurn.flat().map((row) => [row.id, row])).values()].slice(0, limit);
    if (rows.length > 0) return rows;
  }
  return [];
}
