import { asOneShape } from '../places/drawn-parts.sql.js';
import type { AreaAudience } from './audience.js';
import { inMetres } from './recipients.sql.js';

/** A circle of 64 corners with a radius longer by this holds the whole circle. */
const outside = 1.0013;

/**
 * Common table expressions that end with `left_over (geom)`: the shape of an area in the metric reference, with its
 * places as they are or were. Its only row is null or empty if nothing of it is left.
 *
 * @param given adds a parameter with its type, and returns its placeholder
 */
export function areaShapeSql(
  { places = [], polygon, near = [], minus }: AreaAudience,
  given: (value: unknown, type: string) => string,
): string {
  const drawn = given(polygon ? JSON.stringify(polygon) : null, 'text');
  return `part AS (
      SELECT geom FROM place WHERE id = ANY(${given(places, 'uuid[]')})
      UNION ALL SELECT ${asOneShape(inMetres(drawn))} WHERE ${drawn} IS NOT NULL
      UNION ALL
      SELECT ST_Buffer(${inMetres(`thing->>'geometry'`)}, (thing->>'metres')::float8 * ${outside}, 'quad_segs=16')
      FROM json_array_elements(${given(JSON.stringify(near), 'json')}) thing),
    whole AS (SELECT ST_Union(geom) AS geom FROM part),
    without AS (SELECT ST_Union(geom) AS geom FROM place WHERE id = ANY(${given(minus?.places ?? [], 'uuid[]')})),
    left_over AS MATERIALIZED (
      SELECT CASE WHEN without.geom IS NULL THEN whole.geom ELSE ST_Difference(whole.geom, without.geom) END AS geom
      FROM whole, without)`;
}

/** Metres that an outline on a map may differ. */
const tolerance = 2;

/** A shape in the metric reference as GeoJSON for a map, in WGS 84. */
export const asMapShape = (geom: string): string =>
  `ST_AsGeoJSON(ST_Transform(ST_CollectionExtract(ST_SimplifyPreserveTopology(${geom}, ${tolerance}), 3), 4326), 6)::json`;
