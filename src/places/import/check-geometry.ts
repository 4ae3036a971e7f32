import type { Geometry, Position } from 'geojson';
import { Fault, type GeometryFault } from './geometry-fault.js';
import { goodPolygons } from './good-polygons.js';

/** The checked geometry in two dimensions, or what is wrong with it. */
export type CheckedGeometry =
  | {
      readonly geometry: Geometry;
      /** Parts without area that were left out. */
      readonly leftovers?: number;
    }
  | { readonly fault: GeometryFault; readonly detail?: string | undefined };

export type GeometryFamily = 'polygons' | 'point' | 'background';

const typesOf: Readonly<Record<GeometryFamily, readonly string[]>> = {
  polygons: ['Polygon', 'MultiPolygon', 'GeometryCollection'],
  point: ['Point'],
  background: ['Polygon', 'MultiPolygon', 'LineString', 'MultiLineString'],
};

/** How deep the positions lie in each type's `coordinates`. */
const depthOf: Readonly<Record<string, number>> = {
  Point: 0,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

/**
 * Checks GeoJSON before PostGIS reads it: `ST_GeomFromGeoJSON` turns what is not a number into 0, and accepts rings
 * that are not closed. Heights are dropped. Whether a polygon crosses itself is left to PostGIS.
 *
 * @param degrees the coordinates are longitude and latitude, so their range is known
 */
export function checkGeometry(value: unknown, family: GeometryFamily, degrees: boolean): CheckedGeometry {
  if (value === null || value === undefined) return { fault: 'geometry-missing' };
  const { type, coordinates } = value as { type?: unknown; coordinates?: unknown };
  if (typeof type !== 'string' || !typesOf[family].includes(type))
    return { fault: 'geometry-kind', detail: typeof type === 'string' ? type : typeof value };
  try {
    if (family === 'polygons') return checkPolygons(value, type, degrees);
    const checked = checkDeep(coordinates, depthOf[type]!, type.endsWith('Polygon'), degrees);
    return { geometry: { type, coordinates: checked } as Geometry };
  } catch (fault) {
    if (fault instanceof Fault) return { fault: fault.code, detail: fault.detail };
    throw fault;
  }
}

function checkPolygons(value: object, given: string, degrees: boolean): CheckedGeometry {
  const { polygons, leftovers } = goodPolygons(value, (ring) => {
    if (!Array.isArray(ring)) throw new Fault('geometry-number', shown(ring));
    const positions = ring.map((position) => checkDeep(position, 0, true, degrees) as Position);
    if (positions.length >= 4) checkRing(positions);
    return positions;
  });
  const isOne = polygons.length === 1 && given !== 'MultiPolygon';
  const geometry = isOne
    ? { type: 'Polygon' as const, coordinates: polygons[0]! }
    : { type: 'MultiPolygon' as const, coordinates: polygons };
  return { geometry: geometry as Geometry, ...(leftovers > 0 && { leftovers }) };
}

const shown = (value: unknown): string =>
  ((JSON.stringify(value) as string | undefined) ?? 'nothing').slice(0, 40);

function checkDeep(value: unknown, depth: number, rings: boolean, degrees: boolean): unknown {
  if (!Array.isArray(value)) throw new Fault('geometry-number', shown(value));
  if (depth === 0) return checkPosition(value, degrees);
  if (value.length === 0) throw new Fault('geometry-empty');
  if (depth > 1) return value.map((part) => checkDeep(part, depth - 1, rings, degrees));
  const positions = value.map((position) => checkDeep(position, 0, rings, degrees) as Position);
  if (rings) checkRing(positions);
  else if (positions.length < 2) throw new Fault('geometry-ring', 'a line of one position');
  return positions;
}

function checkPosition(value: unknown[], degrees: boolean): Position {
  const [x, y] = value;
  if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y))
    throw new Fault('geometry-number', shown(value));
  if (degrees && (Math.abs(x) > 180 || Math.abs(y) > 90)) throw new Fault('geometry-range', `${x} ${y}`);
  return [x, y];
}

function checkRing(positions: readonly Position[]): void {
  if (positions.length < 4) throw new Fault('geometry-ring', `${positions.length} positions`);
  const first = positions[0]!;
  const last = positions.at(-1)!;
  if (first[0] !== last[0] || first[1] !== last[1]) throw new Fault('geometry-ring', 'not closed');
}
