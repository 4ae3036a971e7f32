import { z } from 'zod';
import { reachedKinds } from '../kernel/channel.js';

const count = z.number().int().min(0);

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
  estimate: z.strictObject({ segments: count, calls: count, costOre: count, seconds: count }).optional(),
});
