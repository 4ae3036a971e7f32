import { z } from 'zod';

export const SampleAnswer = z.strictObject({
  phone: z.string().meta({ description: 'Your own, E.164' }),
  text: z.string().meta({ description: 'What is sent: a line that marks it as a sample, then the text' }),
});
