export type ReadabilityVerdict = 'very-easy' | 'easy' | 'medium' | 'hard' | 'very-hard';

export interface Readability {
  /** Björnsson's läsbarhetsindex: words per sentence + per cent of words longer than six letters. */
  readonly lix: number;
  readonly words: number;
  readonly sentences: number;
  readonly longWords: number;
  readonly verdict: ReadabilityVerdict;
}

/** Upper bounds of LIX, exclusive (C. H. Björnsson, Läsbarhet, 1968); easy is where klarspråk should lie. */
const verdicts: readonly (readonly [below: number, verdict: ReadabilityVerdict])[] = [
  [30, 'very-easy'],
  [40, 'easy'],
  [50, 'medium'],
  [60, 'hard'],
];

const address = /(?:https?:\/\/|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:se|nu|com|org|net|eu)\b\S*/giu;
const word = /\p{L}[\p{L}\p{M}'-]*/gu;
// A full stop inside `kl. 14` or `bl.a.` ends no sentence: only what is followed by a capital or nothing does.
const sentenceEnd = /[.!?]+["')]*\s+(?=["'(]*\p{Lu})|\n+/gu;

/**
 * How easy a text is to read. Links and numbers are no words. Made for Swedish; a hint for other languages in Latin
 * letters, and no more than a hint for any text of a few words.
 */
export function readability(text: string): Readability {
  const prose = text.replace(address, ' ');
  const words = prose.match(word) ?? [];
  const sentences = prose.split(sentenceEnd).filter((sentence) => /\p{L}/u.test(sentence)).length;
  const longWords = words.filter((each) => each.replace(/[^\p{L}]/gu, '').length > 6).length;
  const lix =
    words.length === 0 ? 0 : Math.round(words.length / sentences + (100 * longWords) / words.length);
  const verdict = verdicts.find(([below]) => lix < below)?.[1] ?? 'very-hard';
  return { lix, words: words.length, sentences, longWords, verdict };
}
