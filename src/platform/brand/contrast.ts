import { clampChroma, converter, formatHex, wcagContrast } from 'culori';

/** The contrast ratio of two colours, 1 to 21. Source: WCAG 2.2, "contrast ratio". */
export const contrastOf = (one: string, other: string): number => wcagContrast(one, other);

const toOklch = converter('oklch');

/** The colour with another lightness and the same hue. The chroma is lowered where sRGB has no such colour. */
function withLightness(colour: string, lightness: (now: number) => number): string {
  const lch = toOklch(colour)!;
  const l = Math.min(1, Math.max(0, lightness(lch.l)));
  return formatHex(clampChroma({ ...lch, l }, 'oklch'));
}

const finest = 0.001;

/**
 * The colour that passes and is nearest in lightness (OKLCH), with the same hue; the colour itself if it passes.
 *
 * @returns undefined if no lightness passes
 */
export function nearestPassing(colour: string, passes: (colour: string) => boolean): string | undefined {
  if (passes(colour)) return colour;
  for (let step = finest; step < 1 + finest; step += finest)
    for (const by of [-step, step]) {
      const moved = withLightness(colour, (now) => now + by);
      if (passes(moved)) return moved;
    }
  return undefined;
}

/** A little darker if what is written on it is bright, brighter if it is dark. The contrast never becomes lower. */
export function strongerThan(colour: string, text: string): string {
  const by = contrastOf(text, '#000000') > contrastOf(text, '#ffffff') ? -0.06 : 0.06;
  const moved = withLightness(colour, (now) => now + by);
  return contrastOf(moved, text) >= contrastOf(colour, text) ? moved : colour;
}
