import type { Font } from 'fontkit';
import type { PrintBrand } from '../brand/brand.js';
import type { Weight } from './typefaces.js';

/** The municipality's look in a print: its typeface where it has the letters, its accent, its logo. */
export interface HouseStyle {
  readonly fonts?: Readonly<Record<Weight, Font>>;
  readonly accent: string;
  readonly logo?: { readonly png: Buffer; readonly width: number; readonly height: number };
}

/**
 * Opens the fonts again for each document, because a font object caches every glyph that was used.
 *
 * @param open opens the bytes of a font
 */
export function openHouseStyle(
  { accent, logo, fonts }: PrintBrand,
  open: (bytes: Buffer) => Font,
): HouseStyle {
  return {
    accent,
    // A thread gets plain bytes.
    logo: logo && { ...logo, png: Buffer.from(logo.png) },
    fonts: fonts && { regular: open(Buffer.from(fonts.regular)), bold: open(Buffer.from(fonts.bold)) },
  };
}

/** Whether the font has every letter of the text. Letters of other scripts need more than letters: they are set in ours. */
export const hasLetters = (font: Font, text: string): boolean =>
  Array.from(text).every((sign) => sign === '\n' || font.hasGlyphForCodePoint(sign.codePointAt(0)!));
