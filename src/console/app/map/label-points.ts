import type { Feature, FeatureCollection, Geometry, Point, Position } from 'geojson';

export const labelledKinds = ['area', 'block', 'property'] as const;
export type LabelledKind = (typeof labelledKinds)[number];

interface Piece {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: Geometry;
}

/**
 * One label for each thing in view, at the centre of its visible part. Tiles cut a polygon into pieces, and the library
 * would label every piece.
 */
export function labelPoints(
  pieces: Readonly<Record<LabelledKind, readonly Piece[]>>,
): FeatureCollection<Point> {
  const features = labelledKinds.flatMap((kind) => {
    const sums = new Map<string, { name: string; x: number; y: number; weight: number }>();
    for (const { properties, geometry } of pieces[kind]) {
      const { id, name } = properties;
      if (typeof id !== 'string' || typeof name !== 'string') continue;
      const sum = sums.get(id) ?? { name, x: 0, y: 0, weight: 0 };
      for (const ring of outerRings(geometry)) add(sum, ring);
      sums.set(id, sum);
    }
    return [...sums].flatMap(([id, { name, x, y, weight }]) =>
      weight === 0 ? [] : [point([x / weight, y / weight], { id, kind, name })],
    );
  });
  return { type: 'FeatureCollection', features };
}

const point = (coordinates: Position, properties: object): Feature<Point> => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates },
});

const outerRings = (geometry: Geometry): Position[][] =>
  geometry.type === 'Polygon'
    ? geometry.coordinates.slice(0, 1)
    : geometry.type === 'MultiPolygon'
      ? geometry.coordinates.map((rings) => rings[0] ?? [])
      : [];

/** Adds a ring's centroid, weighted by its area (in square degrees: only the proportions matter). */
function add(sum: { x: number; y: number; weight: number }, ring: readonly Position[]): void {
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  let [area, x, y] = [0, 0, 0];
  for (let at = 1; at < ring.length; at += 1) {
    // Relative to the first corner: with absolute coordinates, the small differences would lose precision.
    const [ax, ay] = [ring[at - 1]![0]! - x0, ring[at - 1]![1]! - y0];
    const [bx, by] = [ring[at]![0]! - x0, ring[at]![1]! - y0];
    const cross = ax * by - bx * ay;
    area += cross / 2;
    x += ((ax + bx) * cross) / 6;
    y += ((ay + by) * cross) / 6;
  }
  if (area === 0) return;
  const weight = Math.abs(area);
  sum.x += (x / area + x0) * weight;
  sum.y += (y / area + y0) * weight;
  sum.weight += weight;
}
