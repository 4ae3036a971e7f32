import { foldForSearch } from './fold-for-search.js';

/** What was typed, taken apart as the names are: words of letters, and what has a digit. */
export interface SearchTerms {
  /** The words of letters, in the order typed. */
  readonly words: readonly string[];
  /** The words came before the numbers: "storgatan 1", not "1 storgatan". */
  readonly wordsFirst: boolean;
  /** A single letter beside other things: a word's beginning, or an entrance ("12 B"). */
  readonly letter: string | undefined;
  readonly numbers: readonly string[];
}

/** Nobody types more; a longer text is taken for its first words. */
const mostWords = 8;

/** @returns undefined when nothing is left to search for */
export function searchTerms(typed: string | undefined): SearchTerms | undefined {
  const all = foldForSearch(typed ?? '')
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, mostWords);
  if (all.length === 0) return undefined;
  // Who types "s:21" has typed "s:" on the way.
  const isNumber = (word: string): boolean => /[0-9:]/.test(word);
  const lettered = all.filter((word) => !isNumber(word));
  const letter = all.length > 1 ? lettered.find((word) => word.length === 1) : undefined;
  return {
    words: lettered.filter((word) => word !== letter),
    wordsFirst: !isNumber(all[0]!),
    letter,
    numbers: all.filter(isNumber),
  };
}
