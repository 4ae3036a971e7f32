import { area } from '@turf/area';
import { bbox } from '@turf/bbox';
import type { Position } from 'geojson';
import type { BoundingBox, Near, Shape } from '../api/answers.js';

export const polygonsOf = (shape: Shape): readonly Position[][][] =>
  shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;

/** Combines polygons into one shape; undefined for none. */
export function shapeOf(polygons: readonly Position[][][]): Shape | undefined {
  if (polygons.length === 0) return undefined;
  if (polygons.length === 1) return { type: 'Polygon', coordinates: polygons[0]! };
  return { type: 'MultiPolygon', coordinates: [...polygons] };
}

/** Square metres: accurate enough to say how large a drawn area is. */
export const areaOf = (shape: Shape): number => area(shape);

/** The box around everything near a geometry. A degree of longitude is shorter than one of latitude. */
export function boxOfNear({ geometry, metres }: Near): BoundingBox {
  const [west, south, east, north] = bbox(geometry);
  const up = metres / 111_000;
  const across = up / Math.cos((north * Math.PI) / 180);
  return [west - across, south - up, east + across, north + up];
}

export const boxOf = (shape: Shape): BoundingBox => {
  const [west, south, east, north] = bbox(shape);
  return [west, south, east, north];
};

/** The box around several boxes; undefined for none. */
export function boxAround(boxes: readonly BoundingBox[]): BoundingBox | undefined {
  if (boxes.length === 0) return undefined;
  return boxes.reduce((a, b) => [
    Math.min(a[0], b[0]),
    Math.min(a[1], b[1]),
    Math.max(a[2], b[2]),
    Math.max(a[3], b[3]),
  ]);
}

/**
 * Three centimetres, in degrees: the deviation of a straight line that was densified in metres and written in degrees.
 */
const straight = 3e-7;

/** Only the corners that a person would set: stored edges have extra points, and nobody wants to move fifty of them. */
export const cornersOf = (shape: Shape): Shape =>
  shapeOf(polygonsOf(shape).map((rings) => rings.map(cornersOfRing)))!;

function cornersOfRing(ring: readonly Position[]): Position[] {
  const kept = [ring[0]!];
  let from = 0;
  for (let at = 1; at < ring.length - 1; at++) {
    const passed = ring.slice(from + 1, at + 1);
    if (passed.every((point) => distanceTo(point, ring[from]!, ring[at + 1]!) < straight)) continue;
    kept.push(ring[at]!);
    from = at;
  }
  // A ring needs four positions or more. A ring that is only centimetres wide is kept unchanged.
  return kept.length < 3 ? [...ring] : [...kept, ring.at(-1)!];
}

/** Treats degrees of longitude and latitude as equally long: accurate enough for a distance close to zero. */
function distanceTo([x, y]: Position, [ax, ay]: Position, [bx, by]: Position): number {
  const [along, up] = [bx! - ax!, by! - ay!];
  const length = along ** 2 + up ** 2;
  const part = length === 0 ? 0 : Math.min(1, Math.max(0, ((x! - ax!) * along + (y! - ay!) * up) / length));
  return Math.hypot(x! - ax! - part * along, y! - ay! - part * up);
}
