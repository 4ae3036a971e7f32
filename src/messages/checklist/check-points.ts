import { plainPunctuation } from '../plain-punctuation.js';
import { blankLinks, sentencesIn } from '../sentences.js';
import { englishSigns } from './english-signs.js';
import { finnishSigns } from './finnish-signs.js';
import { pointsOf, type EventKind, type PointId } from './points.js';
import type { Sentence, Sign } from './sign.js';
import { swedishSigns } from './swedish-signs.js';

/** The signs of a language, by point. A point is in a text when one of its sentences shows one of them. */
export type LanguageSigns = Readonly<Partial<Record<PointId, readonly Sign[]>>>;

const signsOf: Readonly<Record<string, LanguageSigns>> = {
  sv: swedishSigns,
  en: englishSigns,
  fi: finnishSigns,
};

export interface CheckedPoint {
  readonly id: PointId;
  readonly requirement: 'required' | 'advised';
  /** Whether words were found that say it. This may be wrong in both directions: the writer decides. */
  readonly found: boolean;
  /** False when we have no words for the point in that language. Then `found` means nothing. */
  readonly recognised: boolean;
}

/**
 * Which points of a kind of event a text has.
 *
 * @param language of the text, ISO 639
 */
export function checkPoints(kind: EventKind, text: string, language: string): CheckedPoint[] {
  const sentences = sentencesOf(text);
  const signs = Object.hasOwn(signsOf, language) ? signsOf[language] : undefined;
  return pointsOf(kind).map(({ id, requirement }) => {
    const own = signs?.[id];
    const found = own?.some((sign) => sentences.some(sign)) ?? false;
    return { id, requirement, found, recognised: own !== undefined };
  });
}

/** In composed form, without invisible characters, with plain punctuation and single spaces. */
function sentencesOf(text: string): Sentence[] {
  const plain = plainPunctuation(text);
  return sentencesIn(blankLinks(plain)).map(({ from, to }) => {
    const written = plain.slice(from, to).replace(/\s+/g, ' ').trim();
    return { written, lower: written.toLowerCase() };
  });
}
