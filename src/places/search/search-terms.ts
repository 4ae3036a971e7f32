import { cleanTyped } from '../../kernel/typed-input.js';
import { foldForSearch } from './fold-for-search.js';

/** Typed text, split as the names are: words of letters, and numbers (words with a digit or a colon). */
export interface SearchTerms {
  /** The words of letters, in the order typed. */
  readonly words: readonly string[];
  /** The words came before the numbers: "storgatan 1", not "1 storgatan". */
  readonly wordsFirst: boolean;
  /** A single letter typed with other text: an entrance ("12 B"), or the beginning of a word. */
  readonly letter: string | undefined;
  readonly numbers: readonly string[];
  /** The word beside the number: the street or the tract. A name without it has the number of another street. */
  readonly beside?: string;
  /** Something was typed after the number, so 3 means 3 and is not the beginning of 37. */
  readonly numberIsWhole: boolean;
  /** Five digits: the address must have this postal code. */
  readonly postalCode?: string;
}

/** Nobody types more words; only the first ones of a longer text are used. */
const maxWords = 8;

/**
 * What the typed text may mean, the likeliest first: as it was typed; without additions from an envelope or a form
 * (c/o, an apartment, a country); without its postal code, which may be wrong.
 *
 * @returns an empty list when nothing is left to search for
 */
export function searchReadings(typed: string | undefined): readonly SearchTerms[] {
  const lines = (typed ?? '').replace(/[\r\n\u2028\u2029]+/g, ', ');
  const text = evened(cleanTyped(lines).toLowerCase());
  const { rest, postalCode } = withoutPostalCode(text);
  const trimmed = withoutTrimmings(rest);
  // Without its only number, the text would find the whole street.
  const bare = /[0-9]/.test(rest) && !/[0-9]/.test(trimmed) ? rest.replaceAll('#', ' ') : trimmed;
  const designated = asDesignation(rest);
  const readings = [
    withPostalCode(searchTerms(rest), postalCode),
    withPostalCode(searchTerms(bare), postalCode),
    searchTerms(rest),
    searchTerms(bare),
    searchTerms(withoutEntrance(bare)),
    searchTerms(withoutApartment(bare)),
    // "Storgatan 037", as some registers write it.
    searchTerms(bare.replace(/(?<=[ ,])0+(?=[1-9])/g, '')),
    searchTerms(designated === rest ? '' : withoutTrimmings(designated)),
    searchTerms(text),
  ].filter((terms) => terms !== undefined);
  return [...new Map(readings.map((terms) => [JSON.stringify(terms), terms])).values()];
}

/** @returns undefined when nothing is left to search for */
export function searchTerms(typed: string): SearchTerms | undefined {
  const all = foldForSearch(typed)
    .split(' ')
    .flatMap((word) => entranceApart(word))
    .slice(0, maxWords);
  if (all.length === 0) return undefined;
  const lettered = all.filter((word) => !isNumber(word));
  const letter = all.length > 1 ? lettered.find((word) => word.length === 1) : undefined;
  const words = lettered.filter((word) => word !== letter);
  const wordsFirst = !isNumber(all[0]!);
  const number = all.findIndex(isNumber);
  const isWord = (word: string): boolean => words.includes(word);
  const beside =
    number < 0
      ? undefined
      : wordsFirst
        ? all.slice(0, number).findLast(isWord)
        : all.slice(number).find(isWord);
  return {
    words,
    wordsFirst,
    letter,
    numbers: all.filter(isNumber),
    ...(beside === undefined ? {} : { beside }),
    numberIsWhole: wordsFirst && number >= 0 && (number < all.length - 1 || /[0-9]\s*,/.test(typed)),
  };
}

// "s:" counts too: it is what somebody who types "s:21" has typed so far.
const isNumber = (word: string): boolean => /[0-9:]/.test(word);

/** "12a" is the entrance a of 12. */
function entranceApart(word: string): string[] {
  const [, number, letter] = /^([0-9]+)([a-z])$/.exec(word) ?? [];
  return number && letter ? [number, letter] : word === '' ? [] : [word];
}

const withPostalCode = (
  terms: SearchTerms | undefined,
  postalCode: string | undefined,
): SearchTerms | undefined =>
  postalCode === undefined
    ? undefined
    : {
        ...(terms ?? { words: [], wordsFirst: true, letter: undefined, numbers: [] }),
        numberIsWhole: true,
        postalCode,
      };

/** Normalizes signs that people type where the names have other signs, or none. */
const evened = (text: string): string =>
  text
    .replace(/["“”„«»]|(?<!\p{L})['’‘`´]|['’‘`´](?!\p{L})/gu, '')
    .replace(/\([^()]*\)/g, ', ')
    .replace(/ ?: ?/g, ':')
    // A label ("Adress: Storgatan 3") is a word of its own. The colons of designations follow one or two letters.
    .replace(/(?<=\p{L}{3}|c\/o):/gu, ' ')
    .replace(/;/g, ' ')
    .replace(/(?<=[0-9]) ?- ?(?=[0-9])/g, '-')
    // "Porsön 1>405" means 1:405. After a whole designation, the sign stands before the number of an area.
    .replace(/(?<=[ ,][0-9]{1,6}) ?> ?(?=[0-9])/g, ':')
    // A full stop or another sign at the end of a sentence.
    .replace(/(?<=[0-9a-zåäö])[.!?](?=,|$)/g, '')
    .replace(/(\p{L}\p{L})\.(?=[ ,]|$)/gu, '$1');

const postal = /(?<=^|[ ,])(?:se?[- ]?)?([0-9]{3}) ?([0-9]{2})(?=[ ,]|$)/g;

/** Takes out the last match that looks like a postal code: 972 31, 97231, SE-972 31. */
function withoutPostalCode(text: string): { rest: string; postalCode?: string } {
  const found = [...text.matchAll(postal)].at(-1);
  if (!found) return { rest: text };
  const [whole, three, two] = found;
  return {
    rest: `${text.slice(0, found.index)},${text.slice(found.index + whole.length)}`,
    postalCode: `${three}${two}`,
  };
}

/** Removes what an envelope, a form or a speaker adds to an address or a designation. */
function withoutTrimmings(text: string): string {
  const home = text
    // Never past a digit: if there is no comma after the name, the house number would be removed with it.
    .replace(/(?<=^|[ ,])(?:c\/o|co) [^,0-9]*,/g, ' ')
    .replace(/(?<=^|[ ,])c\/o \S+/g, ' ')
    // Only after a number: "Kungsgatan 3 tr 2" is number 3.
    .replace(/(?<=[0-9] ?[a-zåäö]?[ ,]{1,3})[0-9]+ ?(?:tr|trappor)(?=[ ,]|$)/g, ', ')
    .replace(
      /(?<=^|[ ,])(?:lgh|lägenhet|lägenhetsnummer|lägenhetsnr|apt|apartment|vån|våning|plan|port|uppg|uppgång|ing|ingång|entré|hus|byggnad|rum|lokal|tr|trappa|trappor|#) ?(?:nr ?)?[a-z]?[0-9]+(?=[ ,]|$)/g,
      ', ',
    )
    // "Storgatan 12/1203": the apartment.
    .replace(/(?<=[ ,][0-9]{1,4} ?[a-zåäö]?)\/[0-9]{4}(?=[ ,]|$)/g, ',')
    .replace(
      /(?<=^|[ ,])(?:fastighet|fastigheten|fastigheter|fastigheterna|fastighetsbeteckning|adress|adresser|adresserna|besöksadress|gatuadress|postadress|att|kv|kvarteret|nr|nummer|no|sverige|sweden|uppg|uppgång|ing|ingång|entré)(?=[ ,]|$)/g,
      ' ',
    )
    .replace(/(?<=^|[ ,])(?:del av |m\.?fl(?=[ ,]|$))/g, ' ')
    .replace(/(?<=^|[ ,])[^ ,]+ (?:kommun,? (?=\S)|(?:kommun|län)$)/g, ' ')
    // "12-A", "12/A"
    .replace(/(?<=(?:^|[ ,])[0-9]{1,4}) ?[-./] ?(?=[a-zåäö](?:[ ,]|$))/g, ' ')
    // "Porsön 1:405>2" is the second area of Porsön 1:405.
    .replace(/(?<=[0-9])>[0-9]+/g, '')
    // "Storgatan-3", "Örn v. 3", "Stor g 3".
    .replace(/(?<=\p{L}{3}) ?- ?(?=[0-9])/gu, ' ')
    .replace(/(?<=\p{L}{2} )v\.? (?=[0-9])/gu, 'väg ')
    .replace(/(?<=\p{L}{2} )g\.? (?=[0-9])/gu, 'gat ')
    // "Storgatan3", "Porsön1:405".
    .replace(/(?<=\p{L}{3})(?=[0-9])/gu, ' ');
  // "3-5", "3/5": a register without the pair may have its first number.
  return home.replace(/(?<=(?:^|[ ,])[0-9]{1,6})[-/][0-9]{1,6}(?=[ ,]|$)/g, ',');
}

/** The house without its entrance, for a register that lacks the entrance. */
const withoutEntrance = (text: string): string =>
  text.replace(/(?<=[ ,][0-9]{1,6}) ?[a-zåäö](?=[ ,]|$)/g, ',');

/** Removes the apartment: "Storgatan 37, 1102", "Storgatan 37 u 2". */
const withoutApartment = (text: string): string =>
  text.replace(/(?<=[ ,][0-9]{1,3} ?[a-zåäö]?)[ ,]+(?:[0-9]{4}|(?:u|h|p|bv|ög) ?[0-9]*)(?=[ ,]|$)/g, ',');

/** "Porsön 1.405", "Porsön 1-405": reads the sign as the colon of a designation, in case no house was meant. */
const asDesignation = (text: string): string =>
  text.replace(/(?<=[ ,][0-9]{1,4}) ?[.;/-] ?(?=[0-9]{1,5}(?:[ ,]|$))/g, ':');

/** Whether a text after an address is not an address itself, but a floor, an apartment, a postal code or a locality. */
export function isTrimming(text: string): boolean {
  const { rest } = withoutPostalCode(evened(text.toLowerCase()));
  return !/[0-9]/.test(withoutTrimmings(`x 1, ${rest}`).replace('x 1', ''));
}
