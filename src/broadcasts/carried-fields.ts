import { z } from 'zod';
import { channelChoices } from '../kernel/channel-choice.js';

/**
 * Fields that are accepted, stored and returned unchanged. A field added here is in the body, the list, the answer
 * and the hash that an approval is bound to. It is a compile error until `BroadcastEntity` has its column.
 */
export const carriedFields = {
  exercise: z.boolean(),
  channels: z.enum(channelChoices),
};

export type Carried = Readonly<z.infer<z.ZodObject<typeof carriedFields>>>;

/** All fields are present, even those without a value. */
type WholeCarried = { readonly [Field in keyof Required<Carried>]: Carried[Field] };

export const carriedOf = (broadcast: Carried): WholeCarried =>
  Object.fromEntries(
    Object.keys(carriedFields).map((field) => [field, broadcast[field as keyof Carried]]),
  ) as WholeCarried;
