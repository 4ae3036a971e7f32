import type { Position } from 'geojson';
import { Fault } from './geometry-fault.js';

type Ring = readonly Position[];

/** The parts of a geometry that enclose an area, and what was left out. */
interface Parts {
  readonly polygons: Ring[][];
  leftovers: number;
  /** Why no part encloses an area, if that is so. */
  nothing: Fault | undefined;
  /** Area of what was left out, in the square of the coordinates' unit. */
  lost: number;
}

/** Share of the area that may be lost with the leftovers: the same as a repair may lose. */
const tolerance = 0.01;
const deepest = 8;

/**
 * Takes the polygons that enclose an area out of a polygon, a multipolygon or a collection, so that one bad part does
 * not lose the good ones. Rings of fewer than four positions, lines and points are left out, if they make up no more
 * than 1 % of the area.
 *
 * @param read checks the positions of a ring
 * @throws Fault
 */
export function goodPolygons(
  geometry: { readonly type?: unknown },
  read: (ring: unknown) => Position[],
): { polygons: Ring[][]; leftovers: number } {
  const parts: Parts = { polygons: [], leftovers: 0, nothing: undefined, lost: 0 };
  collect(geometry, parts, read, 0);
  const kept = parts.polygons.reduce((sum, rings) => sum + areaOf(rings), 0);
  if (parts.polygons.length === 0) throw parts.nothing ?? new Fault('geometry-empty');
  if (parts.lost > tolerance * kept) throw new Fault('geometry-ring', 'fewer than 4 positions');
  return parts;
}

function collect(value: unknown, parts: Parts, read: (ring: unknown) => Position[], depth: number): void {
  const { type, coordinates, geometries } = (value ?? {}) as Record<string, unknown>;
  if (depth > deepest) throw new Fault('geometry-kind', 'GeometryCollection');
  switch (type) {
    case 'Polygon':
      takePolygon(coordinates, parts, read);
      break;
    case 'MultiPolygon':
      for (const polygon of listOf(coordinates)) takePolygon(polygon, parts, read);
      break;
    case 'GeometryCollection':
      for (const one of listOf(geometries)) collect(one, parts, read, depth + 1);
      break;
    default:
      parts.leftovers += 1;
      parts.nothing ??= new Fault('geometry-kind', 'GeometryCollection');
  }
}

function takePolygon(coordinates: unknown, parts: Parts, read: (ring: unknown) => Position[]): void {
  const rings = listOf(coordinates).map((ring) => read(ring));
  const [outer, ...holes] = rings;
  if (!outer || outer.length < 4) {
    parts.leftovers += 1;
    parts.lost += ringArea(outer ?? []);
    parts.nothing ??= outer?.length ? new Fault('geometry-ring', `${outer.length} positions`) : undefined;
    return;
  }
  const whole = holes.filter((hole) => hole.length >= 4);
  parts.leftovers += holes.length - whole.length;
  for (const hole of holes) if (hole.length < 4) parts.lost += ringArea(hole);
  parts.polygons.push([outer, ...whole]);
}

function listOf(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new Fault('geometry-number', JSON.stringify(value ?? null).slice(0, 40));
  return value;
}

const areaOf = ([outer, ...holes]: readonly Ring[]): number =>
  ringArea(outer!) - holes.reduce((sum, hole) => sum + ringArea(hole), 0);

/** Treats the ring as closed. Coordinates are relative to its first corner, so that large ones lose no digits. */
function ringArea(ring: Ring): number {
  const [x0, y0] = ring[0] ?? [0, 0];
  let twice = 0;
  ring.forEach(([x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length]!;
    twice += (x! - x0!) * (nextY! - y0!) - (nextX! - x0!) * (y! - y0!);
  });
  return Math.abs(twice) / 2;
}
