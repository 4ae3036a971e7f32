import type { Polygon, Position } from 'geojson';
import type { PublishedArea } from '../../audiences/published-area/published-area.js';
import { writable } from './cap-text.js';

/** A place as CAP says it. Its target is the union of what it has: a geocode beside polygons would widen it. */
export interface CapArea {
  readonly areaDesc: string;
  /** `lat,lon lat,lon …`, closed. */
  readonly polygons: readonly string[];
  /** Only if there is no polygon. */
  readonly geocode?: NamedValue | undefined;
}

export interface NamedValue {
  readonly valueName: string;
  readonly value: string;
}

/** The municipality, as its part of an area. */
export interface Municipality {
  readonly name: string;
  /** Four digits. */
  readonly code?: string | undefined;
}

/** By its code, or by its name if nobody said the code. */
export const geocodeOf = ({ name, code }: Municipality): NamedValue =>
  code ? { valueName: 'Kommun', value: code } : { valueName: 'Kommunnamn', value: writable(name) };

/**
 * The places of a message; at least one. A place that is only said in words, or that nobody worked out, has the
 * municipality as its geocode: a polygon is never invented.
 */
export function capAreas(areas: readonly PublishedArea[], municipality: Municipality): CapArea[] {
  const named = areas.length > 0 ? areas : [{ name: municipality.name, streets: [], polygons: [] }];
  return named.map(({ name, streets, polygons }) => {
    const rings = polygons.flatMap((polygon) => ringOf(polygon) ?? []);
    const words = [name, ...streets.filter((street) => street !== name)].map(writable).filter(Boolean);
    return {
      areaDesc: words.join(', ') || writable(municipality.name),
      polygons: rings,
      ...(rings.length > 0 ? {} : { geocode: geocodeOf(municipality) }),
    };
  });
}

/** Six decimals are a tenth of a metre. */
const written = ([lon = 0, lat = 0]: Position): string => `${lat.toFixed(6)},${lon.toFixed(6)}`;

/** @returns undefined if it has no area at that precision */
function ringOf({ coordinates: [outer = []] }: Polygon): string | undefined {
  const points = outer.map(written).filter((point, at, all) => point !== all[at - 1]);
  if (points[0] !== points.at(-1)) points.push(points[0]!);
  return new Set(points).size < 3 ? undefined : points.join(' ');
}
