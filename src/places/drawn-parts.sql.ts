/**
 * SQL for a drawn polygon as one shape: parts that overlap or share an edge, which each is whole
 * (`DrawnGeometries.check`), cover what all of them cover.
 */
export const asOneShape = (geometry: string): string =>
  `(SELECT CASE WHEN ST_IsValid(drawn_parts.geom) THEN drawn_parts.geom ELSE ST_UnaryUnion(drawn_parts.geom) END
    FROM (SELECT ${geometry} AS geom OFFSET 0) drawn_parts)`;
