import { z } from 'zod';

export const CallAnswer = z
  .strictObject({
    language: z.string().meta({
      description: 'Of the text that is read. Another than was asked for: no voice can read that one',
    }),
    voice: z.string().meta({ description: 'BCP 47, e.g. `sv-SE`' }),
    message: z.string().meta({ description: 'The text as the voice reads it' }),
    parts: z.array(z.string()).meta({ description: 'All that the call says, in order' }),
    characters: z.number().int().meta({ description: 'Of the message, as it is spoken' }),
    most: z.number().int().meta({ description: 'Characters that fit' }),
  })
  .meta({ description: 'What a landline hears' });

/** The size of a text as SMS. */
export const MeasuredAnswer = z.strictObject({
  encoding: z.enum(['GSM-7', 'UCS-2']),
  units: z.int(),
  segments: z.int(),
  call: CallAnswer.nullish().meta({ description: 'Null when no voice can read the language' }),
});
