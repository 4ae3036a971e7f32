import { z } from 'zod';
import { BoundingBoxAnswer } from '../places/place-answers.js';
import { lanes } from '../kernel/lanes.js';

const amount = z.number();
export const SettingsAnswer = z.strictObject({
  municipality: z.strictObject({
    name: z.string(),
    boundingBox: BoundingBoxAnswer.nullable(),
  }),
  mapBackground: z
    .strictObject({ template: z.string(), attribution: z.string(), tileSize: z.number().int() })
    .nullable()
    .meta({ description: 'A map beneath ours, with {z}, {x} and {y}' }),
  typeCountAbove: z.number().meta({ description: 'Above so many phones a person types the count' }),
  lanes: z.array(z.enum(lanes)),
  languages: z.array(z.string()),
  voices: z.array(z.string()).meta({ description: 'Languages that calls can be held in' }),
  publicUrl: z.string().meta({ description: 'The beginning of all public addresses' }),
  senders: z.strictObject({ alert: z.string(), topic: z.string(), voice: z.string() }),
  rates: z.strictObject({ segmentsPerSecond: amount, callsPerSecond: amount }),
  prices: z.strictObject({ segmentOre: amount, callOre: amount }),
});
