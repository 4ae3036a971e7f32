import { z } from 'zod';
import { AudienceInput } from '../audiences/audience.js';
import { relations } from '../kernel/relations.js';
import { lanes } from '../kernel/lanes.js';
import { carriedFields } from './carried-fields.js';

/** A text in one language, as staff write it. */
export const TextBody = z.strictObject({
  language: z.string().regex(/^[a-z]{2,3}$/, 'an ISO 639 code such as sv'),
  sms: z.string().max(10_000),
  voice: z.string().max(4000).optional(),
  headline: z.string().max(400).optional().meta({ description: 'The title of its page and in the feeds' }),
  web: z.string().max(20_000).optional().meta({ description: 'The longer text of its page' }),
});

/** The body of a draft. */
export const DraftBody = z
  .strictObject({
    audience: AudienceInput.optional().meta({
      description:
        'Whom it is for; left out for an update, a correction and an all-clear, which go to who had the other',
    }),
    texts: z.array(TextBody).min(1).max(20).optional().meta({
      description:
        'The first is for everyone whose language has none. An extension may leave them out, or say its own place and time in the template of the alert',
    }),
    lane: z.enum(lanes).optional().meta({ description: 'May be left out for an extension' }),
    follows: z
      .strictObject({ broadcast: z.uuid(), relation: z.enum(relations) })
      .optional()
      .meta({
        description:
          'The alert that this one extends (to who has not had it), updates, corrects or calls off (to exactly who had it). An update of a draft is its reminder. Stays as it was when edited.',
      }),
    startsAt: z.iso.datetime({ offset: true }).optional().meta({
      description:
        'When its sending begins: after it was approved, before it expires, at most 31 days from now. Left out to send as soon as it is approved. Not for an extension or an all-clear.',
    }),
    expiresAt: z.iso.datetime({ offset: true }).meta({ description: 'When it must no longer be sent' }),
    ...carriedFields,
    exercise: carriedFields.exercise.default(false),
    channels: carriedFields.channels.default('mobile-first'),
  })
  .superRefine(({ audience, texts, lane, follows }, context) => {
    const extension = follows?.relation === 'extension';
    const missing = [
      ...((!follows || extension) && !audience ? ['audience'] : []),
      ...(!extension && !texts ? ['texts'] : []),
      ...(!extension && !lane ? ['lane'] : []),
    ];
    for (const field of missing) context.addIssue({ code: 'custom', path: [field], message: 'is missing' });
  });

/** The body of a change to a draft. */
export const EditBody = DraftBody.safeExtend({
  version: z.int().optional().describe('That you read: refused if somebody has changed the broadcast since'),
});
