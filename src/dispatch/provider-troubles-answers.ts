import { z } from 'zod';

export const ProviderTroublesAnswer = z.strictObject({
  lookUps: z
    .array(
      z.strictObject({
        question: z.enum([
          'fetch-sms',
          'fetch-voice',
          'list-sms',
          'list-voice',
          'cancel-sms',
          'cancel-voice',
        ]),
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
