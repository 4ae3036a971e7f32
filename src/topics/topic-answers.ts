import { z } from 'zod';
import { topicStates } from './topic.js';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time such as 07:30');

/** The hours of a topic, in its answer and its body. */
export const TopicHoursSchema = z
  .array(
    z
      .strictObject({ from: clock, to: clock })
      .refine(({ from, to }) => from < to, 'must open before it closes')
      .nullable(),
  )
  .length(7)
  .refine((days) => days.some((day) => day !== null), 'must open on some day')
  .meta({
    description:
      'When it is sent, by weekday from Monday, in local time; null on a day without. A public holiday counts as Sunday. What is approved outside waits until they open. Left out: at any time',
  });

const inBothLanguages = z.strictObject({ sv: z.string(), en: z.string() });

export const TopicAnswer = z.strictObject({
  id: z.uuid(),
  slug: z.string(),
  name: inBothLanguages,
  description: inBothLanguages,
  state: z.enum(topicStates),
  department: z.string(),
  owner: z.string().meta({ description: 'The service owner, by name or function' }),
  position: z.int().meta({ description: 'Order within the department' }),
  hours: TopicHoursSchema.optional(),
  isPublic: z.boolean().meta({ description: 'Whether the feeds publish what it sends' }),
  subscribers: z.int().meta({ description: 'Phones that subscribe now' }),
  version: z.int().meta({ description: 'Incremented by every change' }),
  mayChange: z.boolean().meta({ description: 'Whether you may change it' }),
});

/** How the number of subscribers has changed: no single person is in it. */
export const SubscriberMonthsAnswer = z.array(
  z.strictObject({
    month: z
      .string()
      .regex(/^\d{4}-\d{2}$/)
      .meta({ description: 'E.g. `2026-11`' }),
    began: z.int(),
    ended: z.int(),
    subscribers: z.int().meta({ description: 'At the end of the month; of the current one, now' }),
  }),
);
