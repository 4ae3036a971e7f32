/**
 * A tenth of a millimetre, to which an overlay rounds where edges meet. Without a grid GEOS first tries exact coordinates,
 * and where that fails, as along an edge that two shapes share, throws and tries again: from that the embedded database
 * does not come back.
 */
export const gridInMetres = '0.0001';
export const gridInDegrees = '1e-9';

/**
 * SQL for a drawn polygon as one shape: parts that overlap or share an edge, which each is whole
 * (`DrawnGeometries.check`), cover what all of them cover.
 */
export const asOneShape = (geometry: string): string =>
  `(SELECT CASE WHEN ST_IsValid(drawn_parts.geom) THEN drawn_parts.geom ELSE ST_UnaryUnion(drawn_parts.geom, ${gridInMetres}) END
    FROM (SELECT ${geometry} AS geom OFFSET 0) drawn_parts)`;
