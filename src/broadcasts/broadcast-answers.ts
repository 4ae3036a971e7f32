import { z } from 'zod';
import { PreviewAnswer } from '../audiences/preview-answer.js';
import { actions, lanes, relations, states } from './broadcast.js';
import { CallAnswer } from './preview-call.js';
import type { Account, Pace, Report } from './broadcast-ledger.js';
import { acts } from './broadcast-people.js';

const count = z.number().int().min(0);
const Moment = z.iso.datetime();
const Person = z.strictObject({ id: z.uuid(), name: z.string() });
const Percent = z
  .number()
  .min(0)
  .max(100)
  .meta({ description: 'Share of the planned that is final, rounded down' });

/** What became of a broadcast. */
export const ReportAnswer = z
  .strictObject({
    planned: count,
    suppressed: count,
    pending: count,
    sending: count,
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
  }) satisfies z.ZodType<Report>;

const ChannelAccountAnswer = z.strictObject({
  planned: count,
  delivered: count,
  units: count.meta({ description: 'SMS parts or calls that left us' }),
  costOre: count.meta({ description: 'By SEGMENT_PRICE_ORE and CALL_PRICE_ORE' }),
});
const AccountAnswer = z.strictObject({ sms: ChannelAccountAnswer, voice: ChannelAccountAnswer }).meta({
  description: 'What went out by each channel, once it was approved',
}) satisfies z.ZodType<Account>;

const PaceAnswer = z
  .strictObject({
    perMinute: count.meta({ description: 'Messages and calls a minute, as in the last half minute' }),
    secondsLeft: count
      .optional()
      .meta({ description: 'Until the last is sent at that rate; left out while a channel stands still' }),
  })
  .meta({
    description: 'How quickly it goes out, while there is something to send',
  }) satisfies z.ZodType<Pace>;

/** A broadcast in a list. */
export const BroadcastSummaryAnswer = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['alert', 'topic']),
  state: z.enum(states),
  lane: z.enum(lanes),
  exercise: z.boolean(),
  audienceName: z.string(),
  excerpt: z.string().meta({ description: 'How the first text begins' }),
  createdAt: Moment,
  createdBy: Person.optional(),
  expiresAt: Moment,
  planned: count.optional().meta({ description: 'Phones, once it was approved' }),
  percent: Percent,
  follows: z
    .strictObject({ id: z.uuid(), relation: z.enum(relations), root: z.uuid() })
    .optional()
    .meta({
      description: 'The broadcast that this one extends, updates or calls off, and the first of them all',
    }),
});

const TextAnswer = z.strictObject({
  language: z.string(),
  sms: z.string(),
  voice: z.string().optional(),
  encoding: z.enum(['GSM-7', 'UCS-2']),
  units: count,
  segments: count,
  spoken: z.string().optional().meta({ description: 'The message that a landline of the language hears' }),
  call: CallAnswer.nullish().meta({
    description: 'The whole call of an alert; null when no voice can read any of the texts',
  }),
});

/** A broadcast in full, to whoever asks. */
export const BroadcastAnswer = BroadcastSummaryAnswer.extend({
  channels: z.enum(['mobile-first', 'both']),
  audience: z
    .record(z.string(), z.unknown())
    .meta({ description: 'As it was written: places, polygon or topic' }),
  followedBy: z
    .array(z.strictObject({ id: z.uuid(), relation: z.enum(relations), state: z.enum(states) }))
    .meta({ description: 'What was made from it and from those, oldest first' }),
  otherAllClears: z
    .array(
      z.strictObject({
        id: z.uuid(),
        state: z.enum(states),
        createdBy: Person.optional(),
        createdAt: Moment,
      }),
    )
    .meta({
      description:
        'All-clears of the same alert that may still be sent or were, but for this one; oldest first',
    }),
  stillGoingOut: z.array(z.strictObject({ id: z.uuid(), audienceName: z.string(), pending: count })).meta({
    description:
      'Of an alert and its extensions, those that are under way, with how many have not been sent: an all-clear ends them',
  }),
  mayBeFollowed: z.boolean().meta({ description: 'Whether you may extend it, update it or call it off now' }),
  texts: z.array(TextAnswer),
  submittedBy: Person.optional(),
  submittedAt: Moment.optional(),
  submittedCount: count.optional().meta({ description: 'Phones it reached when it was submitted' }),
  contentHash: z.string().optional().meta({ description: 'Of what was submitted; an approval names it' }),
  decidedBy: Person.optional(),
  decidedAt: Moment.optional(),
  decisionNote: z.string().optional(),
  brokenGlass: z.string().optional().meta({ description: 'Why a duty officer approved it alone' }),
  history: z
    .array(z.strictObject({ at: Moment, act: z.enum(acts), by: Person.optional(), count: count.optional() }))
    .meta({ description: 'All that was done to it, oldest first' }),
  startedAt: Moment.optional(),
  completedAt: Moment.optional(),
  preview: PreviewAnswer.omit({ estimate: true })
    .optional()
    .meta({ description: 'Whom it would reach now, until it is approved' }),
  estimate: PreviewAnswer.shape.estimate,
  audienceProblem: z
    .strictObject({ code: z.string(), sv: z.string(), en: z.string() })
    .optional()
    .meta({ description: 'Why there is no preview: a place or topic that is gone since' }),
  allowed: z.array(z.enum(actions)).meta({ description: 'What you may do with it now' }),
  report: ReportAnswer.optional(),
  account: AccountAnswer.optional(),
  pace: PaceAnswer.optional(),
});
