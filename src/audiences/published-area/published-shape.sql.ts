import { areaShapeSql } from '../area-shape.sql.js';
import type { AreaAudience } from '../audience.js';
import { fewestAddresses, fewestHidden } from './published-area.js';

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
export const [clearance, cutOut] = [3, 5];

/** Metres. An address that lies so deep in a place that is left out is clear of the shape. */
const deep = 10;

/** Metres. The sides of the squares that hide single addresses that are left out, on a grid that is the same for all. */
const hidingSquares = [50, 75, 100, 150, 200, 300, 400, 600, 800, 1_200, 1_600] as const;

type Given = (value: unknown, type: string) => string;

/** The addresses that are left out: `(address_id)`. */
export const leftOut = ({ minus }: AreaAudience, given: Given): string =>
  `SELECT address_id FROM address_place WHERE place_id = ANY(${given(minus?.places ?? [], 'uuid[]')})`;

/**
 * The polygons of an area in the metric reference: rows of `shape` (hex EWKB) and `tolerance`, the smallest at which its
 * outline has at most {@link mostPoints}.
 *
 * Two things would tell a dwelling, and are not drawn as they are:
 * - A hole with a few addresses. A square of a fixed grid with more addresses is cut out instead, so that nobody sees
 *   which of them is left out.
 * - A polygon with a few addresses, such as a property that lies alone. It is left out, unless it is a whole polygon of a
 *   larger area or block, such as an islet: then it says no more than the name. Properties need more addresses than a
 *   drawing, because their outline is known.
 */
export const shapesSql = (audience: AreaAudience, given: Given): string => `
  WITH ${areaShapeSql(audience, given)},
  gap AS MATERIALIZED (
    SELECT part.geom, ${countUpTo(fewestHidden, 'ST_Intersects(part.geom, point)')} AS addresses
    FROM without CROSS JOIN LATERAL ST_Dump(ST_Buffer(without.geom, ${pad - sliver}, 'join=mitre')) AS part),
  wide_gap AS MATERIALIZED (
    SELECT ST_Union(geom) AS geom FROM gap WHERE addresses = 0 OR addresses = ${fewestHidden}),
  kept AS (
    SELECT part.geom, ST_MakePolygon(ST_ExteriorRing(part.geom)) AS outer_part, holes.geom AS holes
    FROM whole CROSS JOIN wide_gap CROSS JOIN LATERAL ST_Dump(
      CASE WHEN wide_gap.geom IS NULL THEN whole.geom ELSE ST_Difference(whole.geom, wide_gap.geom) END) AS part
      CROSS JOIN LATERAL (
        SELECT ST_Union(ring.geom) AS geom
        FROM ST_DumpRings(part.geom) ring WHERE ring.path[1] > 0) holes
    WHERE ST_Dimension(part.geom) = 2),
  tidy AS MATERIALIZED (
    SELECT ST_Union(CASE
      -- Holes are shrunk apart from the outline: GEOS takes seconds for a polygon with hundreds of holes.
      WHEN holes IS NULL OR ST_Intersects(ST_ExteriorRing(geom), ST_Buffer(holes, ${pad}, 'join=mitre')) THEN ${tidied('geom', -sliver, pad)}
      ELSE ST_Difference(${tidied('outer_part', -sliver, pad)}, ${tidied('holes', sliver, -pad)}) END) AS geom
    FROM kept),
  ground AS MATERIALIZED (SELECT ST_Subdivide(geom, 128) AS geom FROM tidy),
  ${leftOutNear(audience, given)},
  cut AS (
    SELECT ST_Union(CASE WHEN is_at_gap THEN ST_Buffer(point, ${cutOut}, 'quad_segs=2') ELSE hiding.geom END) AS geom
    FROM lone CROSS JOIN LATERAL (${hidingSquare('lone.point')}) hiding),
  outline AS MATERIALIZED (
    SELECT (ST_Dump(CASE WHEN cut.geom IS NULL THEN tidy.geom ELSE ST_Difference(tidy.geom, cut.geom) END)).geom
    FROM tidy, cut),
  property AS MATERIALIZED (
    SELECT (ST_Dump(ST_Buffer(ST_Union(geom), 1))).geom FROM place
    WHERE kind = 'property' AND id = ANY(${given(audience.places ?? [], 'uuid[]')})),
  larger AS MATERIALIZED (
    SELECT part.geom FROM place p CROSS JOIN LATERAL ST_Dump(p.geom) AS part
    WHERE p.kind <> 'property' AND p.id = ANY(${given(audience.places ?? [], 'uuid[]')}) AND (
      SELECT count(*) FROM (SELECT FROM address_place WHERE place_id = p.id LIMIT ${fewestAddresses}) few)
      = ${fewestAddresses})
  SELECT encode(ST_AsEWKB(geom), 'hex') AS shape,
    CASE WHEN (SELECT count(*) FROM outline) > ${manyPolygons} THEN ${tolerances[0]} ELSE COALESCE((
      SELECT t FROM unnest(ARRAY[${[...tolerances].reverse().join(', ')}]) WITH ORDINALITY AS rung(t, i)
      WHERE ST_NPoints(ST_Simplify(ST_ExteriorRing(geom), t)) <= ${mostPoints} ORDER BY i LIMIT 1), ${tolerances[0]}) END
      AS tolerance
  FROM outline
  WHERE ST_Dimension(geom) = 2 AND CASE
    WHEN EXISTS (
      SELECT FROM larger
      WHERE larger.geom && outline.geom AND ST_Area(ST_Difference(larger.geom, outline.geom)) <= 1) THEN true
    WHEN EXISTS (
      SELECT FROM property
      WHERE property.geom && outline.geom AND ST_Area(ST_Difference(outline.geom, property.geom)) <= 1)
    THEN ${countUpTo(fewestAddresses, 'ST_Intersects(outline.geom, point)')} = ${fewestAddresses}
    ELSE ${countUpTo(fewestHidden, 'ST_Intersects(outline.geom, point)')} IN (0, ${fewestHidden}) END`;

const tidied = (geom: string, first: number, second: number): string =>
  `ST_Buffer(ST_Buffer(${geom}, ${first}, 'join=mitre'), ${second}, 'join=mitre')`;

const countUpTo = (most: number, condition: string): string =>
  `(SELECT count(*) FROM (SELECT FROM address WHERE valid_to IS NULL AND ${condition} LIMIT ${most}) few)`;

/**
 * `lone`: the addresses that are left out, but lie in the shape or close to it. Those that lie deep in their own place
 * that is left out are quickly told from them, if their place is cut out of the shape.
 */
const leftOutNear = ({ minus }: AreaAudience, given: Given): string => `
  own AS MATERIALIZED (
    SELECT id, CASE WHEN EXISTS (
        SELECT FROM gap WHERE addresses BETWEEN 1 AND ${fewestHidden - 1} AND gap.geom && place.geom)
      THEN NULL ELSE ST_Buffer(geom, -${deep}) END AS core
    FROM place WHERE id = ANY(${given(minus?.places ?? [], 'uuid[]')})),
  suspect AS MATERIALIZED (
    SELECT DISTINCT a.id, a.point
    FROM own JOIN address_place ap ON ap.place_id = own.id
      CROSS JOIN LATERAL (SELECT id, point FROM address WHERE id = ap.address_id OFFSET 0) a
    WHERE own.core IS NULL OR NOT ST_Intersects(own.core, a.point)),
  lone AS MATERIALIZED (
    SELECT point, EXISTS (SELECT FROM wide_gap WHERE ST_DWithin(wide_gap.geom, point, ${2 * cutOut})) AS is_at_gap
    FROM suspect
    WHERE EXISTS (
      SELECT FROM ground WHERE ground.geom && ST_Expand(point, ${clearance}) AND ST_DWithin(ground.geom, point, ${clearance})))`;

/** The smallest square around a point in which some more addresses of the shape lie, and a margin. */
const hidingSquare = (point: string): string => `
  SELECT ST_Expand(box.geom, ${cutOut}) AS geom
  FROM unnest(ARRAY[${hidingSquares.join(', ')}]) AS side
    CROSS JOIN LATERAL (
      SELECT ST_MakeEnvelope(x * side, y * side, (x + 1) * side, (y + 1) * side, ST_SRID(${point})) AS geom
      FROM (SELECT floor(ST_X(${point}) / side) AS x, floor(ST_Y(${point}) / side) AS y) corner) box
  WHERE side = ${hidingSquares.at(-1)} OR (
    SELECT count(*) FROM (
      SELECT FROM address a
      WHERE a.valid_to IS NULL AND a.point && box.geom AND EXISTS (
        SELECT FROM ground WHERE ground.geom && a.point AND ST_Intersects(ground.geom, a.point))
      LIMIT ${fewestHidden}) few) = ${fewestHidden}
  ORDER BY side LIMIT 1`;
