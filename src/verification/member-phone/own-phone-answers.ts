import { z } from 'zod';

export const OwnPhoneAnswer = z.strictObject({
  phone: z.string().optional().meta({ description: 'E.164. Where the program texts you' }),
  unconfirmed: z
    .strictObject({ phone: z.string(), expiresAt: z.iso.datetime() })
    .optional()
    .meta({ description: 'The phone that a code was sent to, and until when the code can be given' }),
});
