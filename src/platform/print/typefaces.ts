import { createRequire } from 'node:module';
import { realpathSync } from 'node:fs';
import { create, openSync, type Font } from 'fontkit';

export type Weight = 'regular' | 'bold';

/** The fonts for all prints. They have Latin with Sámi letters, Greek, Cyrillic, Arabic, Hebrew, Armenian, Georgian. */
export type Typefaces = Readonly<Record<Weight, Font>>;

const files: Readonly<Record<Weight, string>> = {
  regular: 'dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf',
  bold: 'dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf',
};

/** Opens the fonts again for each document, because a font object caches every glyph that was used. */
export function openTypefaces(): Typefaces {
  const from = createRequire(realpathSync(process.argv[1] ?? process.cwd()));
  const open = (weight: Weight): Font => single(openSync(from.resolve(files[weight])), files[weight]);
  return { regular: open('regular'), bold: open('bold') };
}

export const openFont = (bytes: Buffer): Font => single(create(bytes), 'The font');

function single(font: ReturnType<typeof create>, name: string): Font {
  if (!('layout' in font)) throw new Error(`${name} holds more than one typeface`);
  return font;
}

/**
 * The text without characters that the fonts lack, for example emoji. Undefined if the fonts lack a letter or digit of
 * the text: with letters missing, the text could mean something else.
 */
export function printable(text: string, { regular }: Typefaces): string | undefined {
  let kept = '';
  for (const sign of text.normalize('NFC')) {
    if (sign === '\n' || regular.hasGlyphForCodePoint(sign.codePointAt(0)!)) kept += sign;
    else if (/[\p{L}\p{M}\p{N}]/u.test(sign)) return undefined;
  }
  return kept.replace(/ {2,}/g, ' ').trim();
}
