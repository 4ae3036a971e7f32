import { distance, type PlanPoint } from './plan-geometry.js';
import type { Measures } from './measures.js';
import type { Prng } from './prng.js';
import type { Terrain } from './terrain.js';

/** Ground on which one district may be built. */
export interface Site {
  readonly middle: PlanPoint;
  /** Metres. No point of the site is farther from the middle. */
  readonly reach: number;
  /** Whether a point is inside the site, and at least `margin` metres from its edges and from water. */
  contains(point: PlanPoint, margin: number): boolean;
}

export interface TownSite extends Site {
  readonly neighbours: readonly PlanPoint[];
}

/**
 * Divides the land in and around the town into sites, nearest first. They are the Voronoi cells of an irregular
 * honeycomb, without the cells that are mostly water.
 */
export function townSites(measures: Measures, terrain: Terrain, prng: Prng): TownSite[] {
  const { spacing, townRadius } = measures;
  const reachOfTown = 1.3 * townRadius + spacing;
  const rows = Math.ceil(reachOfTown / (spacing * 0.866));
  const middles = new Map<string, PlanPoint>();
  for (let j = -rows; j <= rows; j++) {
    for (let i = -2 * rows; i <= 2 * rows; i++) {
      const shake = 0.16 * spacing;
      const x = spacing * (i + j / 2) + prng.between(-shake, shake);
      const y = spacing * 0.866 * j + prng.between(-shake, shake);
      if (Math.hypot(x, y) <= reachOfTown) middles.set(`${i} ${j}`, [x, y]);
    }
  }
  const cells: TownSite[] = [];
  for (const [key, middle] of middles) {
    const [i, j] = key.split(' ').map(Number) as [number, number];
    const neighbours = steps
      .map(([di, dj]) => middles.get(`${i + di} ${j + dj}`))
      .filter((other) => other !== undefined);
    const cell = cellOf(middle, neighbours, 0.64 * spacing, terrain);
    if (isBuildable(cell, terrain, spacing)) cells.push(cell);
  }
  return cells.sort((one, other) => Math.hypot(...one.middle) - Math.hypot(...other.middle));
}

/** The two rings of cells around a cell of a honeycomb. */
const steps: readonly (readonly [number, number])[] = [-2, -1, 0, 1, 2].flatMap((di) =>
  [-2, -1, 0, 1, 2]
    .filter((dj) => (di !== 0 || dj !== 0) && Math.abs(di + dj) <= 2)
    .map((dj) => [di, dj] as const),
);

function cellOf(
  middle: PlanPoint,
  neighbours: readonly PlanPoint[],
  reach: number,
  terrain: Terrain,
): TownSite {
  return {
    middle,
    neighbours,
    reach,
    contains: (point, margin) =>
      distance(point, middle) < reach &&
      neighbours.every((other) => nearerBy(point, middle, other) > margin) &&
      terrain.isLand(point, margin),
  };
}

/** How far a point is on `one`'s side of the border between two middles, metres. */
export function nearerBy(point: PlanPoint, one: PlanPoint, other: PlanPoint): number {
  return (distance(point, other) ** 2 - distance(point, one) ** 2) / (2 * distance(one, other));
}

function isBuildable({ middle: [x, y] }: Site, terrain: Terrain, spacing: number): boolean {
  if (!terrain.isLand([x, y], 0.1 * spacing)) return false;
  const around: PlanPoint[] = Array.from({ length: 12 }, (_, at): PlanPoint => {
    const angle = (at * Math.PI) / 6;
    return [x + 0.36 * spacing * Math.cos(angle), y + 0.36 * spacing * Math.sin(angle)];
  });
  return around.filter((point) => terrain.isLand(point, 20)).length >= 7;
}
