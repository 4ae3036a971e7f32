/**
 * How far two tellings of one point or border may lie apart, metres: what another format, reference or number of
 * decimals makes of it. No door comes to lie on another side of it.
 */
const closest = 0.01;

/** Comparing takes the square of this: a border of more corners is the same only to the last digit. */
const maxVertices = 2_000;

/**
 * Whether two polygons in the metric reference are one, but for how they were written. Corners alone would not tell: the
 * same may be joined otherwise, so the edges are looked at too, at their quarters. (An overlay of both would say it best,
 * and makes the embedded PostGIS end its statement halfway, without a word.)
 */
export const isSameShape = (one: string, other: string): string =>
  `CASE WHEN ${one} = ${other} THEN true
        WHEN greatest(ST_NPoints(${one}), ST_NPoints(${other})) > ${maxVertices}
          THEN ST_Normalize(${one}) = ST_Normalize(${other})
        WHEN abs(ST_Area(${one}) - ST_Area(${other})) > ${closest} * ST_Perimeter(${one}) THEN false
        ELSE ST_HausdorffDistance(${one}, ${other}, 0.25) <= ${closest} END`;

/** Whether two points in the metric reference are one, but for how they were written. */
export const isSamePoint = (one: string, other: string): string => `ST_DWithin(${one}, ${other}, ${closest})`;
