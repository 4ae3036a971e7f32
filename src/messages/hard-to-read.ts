import { blankLinks, sentencesIn, word, type Span } from './sentences.js';

/** A place in a text, so that an editor can mark it. The positions are in the text as it was given. */
export interface MarkedPart extends Span {
  readonly text: string;
}

export interface HardParts {
  /** Sentences of more than {@link maxWords} words. */
  readonly longSentences: readonly MarkedPart[];
  /** Very long words that are no names, and, in Swedish, words of officialese. */
  readonly hardWords: readonly MarkedPart[];
}

/** Plain-language guides advise 15 to 20 words at most. */
const maxWords = 20;
/** `vattenavstängning` has 17 letters and everybody knows it. What is longer is usually a chain of nouns. */
const maxLetters = 17;

// Beginnings of words that klarspråk replaces, as the language council's lists of officialese have them.
const officialese =
  /^(?:abonnent|avhjälp|avseende|beakta|beträffande|bringa|distribution|erforderlig|erhåll|ersätt(?:as|es)|föranle|föreligg|förorda|förtär|hänvis|hörsamma|iaktta|ianspråk|implementer|inkomma|jämlikt|konsument|medelst|nyttja|omgående|påkalla|rekvirer|samtliga|tillhandahåll|tillse|tjänlig|upphör|utföras|verkställ|vederbörande|vidta|å?sido|åligg|åsamka|återkoppla|otjänlig)/iu;

const letters = (text: string): string => text.replace(/[^\p{L}]/gu, '');

/**
 * What makes a text hard to read. Links are left out.
 *
 * @param language of the text, ISO 639. Long words are a sign only in Swedish and English: the words of Finnish or Sámi
 *   are long by nature, and other scripts don't write what we count.
 */
export function hardParts(text: string, language: string): HardParts {
  const prose = blankLinks(text);
  const part = ({ from, to }: Span): MarkedPart => ({ from, to, text: text.slice(from, to) });
  const longSentences: MarkedPart[] = [];
  const hardWords: MarkedPart[] = [];
  for (const span of sentencesIn(prose)) {
    const words = Array.from(prose.slice(span.from, span.to).matchAll(word));
    if (words.length > maxWords) longSentences.push(part(trimmed(text, span)));
    words.forEach((match, position) => {
      const from = span.from + match.index;
      if (isHard(match[0], language, position === 0))
        hardWords.push(part({ from, to: from + match[0].length }));
    });
  }
  return { longSentences, hardWords };
}

function isHard(match: string, language: string, opensSentence: boolean): boolean {
  if (language !== 'sv' && language !== 'en') return false;
  const bare = letters(match);
  // A name can't be replaced by an easier one.
  if (!opensSentence && /^\p{Lu}\p{Ll}/u.test(bare)) return false;
  return bare.length > maxLetters || (language === 'sv' && officialese.test(bare));
}

function trimmed(text: string, { from, to }: Span): Span {
  const whole = text.slice(from, to);
  const start = from + (whole.length - whole.trimStart().length);
  return { from: start, to: start + whole.trim().length };
}
