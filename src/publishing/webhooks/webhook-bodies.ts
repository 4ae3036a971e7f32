import { z } from 'zod';
import { states } from '../../broadcasts/broadcast.js';
import { lanes } from '../../kernel/lanes.js';
import { relations } from '../../kernel/relations.js';
import { testEvent, webhookEvents } from './event-types.js';

const Moment = z.iso.datetime();

const Text = z.strictObject({
  language: z.string().meta({ description: 'ISO 639, e.g. `sv`' }),
  headline: z.string().meta({ description: 'The first words, if its writer gave none' }),
  sms: z.string().meta({ description: 'As phones get it' }),
  web: z.string().optional().meta({ description: 'The longer text; that of the SMS if left out' }),
});

const Area = z.strictObject({
  name: z.string().meta({ description: 'Swedish, e.g. `Porsön`' }),
  streets: z.array(z.string()),
  polygons: z
    .array(
      z.strictObject({
        type: z.literal('Polygon'),
        coordinates: z.array(z.array(z.array(z.number()))),
      }),
    )
    .meta({ description: 'WGS 84, longitude first, without holes' }),
});

const count = z.int().min(0).nullable();
const Report = z
  .strictObject({
    planned: count,
    delivered: count,
    undelivered: count,
    failed: count,
    rejected: count,
    noReceipt: count,
    other: count.meta({ description: 'Expired, cancelled, or nobody knows' }),
  })
  .meta({
    description:
      'Messages and calls. Null is one to four, or a number from which such a one could be worked out',
  });

const BroadcastData = z.strictObject({
  broadcast: z.uuid(),
  incident: z.uuid().meta({ description: 'The first broadcast of the incident' }),
  version: z.int().meta({ description: 'Of the broadcast after the event: a higher one is later' }),
  relation: z.enum(relations).optional().meta({ description: 'Left out for the first of an incident' }),
  state: z.enum(states),
  lane: z.enum(lanes),
  texts: z.array(Text).min(1),
  area: Area.optional().meta({ description: 'What the municipality publishes of the area' }),
  page: z.url().optional().meta({ description: 'The public page, if it has one' }),
  sentAt: Moment.optional().meta({ description: 'When it was approved, or the time of its start had come' }),
  expiresAt: Moment,
  report: Report.optional().meta({ description: 'Only of `broadcast.completed`' }),
});

export const BroadcastBody = z.strictObject({
  type: z.enum(webhookEvents),
  timestamp: Moment.meta({ description: 'When it happened' }),
  data: BroadcastData,
});
export type BroadcastBody = z.infer<typeof BroadcastBody>;

export const TestBody = z.strictObject({
  type: z.literal(testEvent),
  timestamp: Moment,
  data: z.strictObject({}),
});
export type TestBody = z.infer<typeof TestBody>;
