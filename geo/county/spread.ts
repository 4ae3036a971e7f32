import type { Prng } from '../prng.js';

/**
 * Spreads a number of things over places, and returns the number per place. Some places stay empty; all others get one
 * before any gets two. All things are placed.
 *
 * @param empty chance that a place stays empty, 0–1
 */
export function spread(things: number, places: number, empty: number, prng: Prng): Uint16Array {
  const counts = new Uint16Array(places);
  if (places === 0) {
    if (things > 0) throw new RangeError('there is nowhere to put them');
    return counts;
  }
  const all = Array.from({ length: places }, (_, at) => at);
  const some = all.filter(() => !prng.chance(empty));
  const open = some.length > 0 ? some : all;
  if (things <= open.length) {
    for (const at of prng.shuffled(open).slice(0, things)) counts[at] = 1;
    return counts;
  }
  for (const at of open) counts[at] = 1;
  for (let left = things - open.length; left > 0; left--) counts[prng.pick(open)]! += 1;
  return counts;
}
