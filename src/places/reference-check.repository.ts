import type { EntityManager } from 'typeorm';
import type { NotedRow } from './incoming.js';

/** How far the scales east and north, multiplied, may be from 1: all of Sweden in EPSG:3006 stays below 0.4 %. */
const areaTolerance = 0.01;

/** Side of the squares in which the scale is looked at, in metres. */
const square = 10_000;

/** Tables in which rows wait, the column that holds their geometry, and their kind. */
const waiting = [
  { table: 'incoming_place', column: 'geom', kind: 'i.kind' },
  { table: 'incoming_address', column: 'point', kind: `'address'` },
  { table: 'incoming_background', column: 'geom', kind: 'i.kind' },
] as const;

/**
 * Does the metric reference measure true where the data lies? Far outside its area of use it gives coordinates all
 * the same, only wrong ones, and every distance and area with them.
 */
export class ReferenceCheck {
  /** EPSG code of the stored geometry, which the settings may or may not agree with. */
  async metric(db: EntityManager): Promise<number> {
    const [row] = await db.query<{ srid: number }[]>(
      `SELECT Find_SRID(current_schema()::text, 'place', 'geom') AS srid`,
    );
    return row!.srid;
  }

  async knows(srid: number, db: EntityManager): Promise<boolean> {
    return (await db.query<unknown[]>('SELECT 1 FROM spatial_ref_sys WHERE srid = $1', [srid])).length === 1;
  }

  /** Takes out the rows that lie where the reference is more than 1 % off in area. */
  async refuseOutside(metric: number, db: EntityManager): Promise<{ refused: NotedRow[]; kept: number }> {
    const refused: NotedRow[] = [];
    let kept = 0;
    for (const { table, column, kind } of waiting) {
      refused.push(
        ...(await db.query<NotedRow[]>(outsideSql(table, column, kind, metric), [square, areaTolerance])),
      );
      const [left] = await db.query<{ rows: number }[]>(
        `SELECT count(*)::int AS rows FROM ${table} WHERE ${column} IS NOT NULL`,
      );
      kept += left!.rows;
    }
    return { refused, kept };
  }
}

function outsideSql(table: string, column: string, kind: string, metric: number): string {
  const earth = (x: string, y: string): string =>
    `ST_Transform(ST_SetSRID(ST_MakePoint(${x}, ${y}), ${metric}), 4326)::geography`;
  return `
    WITH located AS MATERIALIZED (
      SELECT ord, (ST_XMin(${column}) + ST_XMax(${column})) / 2 AS x, (ST_YMin(${column}) + ST_YMax(${column})) / 2 AS y
      FROM ${table} WHERE ${column} IS NOT NULL
    ), placed AS MATERIALIZED (
      SELECT ord, round(x / $1::float8) * $1::float8 AS x, round(y / $1::float8) * $1::float8 AS y
      FROM located WHERE abs(x) < 1e8 AND abs(y) < 1e8
    ), measured AS MATERIALIZED (
      SELECT x, y, abs(ST_Distance(${earth('x', 'y')}, ${earth('x + 100', 'y')})
                     * ST_Distance(${earth('x', 'y')}, ${earth('x', 'y + 100')}) / 1e4 - 1) AS error
      FROM (SELECT DISTINCT x, y FROM placed) squares
    ), outside AS (
      SELECT ord FROM located
      EXCEPT SELECT ord FROM placed JOIN measured USING (x, y) WHERE error <= $2::float8
    ), refused AS (
      DELETE FROM ${table} i USING outside o WHERE o.ord = i.ord RETURNING i.layer, i.row, i.key, ${kind} AS kind
    ), remembered AS (
      INSERT INTO refused_key SELECT kind, key FROM refused WHERE key IS NOT NULL
    )
    SELECT layer, row, key, 'outside-reference' AS code, NULL AS detail FROM refused`;
}
