import type { Position } from 'geojson';

/** Degrees. */
export interface Bounds {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

/** Longitude and latitude written in the wrong order lie outside. */
export const sweden: Bounds = { south: 55, west: 10.5, north: 69.2, east: 24.5 };

/** The rules for polygons that are broken, each once. */
export function polygonFaults(polygons: readonly string[], bounds: Bounds): string[] {
  const rings = polygons.map(pointsOf);
  const faults: Record<string, boolean> = {
    INVALID_POLYGON: rings.some(
      (ring) => !ring || ring.length < 4 || String(ring[0]) !== String(ring.at(-1)),
    ),
    INVALID_POLYGON_SELF_INTERSECTION: rings.some((ring) => ring && crosses(ring)),
    AREA_OUTSIDE_MUNICIPALITY: rings.some((ring) => ring?.some((point) => !isWithin(point, bounds))),
  };
  return Object.keys(faults).filter((name) => faults[name]);
}

const pair = /^-?\d+(\.\d+)?,-?\d+(\.\d+)?$/;

/** Latitude and longitude of each; undefined if it can't be read. */
function pointsOf(polygon: string): Position[] | undefined {
  const pairs = polygon.trim().split(/\s+/);
  return pairs.every((one) => pair.test(one)) ? pairs.map((one) => one.split(',').map(Number)) : undefined;
}

const isWithin = ([lat = NaN, lon = NaN]: Position, { south, west, north, east }: Bounds): boolean =>
  lat >= south && lat <= north && lon >= west && lon <= east;

const side = ([ax, ay]: Position, [bx, by]: Position, [cx, cy]: Position): number =>
  Math.sign((bx! - ax!) * (cy! - ay!) - (by! - ay!) * (cx! - ax!));

/** Whether two edges cross. Edges that only touch don't. */
function crosses(ring: readonly Position[]): boolean {
  const edges = ring.slice(1).map((end, at) => [ring[at]!, end] as const);
  return edges.some(([a, b], at) =>
    edges
      .slice(at + 1)
      .some(([c, d]) => side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0),
  );
}
