import { z } from 'zod';
import { reachedKinds } from '../../kernel/channel.js';
import { ReasonAnswer } from './lookup-answers.js';

export const QuarantineAnswer = z.strictObject({
  reasons: z.array(ReasonAnswer.extend({ phones: z.number().int() })),
  phones: z.array(
    z.strictObject({
      masked: z.string().meta({ description: 'The last two digits' }),
      subject: z.string().meta({ description: 'What the audit log calls the phone' }),
      kind: z.enum(reachedKinds),
      code: z.string(),
      since: z.iso.datetime({ offset: true }),
    }),
  ),
  next: z.string().nullable().meta({ description: '`after` of the next page; null where there is none' }),
});
