import type { Hamlet } from './hamlet.js';
import { leftOf, signedArea, type PlanPoint } from './plan-geometry.js';
import type { Prng } from './prng.js';
import type { RuralCell } from './rural-cells.js';
import { streetFrame, type StreetFrame } from './street-frame.js';

/** A forest property: one or several polygons. One that surrounds the hamlet has a hole. */
export interface ForestLot {
  readonly polygons: readonly {
    readonly outer: readonly PlanPoint[];
    readonly hole?: readonly PlanPoint[];
  }[];
}

/**
 * Divides the rest of a cell around its hamlet (or the whole cell) into forest lots: long strips, as inheritance has
 * cut them.
 *
 * @param strips on each side of the hamlet
 */
export function forestLots(
  cell: RuralCell,
  hamlet: Hamlet | undefined,
  strips: number,
  prng: Prng,
): ForestLot[] {
  const { corners } = cell;
  if (!hamlet) return cut(corners, streetFrame(cell.middle, prng.between(0, Math.PI)), 2 * strips, prng);
  const { frame } = hamlet;
  const { u0, u1, v0, v1 } = hamlet.bounds;
  const at = (u: number, v: number): PlanPoint => frame.at(u, v);
  if (prng.chance(0.12)) {
    return [{ polygons: [{ outer: corners, hole: [at(u0, v0), at(u1, v0), at(u1, v1), at(u0, v1)] }] }];
  }
  const left = leftOf(corners, at(u0, 0), at(u0, 1));
  const right = leftOf(corners, at(u1, 1), at(u1, 0));
  const middle = leftOf(leftOf(corners, at(u0, 1), at(u0, 0)), at(u1, 0), at(u1, 1));
  const above = leftOf(middle, at(0, v1), at(1, v1));
  const below = leftOf(middle, at(1, v0), at(0, v0));
  // The parts on both sides of the hamlet's own fields are one property.
  const parted: ForestLot = { polygons: [above, below].filter(isWorthALot).map((outer) => ({ outer })) };
  return [parted, ...cut(left, frame, strips, prng), ...cut(right, frame, strips, prng)];
}

/**
 * Whether a polygon is more than a sliver. A corner of a cell can be cut so small that only rounding keeps it from
 * vanishing.
 */
const isWorthALot = (polygon: readonly PlanPoint[]): boolean =>
  polygon.length >= 3 && signedArea(polygon) > 2000;

/** Cuts a convex polygon into strips along the frame's `u`. */
function cut(polygon: readonly PlanPoint[], frame: StreetFrame, strips: number, prng: Prng): ForestLot[] {
  const [originX, originY] = frame.at(0, 0);
  const [aheadX, aheadY] = frame.at(0, 1);
  const across = polygon.map(
    ([x, y]) => (x - originX) * (aheadX - originX) + (y - originY) * (aheadY - originY),
  );
  const [low, high] = [Math.min(...across), Math.max(...across)];
  const edges = Array.from(
    { length: strips + 1 },
    (_, at) => low + ((high - low) * (at + (at % strips === 0 ? 0 : prng.between(-0.3, 0.3)))) / strips,
  );
  return edges.slice(1).flatMap((until, at): ForestLot[] => {
    const from = edges[at]!;
    const beyond = leftOf(polygon, frame.at(0, from), frame.at(1, from));
    const strip = leftOf(beyond, frame.at(1, until), frame.at(0, until));
    return isWorthALot(strip) ? [{ polygons: [{ outer: strip }] }] : [];
  });
}
