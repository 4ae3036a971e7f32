import { z } from 'zod';
import { pointIds, requirements } from '../messages/checklist/points.js';
import { textParts } from '../messages/checklist/review-text.js';
import { readabilityVerdicts } from '../messages/readability.js';

const inBothLanguages = z.strictObject({ sv: z.string(), en: z.string() });

const MarkedPart = z.strictObject({
  from: z.int().meta({ description: 'Of the text as sent, in UTF-16 units, as `slice` counts' }),
  to: z.int(),
  text: z.string(),
});

const ReviewedPoint = z.strictObject({
  id: z.enum(pointIds),
  label: inBothLanguages,
  requirement: z.enum(requirements),
  found: z
    .boolean()
    .meta({ description: 'Whether the SMS says it, as far as words tell. The writer may know better' }),
  recognised: z.boolean().meta({
    description: 'False when we have no words for the point in this language. Then nobody looked',
  }),
  source: inBothLanguages.meta({ description: 'Who asks for the point' }),
});

/** What a text says, leaves open and costs, in one language. */
export const ReviewedTextAnswer = z.strictObject({
  language: z.string(),
  points: z.array(ReviewedPoint).meta({ description: 'Empty without a kind' }),
  spoken: z.array(ReviewedPoint).optional().meta({
    description: 'The points of the spoken text. Left out without one, where a call reads the SMS',
  }),
  web: z.array(ReviewedPoint).optional().meta({
    description:
      'The points of the text of its page. Left out without one. They count if the broadcast is published',
  }),
  unfilled: z
    .array(MarkedPart.extend({ in: z.enum(textParts) }))
    .meta({ description: 'Placeholders that nobody has filled in' }),
  readability: z.strictObject({
    lix: z.int(),
    verdict: z.enum(readabilityVerdicts).nullable().meta({
      description: 'Null for a text of less than 20 words, or in a language that LIX is not made for',
    }),
    words: z.int(),
    longSentences: z.array(MarkedPart),
    hardWords: z.array(MarkedPart),
  }),
  encoding: z.enum(['GSM-7', 'UCS-2']),
  segments: z.int(),
});
