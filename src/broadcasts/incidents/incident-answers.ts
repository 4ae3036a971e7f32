import { z } from 'zod';
import { AudienceAnswer } from '../../audiences/audience-answers.js';
import { states, happenings } from '../broadcast.js';
import { BroadcastSummaryAnswer } from '../broadcast-answers.js';
import { relations } from '../../kernel/relations.js';
import { ReportAnswer } from '../report-answers.js';

const count = z.number().int().min(0);
const Moment = z.iso.datetime();
const Person = z.strictObject({ id: z.uuid(), name: z.string() });

/** An incident in a list. */
export const IncidentSummaryAnswer = z
  .strictObject({
    root: z.uuid().meta({ description: 'Its first broadcast, which names it' }),
    latest: z.uuid().meta({ description: 'Its newest broadcast: the list is in the order of these' }),
    title: z.string(),
    named: z.boolean().meta({ description: 'Whether staff gave it its title' }),
    exercise: z.boolean(),
    calledOff: z.boolean().meta({ description: 'Whether an all-clear was approved' }),
    broadcasts: z.array(BroadcastSummaryAnswer).meta({ description: 'Oldest first' }),
  })
  .meta({ description: 'A broadcast and everything that follows it' });

/** What one broadcast of an incident said, to whom, and what became of it. */
const PartAnswer = BroadcastSummaryAnswer.extend({
  audience: AudienceAnswer,
  texts: z.array(z.strictObject({ language: z.string(), sms: z.string() })),
  decidedAt: Moment.optional(),
  report: ReportAnswer.optional(),
});

/** A full incident. */
export const IncidentAnswer = IncidentSummaryAnswer.omit({ broadcasts: true }).extend({
  broadcasts: z.array(PartAnswer).meta({ description: 'Oldest first' }),
  timeline: z
    .array(
      z.strictObject({
        at: Moment,
        broadcast: z.uuid(),
        relation: z.enum(relations).optional(),
        act: z.enum(happenings),
        state: z.enum(states),
        by: Person.optional(),
        count: count.optional(),
      }),
    )
    .meta({ description: 'All that happened to any of them, oldest first' }),
  phones: z
    .strictObject({
      planned: count,
      delivered: count,
      under: count.meta({ description: 'Not delivered, but may still be' }),
    })
    .optional()
    .meta({
      description:
        'Each phone once, however many of the broadcasts it had; until the deliveries are disposed of',
    }),
  costOre: count.meta({ description: 'Of all of them' }),
});
