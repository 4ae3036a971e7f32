import type { Brand, BrandTypeface } from './brand.js';
import { colourVariables } from './colour-tokens.js';

const fallbacks = {
  'sans-serif':
    "'Segoe UI Variable Text', 'Segoe UI', -apple-system, BlinkMacSystemFont, Roboto, 'Helvetica Neue', 'Noto Sans', 'Liberation Sans', Arial, sans-serif",
  serif: "'Iowan Old Style', Georgia, 'Noto Serif', 'Liberation Serif', 'Times New Roman', serif",
} as const;

const stackOf = (typeface: BrandTypeface | undefined): string =>
  typeface ? `'${typeface.family}', ${fallbacks[typeface.fallback]}` : fallbacks['sans-serif'];

/**
 * The brand as CSS: its fonts, and its colours and typefaces as variables. Whatever is shown to residents, on our pages
 * or on others', takes its look from here.
 */
export function brandVariables({ parts: { tokens, typefaces } }: Pick<Brand, 'parts'>): string {
  const { text, headings = text } = typefaces;
  return (
    [...new Set([text, headings])].map(facesOf).join('') +
    `:root {\n  --font: ${stackOf(text)};\n  --font-headings: ${stackOf(headings)};\n}\n` +
    colourVariables(tokens)
  );
}

const facesOf = (typeface: BrandTypeface | undefined): string =>
  (typeface?.files ?? [])
    .map(
      ({ href, weight }) =>
        `@font-face {\n  font-family: '${typeface!.family}';\n  font-weight: ${weight};\n` +
        `  font-display: swap;\n  src: url('${href}') format('woff2');\n}\n`,
    )
    .join('');
