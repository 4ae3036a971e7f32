import { z } from 'zod';
import { lookUpQuestions } from '../providers/provider-front.js';

export const ProviderTroublesAnswer = z.strictObject({
  lookUps: z
    .array(
      z.strictObject({
        question: z.enum(lookUpQuestions),
        provider: z.string().nullable().meta({ description: 'Which one; null is the configured one' }),
        reason: z.string().meta({ description: 'The provider’s code, an HTTP status, or how it broke' }),
        failures: z.number().int(),
        since: z.iso.datetime(),
        at: z.iso.datetime().meta({ description: 'When it was last noted' }),
      }),
    )
    .meta({ description: 'Questions that the provider has not answered in the last hour' }),
  doubts: z
    .strictObject({ waiting: z.number().int(), since: z.iso.datetime().nullable() })
    .meta({ description: 'Deliveries of which nobody knows yet whether they went out' }),
  parkedReceipts: z
    .number()
    .int()
    .meta({ description: 'Receipts that could not be read into the ledger and were put aside' }),
});
