import { z } from 'zod';
import { brandColours, brandFooter, brandWords } from '../../platform/brand/brand-file.js';

/** Characters of base64 for an image of 200 kB. A larger one gets the refusal that says so, up to this. */
const mostImage = 340_000;
const image = z
  .base64()
  .max(mostImage)
  .nullable()
  .optional()
  .meta({ description: 'Base64. Left out: unchanged; null: none' });

export const LookBody = z.strictObject({
  version: z.int().min(0).meta({ description: 'That you read: refused if somebody has changed it since' }),
  name: brandWords.optional().meta({ description: 'In the masthead, in place of MUNICIPALITY_NAME' }),
  colours: brandColours.optional().meta({ description: 'As in the brand file; left out: neutral' }),
  footer: brandFooter.meta({ description: 'Links after ours' }),
  logoHasName: z.boolean().meta({ description: 'Whether the name can be read in the logo' }),
  logos: z.strictObject({ light: image, dark: image, print: image }),
});

export const ColoursBody = z.strictObject({ colours: brandColours });
