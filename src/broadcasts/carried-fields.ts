import { z } from 'zod';
import { channelChoices } from '../kernel/channel-choice.js';

/**
 * What is taken, kept and answered as it was written. A field that is added here is in the body and the answer, and does
 * not compile before `BroadcastEntity` has its column.
 */
export const carriedFields = {
  exercise: z.boolean(),
  channels: z.enum(channelChoices),
};

export type Carried = Readonly<z.infer<z.ZodObject<typeof carriedFields>>>;

/** Every field of it is there, also one without a value. */
type WholeCarried = { readonly [Field in keyof Required<Carried>]: Carried[Field] };

export const carriedOf = (broadcast: Carried): WholeCarried =>
  Object.fromEntries(
    Object.keys(carriedFields).map((field) => [field, broadcast[field as keyof Carried]]),
  ) as WholeCarried;
