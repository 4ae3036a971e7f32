import type { EntityManager } from 'typeorm';
import { backgroundKinds, type DatasetLayer } from './import-row.js';
import { firstPerReasonSql, type NotedRow } from './import-notes.js';

/** How far the product of the scales east and north may be from 1. All of Sweden in EPSG:3006 stays below 0.4 %. */
const areaTolerance = 0.01;

/**
 * SQL that tells how far the product of the scales east and north is from 1, at a position in the metric reference. Far
 * outside its area of use, PROJ may throw an error instead.
 */
function scaleError(x: string, y: string, metric: number): string {
  const earth = (east: string, north: string): string =>
    `ST_Transform(ST_SetSRID(ST_MakePoint(${east}, ${north}), ${metric}), 4326)::geography`;
  return `abs(ST_Distance(${earth(x, y)}, ${earth(`${x} + 100`, y)})
                     * ST_Distance(${earth(x, y)}, ${earth(x, `${y} + 100`)}) / 1e4 - 1)`;
}

/** SQL that tells whether the metric reference measures true at a position. */
export const measuresTrue = (x: string, y: string, metric: number): string =>
  `CASE WHEN abs(${x}) < 1e8 AND abs(${y}) < 1e8 THEN ${scaleError(x, y, metric)} <= ${areaTolerance} ELSE false END`;

/** Side in metres of the squares in which the scale is checked. */
const square = 10_000;

interface Waiting {
  readonly table: string;
  readonly geometry: string;
  readonly kind: string;
}

/** The staging table of a layer's rows, and the column that holds their geometry. */
function waitingRows({ kind }: Pick<DatasetLayer, 'kind'>): Waiting {
  if (kind === 'address') return { table: 'incoming_address', geometry: 'point', kind: `'address'` };
  const drawn = (backgroundKinds as readonly string[]).includes(kind);
  return { table: drawn ? 'incoming_background' : 'incoming_place', geometry: 'geom', kind: 'i.kind' };
}

/**
 * Checks whether the metric reference measures true where the data lies. Far outside its area of use it still gives
 * coordinates, but they are wrong, and so is every distance and area.
 */
export class ReferenceCheck {
  /** EPSG code of the stored geometry. It may differ from the one in the settings. */
  async metric(tx: EntityManager): Promise<number> {
    const [row] = await tx.query<{ srid: number }[]>(
      `SELECT Find_SRID(current_schema()::text, 'place', 'geom') AS srid`,
    );
    return row!.srid;
  }

  /** Whether a reference is in degrees or on a plane; undefined if the database does not know it. */
  async kindOf(srid: number, tx: EntityManager): Promise<'degrees' | 'plane' | undefined> {
    const [row] = await tx.query<{ degrees: boolean }[]>(
      `SELECT proj4text LIKE '+proj=longlat%' AS degrees FROM spatial_ref_sys WHERE srid = $1`,
      [srid],
    );
    return row && (row.degrees ? 'degrees' : 'plane');
  }

  /** Refuses the rows of a layer that lie where the reference is more than 1 % off in area. */
  async refuseOutside(
    layer: Pick<DatasetLayer, 'kind' | 'name'>,
    metric: number,
    tx: EntityManager,
  ): Promise<{ refused: NotedRow[]; kept: number }> {
    const waiting = waitingRows(layer);
    const refused = await tx.query<NotedRow[]>(outsideSql(waiting, metric), [
      layer.name,
      square,
      areaTolerance,
    ]);
    const [left] = await tx.query<{ rows: number }[]>(
      `SELECT count(*)::int AS rows FROM ${waiting.table} WHERE layer = $1 AND ${waiting.geometry} IS NOT NULL`,
      [layer.name],
    );
    return { refused, kept: left!.rows };
  }
}

function outsideSql({ table, geometry, kind }: Waiting, metric: number): string {
  return `
    WITH located AS MATERIALIZED (
      SELECT ord, (ST_XMin(${geometry}) + ST_XMax(${geometry})) / 2 AS x, (ST_YMin(${geometry}) + ST_YMax(${geometry})) / 2 AS y
      FROM ${table} WHERE layer = $1 AND ${geometry} IS NOT NULL
    ), placed AS MATERIALIZED (
      SELECT ord, round(x / $2::float8) * $2::float8 AS x, round(y / $2::float8) * $2::float8 AS y
      FROM located WHERE abs(x) < 1e8 AND abs(y) < 1e8
    ), measured AS MATERIALIZED (
      SELECT x, y, ${scaleError('x', 'y', metric)} AS error
      FROM (SELECT DISTINCT x, y FROM placed) squares
    ), outside AS (
      SELECT ord FROM located
      EXCEPT SELECT ord FROM placed JOIN measured USING (x, y) WHERE error <= $3::float8
    ), refused AS (
      DELETE FROM ${table} i USING outside o WHERE o.ord = i.ord RETURNING i.layer, i.row, i.key, ${kind} AS kind
    ), remembered AS (
      INSERT INTO refused_key SELECT kind, key FROM refused WHERE key IS NOT NULL
    )
    ${firstPerReasonSql(`SELECT layer, row, key, 'outside-reference' AS code, NULL AS detail FROM refused`)}`;
}
