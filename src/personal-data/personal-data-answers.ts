import { z } from 'zod';

const wording = z.strictObject({ sv: z.string(), en: z.string() });
const value = z.union([z.string(), z.number(), z.boolean(), z.null(), wording]);

/** Rows of one kind that are stored about a phone. */
export const HeldRowsAnswer = z.strictObject({
  kind: z.string().meta({ description: 'e.g. `addresses`, `subscriptions`, `messages`' }),
  title: wording,
  rows: z.array(z.record(z.string(), value)),
});

export const PersonalDataAnswer = z.strictObject({
  phone: z.string(),
  municipality: z.string(),
  at: z.iso.datetime(),
  holds: z.array(HeldRowsAnswer),
});

export const ErasureAnswer = z.strictObject({
  erased: z.array(
    z.strictObject({
      kind: z.string(),
      erased: z.number().int().meta({ description: 'Rows that are gone' }),
      anonymised: z
        .number()
        .int()
        .meta({ description: 'Rows that stay for the sums’ sake, without what leads to the phone' }),
    }),
  ),
});

/** One phone, and the reason for asking. The reason goes into the audit log, the number does not. */
export const PersonAsked = z.strictObject({
  phone: z.string().min(1).max(40).meta({ description: 'In any usual form, e.g. 070-174 06 05' }),
  reason: z
    .string()
    .trim()
    .min(3)
    .max(500)
    .meta({ description: 'A case number, or what was asked for; no personal data' }),
});
