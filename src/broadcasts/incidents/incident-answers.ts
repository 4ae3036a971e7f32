import { z } from 'zod';
import { AudienceAnswer } from '../../audiences/audience-answers.js';
import { states, happenings } from '../broadcast.js';
import { BroadcastSummaryAnswer } from '../broadcast-answers.js';
import { relations } from '../../kernel/relations.js';
import { ReportAnswer } from '../report-answers.js';

/** What became of the broadcast to a part of its area, as the map shows it. */
export const outcomesOnMap = ['reached', 'partly', 'missed', 'under-way', 'few'] as const;
export type OutcomeOnMap = (typeof outcomesOnMap)[number];

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
    calledOff: z.boolean().meta({
      description:
        'Whether it is over: an all-clear was approved, and no correction of it said that the danger goes on',
    }),
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
  uncorrected: z
    .union([count, z.literal('few')])
    .optional()
    .meta({
      description:
        'Phones that may have had a wrong text and have not had its correction, each once; `few` for one to four. Left out without a correction, and once the deliveries are disposed of',
    }),
  costOre: count.meta({ description: 'Of all of them' }),
});

const Ring = z.array(z.array(z.number()));
const Shape = z.union([
  z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(Ring) }),
  z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring)) }),
]);

/** The areas of an incident: of each broadcast that had an area of its own, one for each outcome. */
export const IncidentMapAnswer = z.array(
  z.strictObject({
    broadcast: z.uuid(),
    outcome: z.enum(outcomesOnMap).meta({
      description:
        'Nine of ten phones delivered; half; fewer; still being sent; or `few`, with fewer than five phones',
    }),
    blocks: z.array(z.string()).meta({
      description: 'Blocks with this outcome, of five phones or more at several addresses',
    }),
    areas: z.array(z.string()).meta({
      description: 'Residential areas of which the rest, beside the blocks that are shown, has this outcome',
    }),
    rest: z.boolean().meta({
      description:
        'Whether the rest of the area has this outcome; if it is false and nothing is named, it is the whole area',
    }),
    geometry: Shape.meta({ description: 'GeoJSON, WGS 84' }),
  }),
);
