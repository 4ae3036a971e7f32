import { z } from 'zod';
import { topicStates } from './topic.js';

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
  subscribers: z.int().meta({ description: 'Phones that subscribe now' }),
});
