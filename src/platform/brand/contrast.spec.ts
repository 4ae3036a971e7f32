import fc from 'fast-check';
import { clampChroma, converter, formatHex } from 'culori';
import { contrastOf, nearestPassing, strongerThan } from './contrast.js';

const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);
const lightnessOf = (colour: string): number => converter('oklch')(colour)!.l;

describe('the contrast of two colours', () => {
  // Ratios that W3C and WebAIM give for these pairs.
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#777777', '#ffffff', 4.48],
    ['#767676', '#ffffff', 4.54],
    ['#949494', '#ffffff', 3.03],
    ['#959595', '#ffffff', 2.99],
    ['#0000ff', '#ffffff', 8.59],
    ['#ff0000', '#ffffff', 3.99],
    ['#ffff00', '#000000', 19.55],
  ])('of %s on %s is %d:1, either way round', (one, other, ratio) => {
    expect(Math.trunc(contrastOf(one, other) * 100) / 100).toBeCloseTo(ratio, 1);
    expect(contrastOf(one, other)).toBe(contrastOf(other, one));
  });
});

describe('the nearest colour that passes', () => {
  it('is the colour itself if it passes', () => {
    expect(nearestPassing('#7a0c1e', (colour) => contrastOf(colour, '#ffffff') >= 4.5)).toBe('#7a0c1e');
  });

  it('does not exist where no lightness passes', () => {
    expect(nearestPassing('#ff0000', (colour) => contrastOf(colour, '#777777') >= 7)).toBeUndefined();
  });

  it('passes, and no colour of that hue passes with a lightness that is nearer', () => {
    fc.assert(
      fc.property(hex, hex, (colour, ground) => {
        const passes = (each: string): boolean => contrastOf(each, ground) >= 4.5;
        // One of black and white always has 4.5:1.
        const found = nearestPassing(colour, passes)!;
        expect(passes(found)).toBe(true);
        const given = converter('oklch')(colour)!;
        const scale = Array.from({ length: 501 }, (_, n) => n / 500);
        const passing = scale.filter((l) => passes(formatHex(clampChroma({ ...given, l }, 'oklch'))));
        const nearest = Math.min(...passing.map((l) => Math.abs(l - given.l)));
        if (found === colour) return;
        expect(Math.abs(lightnessOf(found) - given.l)).toBeLessThan(nearest + 0.005);
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ['#d9a000', '#ffffff'],
    ['#ff8a80', '#eff4f3'],
    ['#7a0c1e', '#0e191c'],
  ])('of %s on %s is found along its hue', (colour, ground) => {
    const found = nearestPassing(colour, (each) => contrastOf(each, ground) >= 4.5)!;
    const [before, after] = [colour, found].map((each) => converter('oklch')(each)!.h!);
    expect(Math.abs(before! - after!)).toBeLessThan(3);
    expect(contrastOf(found, ground)).toBeLessThan(4.6);
  });
});

describe('a stronger colour under the pointer', () => {
  it('never lowers the contrast to the text on it', () => {
    fc.assert(
      fc.property(hex, hex, (colour, text) => {
        expect(contrastOf(strongerThan(colour, text), text)).toBeGreaterThanOrEqual(contrastOf(colour, text));
      }),
    );
  });
});
