import type { Brand } from '../../platform/brand/brand.js';
import { neutralTokens, type ColourTokens } from '../../platform/brand/colour-tokens.js';

/** Where the widget's style takes the municipality's colours, see element/style.ts. */
const place = '/*look*/';

/** The variables of the brand, which stand behind those that the host page may set. */
const rows = [
  ['s', 'snow'],
  ['i', 'ink'],
  ['a', 'action'],
  ['l', 'link'],
  ['o', 'onAction'],
] as const satisfies readonly (readonly [string, keyof ColourTokens])[];

/**
 * The widget in the municipality's colours. They are what a page that sets no variables gets. The dark ones are used
 * where the host page says that it is dark, by its `color-scheme`.
 */
export function withLook(script: string, { tokens: { light, dark } }: Brand['parts']): string {
  if (light === neutralTokens.light) return script;
  const declared = (colour: (token: keyof ColourTokens) => string): string =>
    `:host{${rows.map(([name, token]) => `--_${name}:${colour(token)}`).join(';')}}`;
  const both = declared((token) => `light-dark(${light[token]},${dark[token]})`);
  return script.replace(
    place,
    `${declared((token) => light[token])}@supports(color:light-dark(red,red)){${both}}`,
  );
}
