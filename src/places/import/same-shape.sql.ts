/**
 * Metres. Another format, reference or number of decimals moves a point or a border by no more than this. It is too
 * little for a door to be on another side of a border.
 */
const closest = 0.01;

/**
 * Most vertices of an approximate comparison, whose time grows with their square. Larger borders are the same only if
 * every digit is equal.
 */
const maxVertices = 2_000;

/**
 * SQL that tells whether two polygons in the metric reference are the same, apart from how they were written. It is not
 * enough to compare the vertices, because the same vertices may be joined in another way. So points at the quarters of
 * the edges are compared too. (An overlay of both would be the best test, but makes the embedded PostGIS end its
 * statement halfway, without an error.)
 */
export const isSameShape = (one: string, other: string): string =>
  `CASE WHEN ${one} = ${other} THEN true
        WHEN greatest(ST_NPoints(${one}), ST_NPoints(${other})) > ${maxVertices}
          THEN ST_Normalize(${one}) = ST_Normalize(${other})
        WHEN abs(ST_Area(${one}) - ST_Area(${other})) > ${closest} * ST_Perimeter(${one}) THEN false
        ELSE ST_HausdorffDistance(${one}, ${other}, 0.25) <= ${closest} END`;

/** SQL that tells whether two points in the metric reference are the same, apart from how they were written. */
export const isSamePoint = (one: string, other: string): string => `ST_DWithin(${one}, ${other}, ${closest})`;
