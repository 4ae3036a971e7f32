import type { MapView, Spot } from './map-view.js';

/** Units of the drawing. */
export const numberRadius = 17;
/** Between the middles of two numbers, so that none hides another. */
const apart = 2 * numberRadius + 2;
/** Steps to each side that a number may move: farther away it would not show its place. */
const farthest = 4;

const distance = ([ax, ay]: Spot, [bx, by]: Spot): number => Math.hypot(ax - bx, ay - by);

const steps = Array.from({ length: 2 * farthest + 1 }, (_, n) => n - farthest);
/** Nowhere first, then the nearest ones. */
const moves: readonly Spot[] = steps
  .flatMap((x) => steps.map((y): Spot => [x * apart, y * apart]))
  .sort((a, b) => distance(a, [0, 0]) - distance(b, [0, 0]));

/**
 * Where numbers stand: each at its place, or as near as it can without hiding an earlier one. Two alerts often have the
 * same place.
 *
 * @param wanted the places
 * @returns undefined for a number that finds no room
 */
export function placeNumbers(
  wanted: readonly Spot[],
  { width, height }: Pick<MapView, 'width' | 'height'>,
): (Spot | undefined)[] {
  const placed: Spot[] = [];
  return wanted.map(([x, y]) => {
    const spot = moves
      .map(([dx, dy]): Spot => [x + dx, y + dy])
      .find((at) => isInside(at, width, height) && placed.every((other) => distance(other, at) >= apart));
    if (spot) placed.push(spot);
    return spot;
  });
}

const isInside = ([x, y]: Spot, width: number, height: number): boolean =>
  x >= numberRadius && y >= numberRadius && x <= width - numberRadius && y <= height - numberRadius;
