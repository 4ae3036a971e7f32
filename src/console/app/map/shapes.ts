import { area } from '@turf/area';
import { bbox } from '@turf/bbox';
import type { Position } from 'geojson';
import type { BoundingBox, Near, Shape } from '../api/contract.js';

export const polygonsOf = (shape: Shape): readonly Position[][][] =>
  shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;

/** Polygons as one shape; undefined for none. */
export function shapeOf(polygons: readonly Position[][][]): Shape | undefined {
  if (polygons.length === 0) return undefined;
  if (polygons.length === 1) return { type: 'Polygon', coordinates: polygons[0]! };
  return { type: 'MultiPolygon', coordinates: [...polygons] };
}

/** Square metres: near enough to tell somebody how large a drawn area is. */
export const areaOf = (shape: Shape): number => area(shape);

/** The box around what lies near a thing: degrees of longitude are shorter than those of latitude. */
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
