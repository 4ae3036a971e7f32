/**
 * SQL that merges a drawn polygon to one valid shape. Its parts may overlap or share an edge; each of them is valid
 * (`DrawnGeometries.check`).
 */
export const asOneShape = (geometry: string): string =>
  `(SELECT CASE WHEN ST_IsValid(drawn_parts.geom) THEN drawn_parts.geom ELSE ST_UnaryUnion(drawn_parts.geom) END
    FROM (SELECT ${geometry} AS geom OFFSET 0) drawn_parts)`;
