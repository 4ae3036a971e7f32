import { foldForSearch } from './fold-for-search.js';

/** What was typed, as the statements below want it: `whole` is their `$1`, `words` their `$2`. */
export interface SearchTerms {
  readonly whole: string;
  /** Escaped for LIKE. */
  readonly words: readonly string[];
}

/** Nobody types more; a longer text is taken for its first words. */
const mostWords = 8;

/** @returns undefined when nothing is left to search for */
export function searchTerms(typed: string | undefined): SearchTerms | undefined {
  const whole = foldForSearch(typed ?? '');
  if (whole === '') return undefined;
  return {
    whole,
    words: whole
      .split(' ')
      .slice(0, mostWords)
      .map((word) => word.replace(/[\\%_]/g, '\\$&')),
  };
}

/**
 * Every word typed is somewhere in the folded name, in whatever order. Word for word, so that the planner sees each
 * pattern by itself: an array's patterns would not use the trigram index.
 */
export const hasEveryWord = (name: string, { words }: SearchTerms): string =>
  words.map((_, index) => `${name} LIKE '%' || ($2::text[])[${index + 1}] || '%'`).join(' AND ');

/**
 * The order people expect: the very name, names that begin so, names with words that begin so, words anywhere. Within
 * each, whole words before beginnings (Storgatan 1 before Storgatan 10), then the shorter name.
 */
export const everyWordOrder = (name: string): string => `
  CASE
    WHEN ${name} = $1 THEN 0
    WHEN starts_with(${name}, $1) THEN 1
    WHEN (SELECT bool_and(' ' || ${name} LIKE '% ' || word || '%') FROM unnest($2::text[]) word) THEN 2
    ELSE 3
  END,
  (SELECT count(*) FROM unnest($2::text[]) word WHERE ' ' || ${name} || ' ' LIKE '% ' || word || ' %') DESC,
  length(${name}),
  ${name}`;

/** Nearly what was typed: trigrams forgive a slip of the finger. For when nothing has every word. */
export const resembles = (name: string): string => `($1 <% ${name} OR $1 % ${name})`;

export const resemblanceOrder = (name: string): string =>
  `word_similarity($1, ${name}) + similarity($1, ${name}) DESC, length(${name}), ${name}`;
