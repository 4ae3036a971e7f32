import { hardParts, type MarkedPart } from '../hard-to-read.js';
import { measure, type Encoding } from '../measure-text.js';
import { tidyMessageText } from '../message-text.js';
import { minWordsToJudge, readability, type ReadabilityVerdict } from '../readability.js';
import { checkPoints, type CheckedPoint } from './check-points.js';
import { points, type EventKind } from './points.js';
import { unfilledIn } from './unfilled.js';
import type { Wording } from '../../kernel/refusal.js';

interface TextToReview {
  readonly language: string;
  readonly sms: string;
  readonly voice?: string | undefined;
}

interface ReviewedText {
  language: string;
  points: (CheckedPoint & { label: Wording; source: Wording })[];
  /** The points of the spoken text; left out where a call reads the SMS. */
  spoken?: (CheckedPoint & { label: Wording; source: Wording })[];
  unfilled: (MarkedPart & { in: 'sms' | 'voice' })[];
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

/**
 * Reviews the SMS. Of a spoken text of its own only the placeholders and the points are looked for.
 *
 * @param kind of the event; without it no points are looked for
 */
export function reviewText(
  { language, sms, voice }: TextToReview,
  kind: EventKind | undefined,
): ReviewedText {
  const { lix, verdict, words } = readability(sms);
  const pointsIn = (text: string) =>
    kind ? checkPoints(kind, text, language).map((checked) => ({ ...checked, ...points[checked.id] })) : [];
  const { encoding, segments } = measure(tidyMessageText(sms));
  return {
    language,
    points: pointsIn(sms),
    ...(kind && voice?.trim() ? { spoken: pointsIn(voice) } : {}),
    unfilled: [
      ...unfilledIn(sms).map((part) => ({ ...part, in: 'sms' as const })),
      ...unfilledIn(voice ?? '').map((part) => ({ ...part, in: 'voice' as const })),
    ],
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
