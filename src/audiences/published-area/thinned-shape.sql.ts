import type { AreaAudience } from '../audience.js';
import { clearance, leftOut, mostPoints } from './published-shape.sql.js';

/** Metres by which pieces overlap where they were cut, so that nobody falls between them by rounding. */
const overlap = 0.5;

/** With more addresses moved, thinning less gives fewer points than mending. */
const mostMoved = 200;

/** Metres. A polygon that is thinned by no more than this is mended, however many addresses moved. */
const finest = 4;

/** Cuts one after the other, so that the recursion ends in any case. */
const mostCuts = 60;

type Given = (value: unknown, type: string) => string;

/**
 * Thins polygons, mends them where somebody moved, cuts through their holes and through what still has too many points,
 * and rounds: rows of `index`, `isKept` (false: thin it less) and `polygons` (GeoJSON in WGS 84).
 *
 * An address moved if it lay in the shape and does not lie in the thinned one, or the other way round without being
 * meant: around it, the shape becomes again what it was. One that is left out moved even if it only comes close.
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
    SELECT i, 'goes' AS how, ST_Subdivide(ST_Difference(whole, geom), 128) AS geom FROM thin WHERE tolerance > 0
    UNION ALL
    SELECT i, 'comes', ST_Subdivide(ST_Difference(geom, whole), 128) FROM thin WHERE tolerance > 0
    UNION ALL
    SELECT i, 'comes close', ST_Subdivide(ST_Difference(ST_Buffer(geom, ${clearance}, 'quad_segs=2'), whole), 128)
    FROM thin WHERE tolerance > 0 AND EXISTS (${leftOut(audience, given)})),
  moved AS MATERIALIZED (
    SELECT DISTINCT change.i, near.point FROM change CROSS JOIN LATERAL (
      SELECT a.id, a.point FROM address a
      WHERE a.valid_to IS NULL AND ST_Intersects(change.geom, a.point) OFFSET 0) near
    WHERE CASE WHEN near.id IN (SELECT unnest(ARRAY(${leftOut(audience, given)}))) THEN how = 'comes close'
      WHEN how = 'comes' THEN NOT EXISTS (
        SELECT FROM address_place ap
        WHERE ap.place_id = ANY(${given(audience.places ?? [], 'uuid[]')}) AND ap.address_id = near.id)
      ELSE how = 'goes' END),
  mend AS MATERIALIZED (
    SELECT i, tolerance, whole, geom, tolerance <= ${finest} OR (SELECT count(*) FROM moved WHERE i = thin.i) <= ${mostMoved} AS is_kept,
      (SELECT ST_Union(ST_Buffer(point, 1.2 * tolerance, 'quad_segs=1')) FROM moved WHERE i = thin.i) AS around
    FROM thin),
  mended AS (
    SELECT i, (ST_Dump(ST_CollectionExtract(CASE WHEN around IS NULL THEN geom
      ELSE ST_Union(ST_Difference(geom, around), ST_Intersection(whole, around)) END, 3))).geom
    FROM mend WHERE is_kept),
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
  SELECT mend.i AS index, is_kept AND COALESCE(is_whole, tolerance > 0) AS "isKept",
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
