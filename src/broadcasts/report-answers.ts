import { z } from 'zod';
import { channels } from '../kernel/channel.js';
import { states } from './broadcast.js';

const count = z.number().int().min(0);

export const PercentAnswer = z
  .number()
  .min(0)
  .max(100)
  .meta({ description: 'Share of the planned that is final, rounded down' });

/** The outcome of a broadcast. */
export const ReportAnswer = z
  .strictObject({
    planned: count,
    suppressed: count.meta({ description: 'Left out at enrolment, for a reason that may be told' }),
    pending: count.meta({ description: 'Not sent yet' }),
    sending: count.meta({ description: 'Handed to the provider this moment' }),
    accepted: count,
    sent: count,
    delivered: count,
    undelivered: count,
    failed: count,
    rejected: count,
    noReceipt: count,
    inDoubt: count,
    unknown: count,
    cancelled: count,
    expired: count,
    reasons: z
      .record(z.string(), count)
      .meta({ description: '`outcome:reason`, e.g. `rejected:21211`; and `confirmed-by-key`' }),
  })
  .meta({
    description:
      '`planned` is the sum of all numbers that follow it, but for `suppressed`; that is the sum of its reasons, among ' +
      'which protected identities and objections are not',
  });

export const ChannelAccountAnswer = z.strictObject({
  planned: count,
  delivered: count,
  units: count.meta({ description: 'SMS parts or calls that left us' }),
  costOre: count.meta({ description: 'By SEGMENT_PRICE_ORE and CALL_PRICE_ORE' }),
});
export const AccountAnswer = z.record(z.enum(channels), ChannelAccountAnswer).meta({
  description: 'What went out by each channel, once it was approved',
});

export const PaceAnswer = z
  .strictObject({
    perMinute: count.meta({ description: 'Messages and calls a minute, as in the last half minute' }),
    secondsLeft: count
      .optional()
      .meta({ description: 'Until the last is sent at that rate; left out while a channel stands still' }),
  })
  .meta({
    description: 'How quickly it goes out, while there is something to send',
  });

/** The data of a progress event. */
export const ProgressAnswer = z.strictObject({
  state: z.enum(states),
  percent: PercentAnswer,
  report: ReportAnswer,
  account: AccountAnswer.optional(),
  pace: PaceAnswer.optional(),
});
