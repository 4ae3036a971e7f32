export type ReadabilityVerdict = 'very-easy' | 'easy' | 'medium' | 'hard' | 'very-hard';

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

const address = /^[("']*(?:https?:\/\/|www\.)|\.(?:se|nu|com|org|net|eu)(?:$|[/?#:)"'.,;!])/iu;
/** The punctuation after an address: it ends a sentence there too, though the address itself is removed. */
const endOfAddress = /[.!?]["')]*$/u;
const abbreviation =
  /(?<!\p{L})(?:t\. ?ex|bl\. ?a|s\. ?k|f\. ?d|d\. ?v\. ?s|p\. ?g\. ?a|fr\. ?o\. ?m|t\. ?o\. ?m|m\. ?h\. ?a|m\. ?a\. ?o|kl|ca|nr|tel|tfn|vxl|inkl|exkl|resp|jfr|enl|ev|alt|kap|kv|rv|sid|dr|prof|e\.g|i\.e)\.(?=\s)/giu;
const word = /\p{L}[\p{L}\p{M}'-]*/gu;
// The full stop in `kl. 14` or `bl.a.` does not end a sentence. A full stop does so only before a capital. A line end
// always does.
const sentenceEnd = /(?<![.!?])[.!?]+["')]*\s+(?=["'(]*\p{Lu})|\n+/gu;

/**
 * How easy a text is to read. Links and numbers do not count as words. Made for Swedish. It is only a hint for other
 * languages in Latin letters, and for any text of a few words.
 */
export function readability(text: string): Readability {
  const prose = text
    .replace(/\u00ad/g, '')
    .split(/(\s+)/)
    .map((each) => (each.includes('@') || address.test(each) ? (endOfAddress.exec(each)?.[0] ?? '') : each))
    .join('')
    .replace(abbreviation, (each) => each.slice(0, -1));
  const words = prose.match(word) ?? [];
  const sentences = prose.split(sentenceEnd).filter((sentence) => /\p{L}/u.test(sentence)).length;
  const longWords = words.filter((each) => each.replace(/[^\p{L}]/gu, '').length > 6).length;
  const lix =
    words.length === 0 ? 0 : Math.round(words.length / sentences + (100 * longWords) / words.length);
  const verdict = verdicts.find(([below]) => lix < below)?.[1] ?? 'very-hard';
  return { lix, words: words.length, sentences, longWords, verdict };
}
