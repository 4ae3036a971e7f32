import type { Prng } from './prng.js';
import type { Dwelling } from './register.js';

type Home = Dwelling['home'];

/** Weights of the household sizes for each kind of home. */
const sizes: Record<Home, readonly (readonly [size: number, weight: number])[]> = {
  villa: [
    [1, 16],
    [2, 34],
    [3, 17],
    [4, 22],
    [5, 8],
    [6, 3],
  ],
  rowhouse: [
    [1, 22],
    [2, 34],
    [3, 20],
    [4, 18],
    [5, 6],
  ],
  apartment: [
    [1, 52],
    [2, 30],
    [3, 10],
    [4, 6],
    [5, 2],
  ],
  farm: [
    [1, 22],
    [2, 42],
    [3, 14],
    [4, 14],
    [5, 8],
  ],
};

/** Mean number of residents of a home. */
export const expectedSize = Object.fromEntries(
  Object.entries(sizes).map(([home, weights]) => [
    home,
    weights.reduce((sum, [size, weight]) => sum + size * weight, 0) /
      weights.reduce((sum, [, weight]) => sum + weight, 0),
  ]),
) as Record<Home, number>;

const largest = 8;

/**
 * The number of residents of each home. They add up to exactly the given number of residents, or as near as homes of 1
 * to 8 allow.
 *
 * @param fixed sizes that are given for some homes, by their index in the list
 */
export function householdSizes(
  dwellings: readonly Dwelling[],
  residents: number,
  fixed: ReadonlyMap<number, number>,
  prng: Prng,
): Uint8Array {
  const drawn = Uint8Array.from(dwellings, ({ home }, at) => fixed.get(at) ?? prng.weighted(sizes[home]));
  let missing = residents - drawn.reduce((sum, size) => sum + size, 0);
  // Bounded: a municipality with far too few or too many homes keeps a difference.
  for (let tries = 0; missing !== 0 && tries < 40 * dwellings.length; tries++) {
    const at = prng.whole(0, dwellings.length - 1);
    const step = Math.sign(missing);
    const size = drawn[at]! + step;
    if (fixed.has(at) || size < 1 || size > largest) continue;
    drawn[at] = size;
    missing -= step;
  }
  return drawn;
}

/** Ages of the residents of a home, the oldest adults first. */
export function agesOf(size: number, home: Home, prng: Prng): number[] {
  if (size === 1)
    return [prng.chance(home === 'villa' ? 0.6 : 0.4) ? prng.whole(65, 95) : prng.whole(20, 64)];
  if (size === 2) {
    if (prng.chance(0.14)) return [prng.whole(26, 55), prng.whole(1, 19)];
    const age = prng.chance(0.48) ? prng.whole(65, 90) : prng.whole(22, 64);
    return [age, Math.max(20, age - prng.whole(-4, 6))];
  }
  const adults = prng.chance(0.85) ? 2 : 1;
  const age = prng.whole(27, 54);
  const grownUps = Array.from({ length: adults }, () => age + prng.whole(-3, 3));
  return [...grownUps, ...Array.from({ length: size - adults }, () => prng.whole(0, 19))];
}

/** ISO 639-1; the language that a household reads best. */
export const languageOf = (prng: Prng): string =>
  prng.weighted([
    ['sv', 880],
    ['en', 40],
    ['fi', 32],
    ['ar', 26],
    ['so', 13],
    ['se', 9],
  ]);

/** Chance that a person of this age has a mobile of their own. */
export function mobileChance(age: number): number {
  if (age < 12) return 0;
  if (age < 16) return 0.94;
  if (age < 65) return 0.985;
  return age < 80 ? 0.93 : 0.72;
}

/** Chance that a household whose oldest member has this age still has a landline. */
export function landlineChance(oldest: number): number {
  if (oldest >= 80) return 0.7;
  if (oldest >= 65) return 0.4;
  return oldest >= 45 ? 0.06 : 0.01;
}
