import { blankLinks, sentencesIn, word } from './sentences.js';

export const readabilityVerdicts = ['very-easy', 'easy', 'medium', 'hard', 'very-hard'] as const;
export type ReadabilityVerdict = (typeof readabilityVerdicts)[number];

export interface Readability {
  /** Björnsson's läsbarhetsindex: words per sentence + per cent of words longer than six letters. */
  readonly lix: number;
  readonly words: number;
  readonly sentences: number;
  readonly longWords: number;
  readonly verdict: ReadabilityVerdict;
}

/** Upper bounds of LIX, exclusive (C. H. Björnsson, Läsbarhet, 1968). Klarspråk should be `easy` or better. */
const verdicts: readonly (readonly [below: number, verdict: ReadabilityVerdict])[] = [
  [30, 'very-easy'],
  [40, 'easy'],
  [50, 'medium'],
  [60, 'hard'],
];

/** Below this number of words, chance decides the verdict: show none. */
export const minWordsToJudge = 20;

/**
 * How easy a text is to read. Links and numbers do not count as words. Made for Swedish. It is only a hint for other
 * languages in Latin letters, and for any text of a few words.
 */
export function readability(text: string): Readability {
  const prose = blankLinks(text);
  const words = prose.match(word) ?? [];
  const sentences = sentencesIn(prose).filter(({ from, to }) => /\p{L}/u.test(prose.slice(from, to))).length;
  const longWords = words.filter((each) => each.replace(/[^\p{L}]/gu, '').length > 6).length;
  const lix =
    words.length === 0 ? 0 : Math.round(words.length / sentences + (100 * longWords) / words.length);
  const verdict = verdicts.find(([below]) => lix < below)?.[1] ?? 'very-hard';
  return { lix, words: words.length, sentences, longWords, verdict };
}
