import type { Measures } from './measures.js';
import { distance, type PlanPoint } from './plan-geometry.js';
import type { Prng } from './prng.js';
import type { Blob, Terrain } from './terrain.js';

/** Approximate distance in metres between the corners of the countryside's cells. */
const cellSize = 1300;

/**
 * A piece of countryside with room for one village, one hamlet or one island. It shares its corners with its
 * neighbours.
 */
export interface RuralCell {
  readonly column: number;
  readonly row: number;
  readonly middle: PlanPoint;
  /** Counter-clockwise, convex. */
  readonly corners: readonly PlanPoint[];
  readonly ground: 'land' | 'shore' | 'sea';
}

/** Every cell between the town and the municipality's border. */
export function ruralCells(
  measures: Measures,
  bentRadius: number,
  border: Blob,
  terrain: Terrain,
  prng: Prng,
): RuralCell[] {
  const reach = Math.ceil((1.4 * measures.municipalityRadius) / cellSize);
  const corners = new Map<string, PlanPoint>();
  for (let row = -reach; row <= reach; row++) {
    for (let column = -reach; column <= reach; column++) {
      const shake = (): number => prng.between(-0.14, 0.14);
      corners.set(`${column} ${row}`, [cellSize * (column + shake()), cellSize * (row + shake())]);
    }
  }
  const cells: RuralCell[] = [];
  for (let row = -reach; row < reach; row++) {
    for (let column = -reach; column < reach; column++) {
      const around = [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ].map(([right, up]) => corners.get(`${column + right!} ${row + up!}`)!);
      if (around.some((corner) => border.beyondShore(corner) > -200 || Math.hypot(...corner) < bentRadius))
        continue;
      const middle: PlanPoint = [
        around.reduce((sum, [x]) => sum + x, 0) / 4,
        around.reduce((sum, [, y]) => sum + y, 0) / 4,
      ];
      cells.push({ column, row, middle, corners: around, ground: groundOf(middle, around, terrain) });
    }
  }
  return cells;
}

function groundOf(middle: PlanPoint, corners: readonly PlanPoint[], terrain: Terrain): RuralCell['ground'] {
  if (terrain.isSea(middle, 0.55 * cellSize)) return 'sea';
  const all = [middle, ...corners, ...corners.map((corner, at) => between(corner, corners[(at + 1) % 4]!))];
  return all.every((point) => terrain.isLand(point, 30)) ? 'land' : 'shore';
}

const between = ([ax, ay]: PlanPoint, [bx, by]: PlanPoint): PlanPoint => [(ax + bx) / 2, (ay + by) / 2];

export const nearestTo = <T extends { readonly middle: PlanPoint }>(
  point: PlanPoint,
  among: readonly T[],
): T | undefined => {
  let nearest: T | undefined;
  for (const each of among) {
    if (!nearest || distance(each.middle, point) < distance(nearest.middle, point)) nearest = each;
  }
  return nearest;
};
