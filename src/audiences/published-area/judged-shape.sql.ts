import type { AreaAudience } from '../audience.js';
import { asOneShape } from '../../places/drawn-parts.sql.js';
import { inMetres } from '../recipients.sql.js';

/** Metres around a published polygon that keep the last millimetres from being judged in two ways. */
const margin = 0.05;

/** Metres around the polygons in which addresses are looked up: more than any municipality is long. */
const farAway = 500_000;

/** Metres. Addresses and polygons are compared in the squares of a grid of this size. */
const square = 1_000;

type Given = (value: unknown, type: string) => string;

/**
 * The last word on all polygons together: `streets` of the addresses that are meant and lie in none, and whether
 * `isTrue`, that no address that is left out lies in any.
 *
 * @param polygons GeoJSON in WGS 84
 * @param mostOutside with more addresses outside the polygons, it is quicker to compare all that are meant
 */
export const judgedSql = (
  audience: AreaAudience,
  polygons: string,
  mostOutside: number,
  given: Given,
): string => `
  WITH polygon AS MATERIALIZED (
    SELECT ${inMetres('p::text')} AS geom FROM json_array_elements(${given(polygons, 'json')}) p),
  inside AS MATERIALIZED (SELECT ST_Buffer(geom, -${margin}) AS geom FROM polygon),
  all_inside AS MATERIALIZED (
    SELECT COALESCE(ST_Union(geom), ST_SetSRID('POLYGON EMPTY'::geometry, Find_SRID('public', 'address', 'point'))) AS geom
    FROM inside),
  left_out AS MATERIALIZED (
    SELECT address_id FROM address_place WHERE place_id = ANY(${given(audience.minus?.places ?? [], 'uuid[]')})),
  ${outsideOfPlaces(audience.places ?? [], mostOutside, given)},
  ${outsideOfDrawn(audience, given)},
  outside AS (
    SELECT address_id FROM outside_places
    UNION SELECT address_id FROM outside_drawn WHERE ${isNotLeftOut('address_id')}),
  ${leftOutInside}
  SELECT
    ARRAY(SELECT DISTINCT a.street FROM outside CROSS JOIN LATERAL (
      SELECT street FROM address WHERE id = outside.address_id OFFSET 0) a) AS streets,
    NOT EXISTS (SELECT FROM left_out_inside) AS "isTrue"`;

// An array is always hashed, however many rows the planner expects.
const isNotLeftOut = (id: string): string =>
  `${id} NOT IN (SELECT unnest(ARRAY(SELECT address_id FROM left_out)))`;

/**
 * The addresses of places that lie in no polygon: of those outside the polygons, the ones that belong to a place. If
 * there are too many of them, those of the places that are not among the ones inside.
 */
const outsideOfPlaces = (places: readonly string[], mostOutside: number, given: Given): string => {
  if (places.length === 0) return 'outside_places AS (SELECT NULL::uuid AS address_id WHERE false)';
  const of = given(places, 'uuid[]');
  return `
  around AS MATERIALIZED (
    SELECT ST_Subdivide(ST_Difference(box, geom), 128) AS geom
    FROM all_inside CROSS JOIN LATERAL (
      SELECT ST_Expand(ST_Envelope(geom), ${farAway}) AS box) b WHERE NOT ST_IsEmpty(geom)),
  beyond AS MATERIALIZED (
    SELECT a.id FROM around CROSS JOIN LATERAL (
      SELECT id FROM address WHERE valid_to IS NULL AND ST_Intersects(around.geom, point) OFFSET 0) a
    WHERE ${isNotLeftOut('a.id')} LIMIT ${mostOutside} + 1),
  is_few AS MATERIALIZED (
    SELECT count(*) <= ${mostOutside} AND EXISTS (SELECT FROM inside) AS yes FROM beyond),
  outside_places AS (
    SELECT id AS address_id FROM beyond
    WHERE (SELECT yes FROM is_few) AND EXISTS (
      SELECT FROM address_place ap WHERE ap.place_id = ANY(${of}) AND ap.address_id = beyond.id)
    UNION ALL
    SELECT address_id FROM address_place
    WHERE NOT (SELECT yes FROM is_few) AND place_id = ANY(${of}) AND ${isNotLeftOut('address_id')}
      AND address_id NOT IN (SELECT unnest(ARRAY(
        SELECT a.id FROM inside CROSS JOIN LATERAL (
          SELECT id FROM address WHERE valid_to IS NULL AND ST_Covers(inside.geom, point) OFFSET 0) a))))`;
};

/**
 * The addresses that are meant by a drawing, or near a thing, and lie in no polygon: looked up where they can be. Near a
 * thing that is in a rectangle around it: GEOS may lose parts of the buffer of a line that is almost a point.
 */
const outsideOfDrawn = ({ polygon, near = [] }: AreaAudience, given: Given): string => {
  const drawn = given(polygon ? JSON.stringify(polygon) : null, 'text');
  return `
  meant_there AS MATERIALIZED (
    SELECT ${asOneShape(inMetres(drawn))} AS geom, NULL::geometry AS thing, NULL::float8 AS metres
    WHERE ${drawn} IS NOT NULL
    UNION ALL
    SELECT ST_Expand(part.geom, metres), part.geom, metres
    FROM (
      SELECT ${inMetres(`t->>'geometry'`)} AS thing, (t->>'metres')::float8 AS metres
      FROM json_array_elements(${given(JSON.stringify(near), 'json')}) t OFFSET 0) things
      CROSS JOIN LATERAL ST_Dump(thing) AS part),
  outside_drawn AS (
    SELECT a.id AS address_id
    FROM meant_there m CROSS JOIN all_inside
      CROSS JOIN LATERAL (SELECT ST_Subdivide(ST_Difference(m.geom, all_inside.geom), 128) AS geom OFFSET 0) rest
      CROSS JOIN LATERAL (
        SELECT id, point FROM address WHERE valid_to IS NULL AND ST_Intersects(rest.geom, point) OFFSET 0) a
    WHERE m.thing IS NULL OR ST_DWithin(a.point, m.thing, m.metres))`;
};

/** The addresses that are left out and lie in a polygon, or close to it: compared square by square. */
const leftOutInside = `
  wide AS MATERIALIZED (SELECT ST_Buffer(geom, ${margin}) AS geom FROM polygon WHERE EXISTS (SELECT FROM left_out)),
  covered_square AS MATERIALIZED (
    SELECT wide.geom, x, y FROM wide
      CROSS JOIN generate_series(floor(ST_XMin(wide.geom) / ${square})::int, floor(ST_XMax(wide.geom) / ${square})::int) x
      CROSS JOIN generate_series(floor(ST_YMin(wide.geom) / ${square})::int, floor(ST_YMax(wide.geom) / ${square})::int) y
    WHERE ST_Intersects(wide.geom, ST_MakeEnvelope(
      x * ${square}, y * ${square}, (x + 1) * ${square}, (y + 1) * ${square}, ST_SRID(wide.geom)))),
  left_out_inside AS (
    SELECT FROM (
      SELECT point, floor(ST_X(point) / ${square})::int AS x, floor(ST_Y(point) / ${square})::int AS y
      FROM left_out JOIN address a ON a.id = left_out.address_id) l
    JOIN covered_square USING (x, y) WHERE ST_Intersects(covered_square.geom, l.point))`;
