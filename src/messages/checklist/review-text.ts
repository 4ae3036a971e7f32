import { hardParts, type MarkedPart } from '../hard-to-read.js';
import { measure, type Encoding } from '../measure-text.js';
import { tidyMessageText } from '../message-text.js';
import { minWordsToJudge, readability, type ReadabilityVerdict } from '../readability.js';
import { checkPoints, type CheckedPoint } from './check-points.js';
import { points, type EventKind } from './points.js';
import { unfilledIn } from './unfilled.js';
import type { Wording } from '../../kernel/refusal.js';

/** The texts that may be written in one language. */
export const textParts = ['sms', 'voice', 'headline', 'web'] as const;
export type TextPart = (typeof textParts)[number];

interface TextToReview {
  readonly language: string;
  readonly sms: string;
  readonly voice?: string | undefined;
  readonly headline?: string | undefined;
  readonly web?: string | undefined;
}

interface ReviewedText {
  language: string;
  points: (CheckedPoint & { label: Wording; source: Wording })[];
  /** The points of the spoken text; left out where a call reads the SMS. */
  spoken?: (CheckedPoint & { label: Wording; source: Wording })[];
  /** The points of the page; left out where it has no text of its own. */
  web?: (CheckedPoint & { label: Wording; source: Wording })[];
  unfilled: (MarkedPart & { in: TextPart })[];
  readability: {
    lix: number;
    verdict: ReadabilityVerdict | null;
    words: number;
    longSentences: readonly MarkedPart[];
    hardWords: readonly MarkedPart[];
  };
  encoding: Encoding;
  segments: number;
}

/** LIX was made for Swedish, and its bounds fit its neighbours and English. Finnish words alone exceed them. */
const judged = ['sv', 'en', 'no', 'nb', 'nn', 'da', 'de'];

/** What a page says of its own, for finding points in it. */
export const pageText = ({ headline = '', web = '' }: Pick<TextToReview, 'headline' | 'web'>): string =>
  `${headline}\n${web}`;

/**
 * Reviews the SMS. Of a spoken text of its own and of the text of its page only the placeholders and the points are
 * looked for.
 *
 * @param kind of the event; without it no points are looked for
 */
export function reviewText(
  { language, sms, voice = '', headline = '', web = '' }: TextToReview,
  kind: EventKind | undefined,
): ReviewedText {
  const { lix, verdict, words } = readability(sms);
  const pointsIn = (text: string) =>
    kind ? checkPoints(kind, text, language).map((checked) => ({ ...checked, ...points[checked.id] })) : [];
  const { encoding, segments } = measure(tidyMessageText(sms));
  return {
    language,
    points: pointsIn(sms),
    ...(kind && voice.trim() ? { spoken: pointsIn(voice) } : {}),
    ...(kind && web.trim() ? { web: pointsIn(pageText({ headline, web })) } : {}),
    unfilled: Object.entries({ sms, voice, headline, web }).flatMap(([part, text]) =>
      unfilledIn(text).map((found) => ({ ...found, in: part as TextPart })),
    ),
    readability: {
      lix,
      verdict: words < minWordsToJudge || !judged.includes(language) ? null : verdict,
      words,
      ...hardParts(sms, language),
    },
    encoding,
    segments,
  };
}
