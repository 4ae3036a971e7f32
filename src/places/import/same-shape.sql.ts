/**
 * How far two tellings of one point or border may lie apart, metres: what another format, reference or number of
 * decimals makes of it. No door comes to lie on another side of it.
 */
const closest = 0.01;

/** Comparing takes the square of this: a border of more corners is the same only to the last digit. */
const mostCorners = 5_000;

/** Whether two polygons in the metric reference are one, but for how they were written. */
export const isSameShape = (one: string, other: string): string =>
  `CASE WHEN ${one} = ${other} THEN true
        WHEN greatest(ST_NPoints(${one}), ST_NPoints(${other})) > ${mostCorners}
          OR abs(ST_Area(${one}) - ST_Area(${other})) > ${closest} * ST_Perimeter(${one}) THEN false
        WHEN ST_HausdorffDistance(${one}, ${other}) > ${closest} THEN false
        -- The same corners may be joined otherwise.
        ELSE ST_Area(ST_SymDifference(${one}, ${other})) <= ${closest} * ST_Perimeter(${one}) END`;

/** Whether two points in the metric reference are one, but for how they were written. */
export const isSamePoint = (one: string, other: string): string => `ST_DWithin(${one}, ${other}, ${closest})`;
