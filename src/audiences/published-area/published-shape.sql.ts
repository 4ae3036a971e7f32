import { areaShapeSql } from '../area-shape.sql.js';
import type { AreaAudience } from '../audience.js';
import { fewestAddresses } from './published-area.js';
import { addressesOf, inMetres } from '../recipients.sql.js';

/** Most points of a published polygon, the closing point counted: common for cell broadcast and CAP. */
export const mostPoints = 100;

/** Largest deviations in metres to which a polygon may be thinned, largest first. The last leaves it as it is. */
export const tolerances = [100, 20, 4, 0] as const;

/** Above this number of polygons (an archipelago), all are thinned as much as possible, and empty islets dropped. */
const manyPolygons = 50;

/**
 * Metres. Neighbours in a register overlap or gap by millimetres. Shrinking by the first removes slivers, growing by the
 * second closes gaps. What remains is half a metre, so that an address on the border lies inside.
 */
const [sliver, pad] = [0.1, 0.6];

/**
 * Metres from an address that is left out to the shape: `clearance` at least, otherwise `cutOut` around the address is
 * cut out. It is more than all roundings of coordinates.
 */
const [clearance, cutOut] = [3, 5];

/** Metres by which pieces overlap where they were cut, so that nobody falls between them by rounding. */
const overlap = 0.5;

/** Metres around a published polygon that keep the last millimetres from being judged in two ways. */
const margin = 0.05;

/** With more addresses moved, thinning less gives fewer points than mending. */
const mostMoved = 200;

/** Cuts one after the other, so that the recursion ends in any case. */
const mostCuts = 60;

type Given = (value: unknown, type: string) => string;

/** The addresses that are left out: `(address_id)`. */
const leftOut = ({ minus }: AreaAudience, given: Given): string =>
  `SELECT address_id FROM address_place WHERE place_id = ANY(${given(minus?.places ?? [], 'uuid[]')})`;

/**
 * The polygons of an area in the metric reference, without the surroundings of addresses that are left out, and without
 * properties that lie alone and have few addresses, because they would tell a dwelling: rows of
 * `shape` (hex EWKB) and `tolerance`, the smallest at which its outline has at most {@link mostPoints}.
 */
export const shapesSql = (audience: AreaAudience, given: Given): string => `
  WITH ${areaShapeSql(audience, given)},
  tidy AS MATERIALIZED (
    SELECT ST_Buffer(ST_Buffer(geom, -${sliver}, 'join=mitre'), ${pad}, 'join=mitre') AS geom
    FROM left_over WHERE NOT ST_IsEmpty(geom)),
  around AS MATERIALIZED (SELECT ST_Buffer(geom, ${clearance}, 'quad_segs=2') AS geom FROM tidy),
  left_out AS MATERIALIZED (
    SELECT a.point FROM (${leftOut(audience, given)}) l JOIN address a ON a.id = l.address_id),
  cut AS (
    SELECT ST_Union(ST_Buffer(l.point, ${cutOut}, 'quad_segs=2')) AS geom
    FROM left_out l, around WHERE ST_Intersects(around.geom, l.point)),
  outline AS MATERIALIZED (
    SELECT (ST_Dump(CASE WHEN cut.geom IS NULL THEN tidy.geom ELSE ST_Difference(tidy.geom, cut.geom) END)).geom
    FROM tidy, cut),
  properties AS MATERIALIZED (
    SELECT ST_Buffer(ST_Union(geom), 1) AS geom FROM place
    WHERE kind = 'property' AND id = ANY(${given(audience.places ?? [], 'uuid[]')}))
  SELECT encode(ST_AsEWKB(geom), 'hex') AS shape,
    CASE WHEN (SELECT count(*) FROM outline) > ${manyPolygons} THEN ${tolerances[0]} ELSE COALESCE((
      SELECT t FROM unnest(ARRAY[${[...tolerances].reverse().join(', ')}]) WITH ORDINALITY AS rung(t, i)
      WHERE ST_NPoints(ST_Simplify(ST_ExteriorRing(geom), t)) <= ${mostPoints} ORDER BY i LIMIT 1), ${tolerances[0]}) END
      AS tolerance
  FROM outline
  WHERE ST_Dimension(geom) = 2 AND CASE
    WHEN (SELECT geom IS NULL OR ST_Area(ST_Difference(outline.geom, geom)) > 1 FROM properties) THEN true
    ELSE (SELECT count(*) FROM (
      SELECT FROM address WHERE valid_to IS NULL AND ST_Intersects(outline.geom, point) LIMIT ${fewestAddresses}) few)
      = ${fewestAddresses} END`;

/**
 * Thins polygons, mends them where somebody moved, cuts through their holes and through what still has too many points,
 * and rounds: rows of `index`, `isKept` (false: thin it less) and `polygons` (GeoJSON in WGS 84).
 *
 * An address moved out if it lay in the shape, is not left out, and does not lie in the thinned one: the shape around it
 * is put back. One that is left out moved in if it lies in the thinned one, or close to it: its surroundings are cut out.
 *
 * @param candidates {@link Candidate}s as JSON
 */
export const thinnedSql = (audience: AreaAudience, candidates: string, given: Given): string => `
  WITH RECURSIVE candidate AS MATERIALIZED (
    SELECT (i - 1)::int AS i, (c->>'shape')::geometry AS geom, (c->>'tolerance')::float8 AS tolerance
    FROM json_array_elements(${given(candidates, 'json')}) WITH ORDINALITY AS list(c, i)),
  thin AS MATERIALIZED (
    SELECT i, tolerance, candidate.geom AS whole, CASE
        WHEN tolerance = 0 THEN candidate.geom
        WHEN ${fitsWithin('candidate.geom', 'tolerance')} THEN ST_SetSRID('POLYGON EMPTY'::geometry, ST_SRID(candidate.geom))
        ELSE ST_SimplifyPreserveTopology(ST_MakePolygon(ST_ExteriorRing(candidate.geom), ARRAY(
          SELECT ring FROM generate_series(1, ST_NumInteriorRings(candidate.geom)) n
            CROSS JOIN LATERAL ST_InteriorRingN(candidate.geom, n) AS ring
          WHERE NOT ${fitsWithin('ring', 'tolerance')})), tolerance) END AS geom
    FROM candidate),
  change AS MATERIALIZED (
    SELECT i, false AS comes, ST_Subdivide(ST_Difference(whole, geom), 128) AS geom FROM thin WHERE tolerance > 0
    UNION ALL
    SELECT i, true, ST_Subdivide(ST_Difference(ST_Buffer(geom, ${clearance}, 'quad_segs=2'), whole), 128)
    FROM thin WHERE tolerance > 0 AND EXISTS (${leftOut(audience, given)})),
  moved AS MATERIALIZED (
    SELECT change.i, comes, near.point FROM change CROSS JOIN LATERAL (
      SELECT a.id, a.point FROM address a
      WHERE a.valid_to IS NULL AND ST_Intersects(change.geom, a.point) OFFSET 0) near
    WHERE comes = (near.id IN (${leftOut(audience, given)}))),
  mend AS MATERIALIZED (
    SELECT i, tolerance, whole, geom, (SELECT count(*) FROM moved WHERE i = thin.i) AS moved,
      (SELECT ST_Union(ST_Buffer(point, 1.2 * tolerance, 'quad_segs=1')) FROM moved WHERE i = thin.i AND NOT comes) AS back,
      (SELECT ST_Union(ST_Buffer(point, ${cutOut}, 'quad_segs=2')) FROM moved WHERE i = thin.i AND comes) AS cut
    FROM thin),
  mended AS (
    SELECT i, (ST_Dump(ST_CollectionExtract(CASE WHEN cut IS NULL THEN filled ELSE ST_Difference(filled, cut) END, 3))).geom
    FROM mend CROSS JOIN LATERAL (
      SELECT CASE WHEN back IS NULL THEN geom ELSE ST_Union(geom, ST_Intersection(whole, back)) END AS filled OFFSET 0) f
    WHERE moved <= ${mostMoved}),
  piece AS (
    SELECT i, geom, 0 AS cuts FROM mended
    UNION ALL
    SELECT i, part.geom, cuts + 1
    FROM piece CROSS JOIN LATERAL (${halvesSql('piece.geom')}) half
      CROSS JOIN LATERAL ST_Dump(ST_CollectionExtract(ST_Intersection(piece.geom, half.geom), 3)) AS part
    WHERE ${isToBeCut('piece.geom')} AND cuts < ${mostCuts}),
  polygon AS (
    SELECT i, ST_ForcePolygonCCW(rounded.geom) AS geom
    FROM piece CROSS JOIN LATERAL ST_Dump(ST_CollectionExtract(ST_ReducePrecision(
      ST_Transform(ST_Segmentize(piece.geom, ${longEdge}), 4326), 0.000001), 3)) AS rounded
    WHERE NOT ${isToBeCut('piece.geom')} OR cuts >= ${mostCuts}),
  published AS (
    SELECT i, bool_and(ST_NumInteriorRings(geom) = 0 AND ST_IsValid(geom)) AS is_whole,
      json_agg(ST_AsGeoJSON(geom, 6)::json) AS polygons
    FROM polygon GROUP BY i)
  SELECT mend.i AS index, moved <= ${mostMoved} AND COALESCE(is_whole, tolerance > 0) AS "isKept",
    COALESCE(polygons, '[]') AS polygons
  FROM mend LEFT JOIN published USING (i) ORDER BY mend.i`;

/** Metres. An edge that is straight in degrees deviates from one that is straight in metres by a metre over this length. */
const longEdge = 5_000;

/** Whether a shape is so small that a point near it is within the tolerance of all of it. */
const fitsWithin = (geom: string, tolerance: string): string =>
  `(ST_XMax(${geom}) - ST_XMin(${geom}) < ${tolerance} AND ST_YMax(${geom}) - ST_YMin(${geom}) < ${tolerance})`;

// The rounding to a grid may add a few points, as does the segmentation of long edges.
const isToBeCut = (geom: string): string =>
  `(ST_NumInteriorRings(${geom}) > 0 OR ST_NPoints(${geom}) > ${mostPoints - 15})`;

/** Two rectangles that meet in the middle of a hole, or of the shape if it has none: rows of `geom`. */
const halvesSql = (geom: string): string => `
  SELECT CASE WHEN box.is_wide
    THEN ST_MakeEnvelope(
      CASE side WHEN 1 THEN ST_XMin(box.whole) - 1 ELSE x - lap_x END, ST_YMin(box.whole) - 1,
      CASE side WHEN 1 THEN x + lap_x ELSE ST_XMax(box.whole) + 1 END, ST_YMax(box.whole) + 1, ST_SRID(${geom}))
    ELSE ST_MakeEnvelope(
      ST_XMin(box.whole) - 1, CASE side WHEN 1 THEN ST_YMin(box.whole) - 1 ELSE y - lap_y END,
      ST_XMax(box.whole) + 1, CASE side WHEN 1 THEN y + lap_y ELSE ST_YMax(box.whole) + 1 END, ST_SRID(${geom}))
    END AS geom
  FROM (
    SELECT whole, ST_XMax(whole) - ST_XMin(whole) >= ST_YMax(whole) - ST_YMin(whole) AS is_wide,
      (ST_XMin(middle) + ST_XMax(middle)) / 2 AS x, (ST_YMin(middle) + ST_YMax(middle)) / 2 AS y,
      least(${overlap}, (ST_XMax(middle) - ST_XMin(middle)) / 4) AS lap_x,
      least(${overlap}, (ST_YMax(middle) - ST_YMin(middle)) / 4) AS lap_y
    FROM (
      SELECT Box2D(${geom}) AS whole,
        Box2D(COALESCE(ST_InteriorRingN(${geom}, (ST_NumInteriorRings(${geom}) + 1) / 2), ${geom})) AS middle) boxes) box
    CROSS JOIN (VALUES (1), (2)) AS sides(side)`;

/**
 * The last word on all polygons together: `streets` of the addresses that are meant and lie in none, and whether
 * `isTrue`, that no address that is left out lies in any.
 *
 * @param polygons GeoJSON in WGS 84
 * @param isLarge many addresses are meant: those outside the polygons are fewer than those inside, and are looked up
 */
export const judgedSql = (
  audience: AreaAudience,
  polygons: string,
  isLarge: boolean,
  given: Given,
): string => `
  WITH polygon AS MATERIALIZED (
    SELECT ${inMetres('p::text')} AS geom FROM json_array_elements(${given(polygons, 'json')}) p),
  inside AS MATERIALIZED (SELECT ST_Buffer(geom, -${margin}) AS geom FROM polygon),
  ${isLarge && isOfPlaces(audience) ? lookedUpOutside(audience, given) : outsideOfAll(audience, given)}
  SELECT
    ARRAY(SELECT DISTINCT a.street FROM outside o JOIN address a ON a.id = o.address_id) AS streets,
    NOT EXISTS (
      SELECT FROM (${leftOut(audience, given)}) l JOIN address a ON a.id = l.address_id
        JOIN polygon ON ST_Expand(a.point, ${margin}) && polygon.geom AND ST_DWithin(polygon.geom, a.point, ${margin}))
      AS "isTrue"`;

const isOfPlaces = ({ polygon, near }: AreaAudience): boolean => !polygon && !near;

const outsideOfAll = (audience: AreaAudience, given: Given): string => `
  covered AS (
    SELECT a.id FROM inside CROSS JOIN LATERAL (
      SELECT id FROM address WHERE valid_to IS NULL AND ST_Covers(inside.geom, point) OFFSET 0) a),
  outside AS ((${addressesOf(audience, given)}) EXCEPT SELECT id FROM covered)`;

/** Metres around the polygons in which addresses are looked up: more than any municipality is long. */
const farAway = 500_000;

const lookedUpOutside = (audience: AreaAudience, given: Given): string => `
  around AS MATERIALIZED (
    SELECT ST_Subdivide(ST_Difference(ST_Expand(ST_Envelope(ST_Union(geom)), ${farAway}), ST_Union(geom)), 128) AS geom
    FROM inside),
  outside AS (
    SELECT a.id AS address_id FROM around CROSS JOIN LATERAL (
      SELECT id FROM address WHERE valid_to IS NULL AND ST_Intersects(around.geom, point) OFFSET 0) a
    WHERE EXISTS (
        SELECT FROM address_place ap
        WHERE ap.place_id = ANY(${given(audience.places ?? [], 'uuid[]')}) AND ap.address_id = a.id)
      AND a.id NOT IN (${leftOut(audience, given)}))`;
