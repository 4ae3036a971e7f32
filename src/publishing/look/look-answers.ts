import { z } from 'zod';
import { lookFields } from '../../platform/brand/brand.js';
import { modes } from '../../platform/brand/colour-tokens.js';

const Colour = z.string().meta({ description: '`#rrggbb`' });
const Colours = z.record(z.string(), Colour);
const Tokens = z.strictObject({ light: Colours, dark: Colours });
const Image = z.string().optional().meta({ description: 'A `data:` address' });

export const LookAnswer = z.strictObject({
  version: z.int().meta({ description: 'Incremented by every change; 0 before the first' }),
  fixed: z
    .array(z.enum(lookFields))
    .meta({ description: 'What the brand folder sets: what is kept here of that is not shown' }),
  kept: z.strictObject({
    name: z.string().optional(),
    colours: Tokens.optional().meta({ description: 'By the fields of the brand file' }),
    footer: z.array(
      z.strictObject({ text: z.strictObject({ sv: z.string(), en: z.string() }), url: z.string() }),
    ),
    logoHasName: z.boolean(),
    logos: z.strictObject({ light: Image, dark: Image, print: Image }),
  }),
  base: z
    .strictObject({
      name: z.string(),
      tokens: Tokens,
      logo: z.strictObject({ light: z.string(), dark: z.string().optional() }).optional(),
    })
    .meta({ description: 'The look without what is kept: the folder’s, or neutral. Logos are addresses' }),
});

export const ColoursAnswer = z.strictObject({
  tokens: Tokens.meta({ description: 'All colours of a page, made from the given ones' }),
  faults: z.array(
    z.strictObject({
      mode: z.enum(modes),
      field: z.string().meta({ description: 'Of the brand file' }),
      colour: Colour,
      nearest: Colour.optional().meta({ description: 'The nearest one that passes, if there is any' }),
      failed: z.array(z.strictObject({ hex: Colour, ratio: z.number(), least: z.number() })),
    }),
  ),
});
