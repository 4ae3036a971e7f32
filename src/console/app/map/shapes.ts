import type { Position } from 'geojson';
import type { BoundingBox, Shape } from '../api/contract.js';

/** Mean radius of the earth, in metres (IUGG R1). */
const earthRadius = 6_371_008.8;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

export const polygonsOf = (shape: Shape): readonly Position[][][] =>
  shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;

/** Polygons as one shape; undefined for none. */
export function shapeOf(polygons: readonly Position[][][]): Shape | undefined {
  if (polygons.length === 0) return undefined;
  if (polygons.length === 1) return { type: 'Polygon', coordinates: polygons[0]! };
  return { type: 'MultiPolygon', coordinates: [...polygons] };
}

/** Square metres on a sphere, holes taken away: near enough to tell somebody how large a drawn area is. */
export function areaOf(shape: Shape): number {
  return polygonsOf(shape).reduce((sum, [outer = [], ...holes]) => {
    const hollow = holes.reduce((taken, hole) => taken + ringArea(hole), 0);
    return sum + ringArea(outer) - hollow;
  }, 0);
}

// Chamberlain and Duquette, "Some Algorithms for Polygons on a Sphere", JPL 07-03, 2007.
function ringArea(ring: readonly Position[]): number {
  let total = 0;
  for (let at = 0; at < ring.length; at += 1) {
    const [before] = ring[(at + ring.length - 1) % ring.length]!;
    const [, latitude] = ring[at]!;
    const [after] = ring[(at + 1) % ring.length]!;
    total += (radians(after!) - radians(before!)) * Math.sin(radians(latitude!));
  }
  return Math.abs((total * earthRadius ** 2) / 2);
}

export const boxOf = (shape: Shape): BoundingBox =>
  boxAround(
    polygonsOf(shape).flatMap((rings) => (rings[0] ?? []).map(([x, y]) => [x!, y!, x!, y!] as const)),
  )!;

/** The box around several; undefined for none. */
export function boxAround(boxes: readonly BoundingBox[]): BoundingBox | undefined {
  if (boxes.length === 0) return undefined;
  return boxes.reduce((a, b) => [
    Math.min(a[0], b[0]),
    Math.min(a[1], b[1]),
    Math.max(a[2], b[2]),
    Math.max(a[3], b[3]),
  ]);
}
