import { z } from 'zod';
import { cleanTyped } from '../../kernel/typed-input.js';

const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, 'write a colour as "#a1b2c3", in quotes')
  .toLowerCase();
const fileOf = (kinds: string) =>
  z
    .string()
    .max(200)
    .regex(
      new RegExp(`^[^\\\\]+\\.(${kinds})$`, 'i'),
      `name a file that ends in .${kinds.replaceAll('|', ' or .')}`,
    );
const image = fileOf('svg|png');
/** A name, or the text of a link. */
export const brandWords = z.string().max(200).transform(cleanTyped).pipe(z.string().min(1).max(60));

const further = {
  background: colour,
  panel: colour,
  text: colour,
  softText: colour,
  line: colour,
  border: colour,
  highlight: colour,
  highlightText: colour,
  action: colour,
  actionText: colour,
  link: colour,
  focus: colour,
};
const accents = { accent: colour, accentText: colour };

/** 100 to 900, or `300 700` for a variable font. */
const weight = z
  .union([z.int().transform(String), z.string()])
  .refine(
    (text) => /^[1-9]00( [1-9]00)?$/.test(text),
    'write a weight as 400, or as "300 700" for a variable font',
  );

const typeface = z.strictObject({
  /** Written into CSS, so only letters, digits, spaces and hyphens. */
  family: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} -]{0,59}$/u, 'use letters, digits, spaces and hyphens'),
  fallback: z.enum(['sans-serif', 'serif']).default('sans-serif'),
  files: z
    .array(z.strictObject({ file: fileOf('woff2'), weight }))
    .min(1)
    .max(6),
});

export const brandColours = z.strictObject({
  light: z.strictObject({ ...accents, ...z.object(further).partial().shape }),
  dark: z
    .strictObject({ ...accents, ...further })
    .partial()
    .default({}),
});
export type BrandColours = z.infer<typeof brandColours>;

/** Links after ours, on every page. */
export const brandFooter = z
  .array(
    z.strictObject({
      text: z.strictObject({ sv: brandWords, en: brandWords }),
      url: z.url({ protocol: /^https?$/ }).max(1000),
    }),
  )
  .max(8)
  .default([]);

/** The content of `brand.yaml`. Files are named relative to its folder. An unknown field is refused by its name. */
export const brandFile = z.strictObject({
  /** In the masthead, in place of MUNICIPALITY_NAME. */
  name: brandWords.optional(),
  logo: z
    .strictObject({
      /** Both stand on the accent, in light and in dark mode. */
      light: image,
      dark: image.optional(),
      /** On white paper. */
      print: fileOf('png').optional(),
      /** Whether the name can be read in the logo: then it is not written beside it. */
      hasName: z.boolean().default(false),
    })
    .optional(),
  /** In the tab of the browser. */
  icon: image.optional(),
  colours: brandColours.optional(),
  typefaces: z
    .strictObject({
      text: typeface.optional(),
      headings: typeface.optional(),
      /** PDF files can't hold woff2. */
      print: z.strictObject({ regular: fileOf('ttf|otf'), bold: fileOf('ttf|otf') }).optional(),
    })
    .default({}),
  footer: brandFooter,
});

export type BrandFile = z.infer<typeof brandFile>;
