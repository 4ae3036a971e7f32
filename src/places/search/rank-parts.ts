import type { SearchTerms } from './search-terms.js';
import { editDistance } from '../../kernel/edit-distance.js';

/** The words of a name without its number: a street with its locality, a tract, an area. */
export interface NameHead {
  /** As stored in the database. */
  readonly part: string;
  readonly words: readonly string[];
  /** The words with single spaces, one before and one after. */
  readonly spaced: string;
}

export function nameHead(part: string): NameHead {
  const words = part.split(' ').filter((word) => word !== '');
  return { part, words, spaced: ` ${words.join(' ')} ` };
}

export interface RankedHead {
  readonly part: string;
  /**
   * From {@link rankHeads}: 1 the name begins with the typed words, 2 its words begin with them, 3 it has them
   * anywhere. From {@link rankResembling}: the cost in typing errors.
   */
  readonly tier: number;
  /**
   * Whether one of its words begins with the single letter that was typed. If not, the letter can only be an entrance.
   */
  readonly hasLetter: boolean;
}

/**
 * The heads that have every typed word, best first: those that begin with the typed words, those whose words begin with
 * them, those that have them anywhere. Within each tier: most whole words first, then the shorter.
 */
export function rankHeads(heads: Iterable<NameHead>, terms: SearchTerms): RankedHead[] {
  const { words, wordsFirst, letter, numbers } = terms;
  const phrase = ` ${words.join(' ')}`;
  const ranked: (RankedHead & { readonly whole: number; readonly spaced: string })[] = [];
  for (const { part, spaced } of heads) {
    if (!words.every((word) => spaced.includes(word))) continue;
    const hasLetter = letter === undefined || spaced.includes(` ${letter}`);
    if (!hasLetter && numbers.length === 0) continue;
    const tier =
      wordsFirst && spaced.startsWith(phrase)
        ? 1
        : words.every((word) => spaced.includes(` ${word}`))
          ? 2
          : 3;
    const whole = words.filter((word) => spaced.includes(` ${word} `)).length;
    ranked.push({ part, tier, hasLetter, whole, spaced });
  }
  return ranked.sort((a, b) => a.tier - b.tier || b.whole - a.whole || shorter(a.spaced, b.spaced));
}

/** The cost, in typing errors, of a typed word that nothing resembles: it may be a word that we don't have. */
const unknownWord = 4;

/** Typing errors forgiven in a word. Short words all resemble each other, so they are forgiven fewer. */
const slipsForgiven = (word: string): number => (word.length < 3 ? 0 : word.length < 6 ? 1 : 2);

/**
 * The heads that nearly have the typed words, those with the fewest typing errors first. Used when no head has every
 * word. A typed word may also resemble the beginning of a word, since people are still typing.
 */
export function rankResembling(heads: Iterable<NameHead>, terms: SearchTerms): RankedHead[] {
  const { words, numbers, beside } = terms;
  const letters = words.join('').length;
  // With a number that must match too, fewer letters need to match.
  const share = numbers.length > 0 ? 3 : 2;
  const slips = words.map(() => new Map<string, number>());
  const slipsIn = (at: number, word: string): number => {
    const known = slips[at]!.get(word);
    if (known !== undefined) return known;
    const typed = words[at]!;
    const most = slipsForgiven(typed);
    const { whole, beginning } = word.includes(typed)
      ? { whole: 0, beginning: 0 }
      : editDistance(typed, word, most);
    const cost = whole <= most ? whole : beginning <= most ? beginning + 0.5 : Infinity;
    slips[at]!.set(word, cost);
    return cost;
  };
  const ranked: (RankedHead & { readonly cost: number; readonly spaced: string })[] = [];
  for (const head of heads) {
    let [cost, met] = [0, 0];
    let hasBeside = beside === undefined;
    words.forEach((word, at) => {
      const least = Math.min(...head.words.map((other) => slipsIn(at, other)));
      if (least < unknownWord) {
        met += word.length;
        hasBeside ||= word === beside;
      }
      cost += Math.min(least, unknownWord);
    });
    if (hasBeside && met >= 3 && met * share >= letters)
      ranked.push({ part: head.part, tier: cost, hasLetter: true, cost, spaced: head.spaced });
  }
  return ranked.sort((a, b) => a.cost - b.cost || shorter(a.spaced, b.spaced));
}

/** The numbers that contain the first typed number: exact match, prefix match, substring match. */
export function rankNumbers(numbers: Iterable<string>, typed: readonly string[]): string[] {
  const first = typed[0] ?? '';
  const rank = (number: string): number => (number === first ? 0 : number.startsWith(first) ? 1 : 2);
  return [...numbers]
    .filter((number) => number.includes(first))
    .sort((a, b) => rank(a) - rank(b) || shorter(a, b));
}

/** The shorter first; equal lengths in character order. */
const shorter = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
