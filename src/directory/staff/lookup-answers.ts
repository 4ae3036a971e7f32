import { z } from 'zod';
import { reachedKinds } from '../../kernel/channel.js';
import { HeldRowsAnswer } from '../../personal-data/personal-data-answers.js';
import { phoneRoles } from '../../kernel/phone-roles.js';

const moment = z.iso.datetime({ offset: true });
export const ReasonAnswer = z.strictObject({
  code: z.string().meta({ description: 'The provider’s' }),
  words: z.strictObject({ sv: z.string(), en: z.string() }),
});

export const PhoneLookupAnswer = z.strictObject({
  phone: z.string().meta({ description: 'E.164' }),
  kind: z.enum(reachedKinds),
  known: z
    .strictObject({
      language: z.string(),
      objectedAt: moment.nullable().meta({ description: 'Since when it objects to alerts' }),
      quarantine: z
        .strictObject({ since: moment.nullable(), reason: ReasonAnswer })
        .nullable()
        .meta({ description: 'Why it is not tried' }),
      addresses: z.array(
        z.strictObject({
          addressId: z.uuid(),
          address: z.string(),
          postalCode: z.string().nullable(),
          locality: z.string().nullable(),
          source: z.string(),
          role: z.enum(phoneRoles),
          household: z.string().nullable(),
          since: moment,
          confirmedAt: moment.nullable(),
          gone: z.boolean().meta({ description: 'The address is in no register any more' }),
        }),
      ),
    })
    .nullable()
    .meta({ description: 'null for a number the directory doesn’t know' }),
  elsewhere: z.array(HeldRowsAnswer).meta({ description: 'Subscriptions, and the last messages' }),
});
