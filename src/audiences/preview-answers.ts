import { z } from 'zod';
import { reachedKinds } from '../kernel/channel.js';

const count = z.number().int().min(0);

/** The phones of one language. */
export const LanguageAnswer = z.strictObject({
  language: z.string(),
  phones: z.record(z.enum(reachedKinds), count),
});

/** What one text costs, and to whom. */
const ShareAnswer = z.strictObject({
  language: z.string().meta({ description: 'Of the text' }),
  phones: count.meta({ description: 'That get this text' }),
  own: count.meta({
    description: 'Of those, the phones whose language it is; the others have one without a text',
  }),
  segments: count,
  calls: count,
  costOre: count,
  callsIn: z.string().nullish().meta({
    description:
      'The language of its calls: another one if no voice can read it, null if none can read any text',
  }),
});

/** Whom an audience would reach, as the API returns it. */
export const PreviewAnswer = z.strictObject({
  phones: z.record(z.enum(reachedKinds), count),
  addresses: count,
  unreachableAddresses: count.meta({
    description: 'Addresses in the audience that nobody reached belongs to',
  }),
  suppressed: z.record(z.string(), count).meta({
    description:
      'Phones left out, per reason: quarantined, household-has-mobile, and for an extension already-told. No figure is ' +
      'told for protected identities and objections, and none at all for an update, a correction or an all-clear',
  }),
  languages: z.array(LanguageAnswer).meta({
    description:
      'Phones per language that they have, most first. For an update, a correction or an all-clear: per language that ' +
      'they had the alert in, of everyone who had it',
  }),
  publicByDefault: z.boolean().optional().meta({
    description:
      'Whether a broadcast to it is published if its writer does not say. Left out for what follows another: it is published as that was',
  }),
  estimate: z
    .strictObject({
      segments: count,
      calls: count,
      costOre: count,
      seconds: count,
      languages: z.array(ShareAnswer).meta({ description: 'The same per text, in the order of the texts' }),
    })
    .optional(),
});
