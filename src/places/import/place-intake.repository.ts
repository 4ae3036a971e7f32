import type { EntityManager } from 'typeorm';
import { bulkLoadIfEmpty } from '../../platform/database/bulk-load-if-empty.js';
import {
  firstPerReasonSql,
  refusingSql,
  type Missing,
  type NotedRow,
  type OutcomeCount,
  type References,
} from './import-notes.js';
import type { PlaceKind } from '../place-kind.js';
import { isSameShape } from './same-shape.sql.js';

/** A row that is being taken in. Its geometry is checked and written as GeoJSON. */
export interface IncomingPlace {
  readonly id: string;
  readonly layer: string;
  readonly row: number;
  readonly kind: PlaceKind;
  readonly key: string;
  readonly name: string;
  readonly searchName: string;
  readonly grouped: boolean;
  /** The block in its designation. */
  readonly blockKey: string | null;
  readonly geometry: string;
}

/** Share of its area that a polygon may lose or gain by a repair. If it is more, nobody knows what was meant. */
const repairTolerance = 0.01;

/**
 * Takes in places. They wait in temporary tables until all are there, then replace what is stored. Everything runs in
 * the caller's transaction and is rolled back with it.
 */
export class PlaceIntake {
  async prepare(tx: EntityManager): Promise<void> {
    await tx.query(`
      CREATE TEMP TABLE incoming_place (
        ord int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id uuid, layer text, row int, kind text, key text, name text,
        search_name text, grouped boolean, block_key text, geom geometry
      ) ON COMMIT DROP;
      CREATE TEMP TABLE refused_key (kind text, key text) ON COMMIT DROP;
      CREATE TEMP TABLE touched_place (id uuid) ON COMMIT DROP;`);
  }

  /** Stages a batch, and transforms it from its own reference to the metric one. */
  async stage(
    rows: readonly IncomingPlace[],
    { srid, metric }: References,
    tx: EntityManager,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO incoming_place (id, layer, row, kind, key, name, search_name, grouped, block_key, geom)
       SELECT id, layer, row, kind, key, name, search_name, grouped, block_key,
              ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON(geometry), $11::int), $12::int)
       FROM unnest($1::uuid[], $2::text[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::boolean[],
                   $9::text[], $10::text[]) AS r(id, layer, row, kind, key, name, search_name, grouped, block_key, geometry)`,
      [
        rows.map(({ id }) => id),
        rows.map(({ layer }) => layer),
        rows.map(({ row }) => row),
        rows.map(({ kind }) => kind),
        rows.map(({ key }) => key),
        rows.map(({ name }) => name),
        rows.map(({ searchName }) => searchName),
        rows.map(({ grouped }) => grouped),
        rows.map(({ blockKey }) => blockKey),
        rows.map(({ geometry }) => geometry),
        srid,
        metric,
      ],
    );
  }

  /**
   * Repairs invalid polygons, if they stay polygons and their area stays within 1 %. Parts that are each valid but
   * overlap or share an edge become their union. A part inside another is not merged: it might be its hole.
   *
   * @returns the rows that were repaired, with what was wrong
   */
  async repair(tx: EntityManager): Promise<NotedRow[]> {
    await tx.query('ANALYZE incoming_place');
    return tx.query<NotedRow[]>(
      `WITH broken AS MATERIALIZED (
         SELECT ord, ST_IsValidReason(geom) AS reason, abs(ST_Area(geom)) AS area, united,
                CASE WHEN united THEN ST_UnaryUnion(geom)
                     ELSE ST_CollectionExtract(ST_MakeValid(geom), 3) END AS mended
         FROM (SELECT ord, geom, ${areOnlyOverlapping('waiting.geom')} AS united
               FROM incoming_place waiting WHERE NOT ST_IsValid(geom)) invalid
       ), mended AS (
       UPDATE incoming_place i SET geom = ST_Multi(b.mended)
       FROM broken b
       WHERE b.ord = i.ord AND NOT ST_IsEmpty(b.mended) AND b.area > 0
         AND (b.united OR abs(ST_Area(b.mended) - b.area) <= $1 * b.area)
       RETURNING i.layer, i.row, i.key, 'geometry-invalid' AS code, b.reason AS detail
       ) ${firstPerReasonSql('SELECT * FROM mended')}`,
      [repairTolerance],
    );
  }

  /** Refuses polygons that could not be repaired or that have no area. */
  async refuseBroken(tx: EntityManager): Promise<NotedRow[]> {
    return tx.query<NotedRow[]>(
      refusingSql(`DELETE FROM incoming_place WHERE NOT ST_IsValid(geom) OR ST_Area(geom) = 0
       RETURNING layer, row, kind, key, 'geometry-lost' AS code, ST_IsValidReason(geom) AS detail`),
    );
  }

  /** Refuses rows that have the same key but differ, in a layer where each row is a place of its own. */
  async refuseRepeated(tx: EntityManager): Promise<NotedRow[]> {
    return tx.query<NotedRow[]>(
      refusingSql(`DELETE FROM incoming_place i USING (
         WITH repeated AS MATERIALIZED (
           SELECT kind, key, count(*) AS rows, min(ord) AS first FROM incoming_place GROUP BY kind, key
           HAVING count(*) > 1 AND NOT bool_and(grouped)
         )
         SELECT r.kind, r.key, r.rows FROM repeated r
         JOIN incoming_place f ON f.ord = r.first
         JOIN incoming_place other ON other.kind = r.kind AND other.key = r.key
         GROUP BY r.kind, r.key, r.rows
         HAVING NOT bool_and(other.name = f.name AND ${isSameShape('ST_Multi(other.geom)', 'ST_Multi(f.geom)')})
       ) twin
       WHERE twin.kind = i.kind AND twin.key = i.key
       RETURNING i.layer, i.row, i.kind, i.key, 'key-repeated' AS code, twin.rows || ' rows' AS detail`),
    );
  }

  /** Merges the rows to one per place, with the polygons of a group united, and compares each with the stored place. */
  async gather(source: string, tx: EntityManager): Promise<void> {
    await tx.query(
      `CREATE TEMP TABLE ready_place ON COMMIT DROP AS
       WITH whole AS (
         SELECT kind, key, count(*) AS rows, min(ord) AS ord,
                CASE WHEN bool_and(grouped) AND count(DISTINCT ST_AsBinary(geom)) > 1 THEN ST_Union(geom)
                     ELSE (array_agg(geom ORDER BY ord))[1] END AS geom
         FROM incoming_place GROUP BY kind, key
       )
       SELECT coalesce(known.id, i.id) AS id, i.layer, i.row, w.kind, w.key, i.name, i.search_name, i.block_key, w.rows,
              ST_Multi(w.geom) AS geom,
              CASE WHEN known.id IS NULL OR known.valid_to IS NOT NULL THEN 'new'
                   WHEN known.name = i.name AND known.search_name = i.search_name
                        AND ${isSameShape('known.geom', 'ST_Multi(w.geom)')}
                   THEN 'unchanged' ELSE 'changed' END AS outcome
       FROM whole w JOIN incoming_place i ON i.ord = w.ord
       LEFT JOIN LATERAL (
         SELECT p.* FROM place p WHERE p.source = $1 AND p.kind = w.kind AND p.source_key = w.key
         ORDER BY p.valid_to DESC NULLS FIRST LIMIT 1
       ) known ON true`,
      [source],
    );
    await tx.query('CREATE UNIQUE INDEX ON ready_place (kind, key); ANALYZE ready_place');
    // A place that is missing in ready_place would end. The embedded database may end a statement halfway without an
    // error; that must not end places.
    const [row] = await tx.query<{ lost: number }[]>(
      `SELECT (SELECT count(*) FROM (SELECT FROM incoming_place GROUP BY kind, key) one)::int
            - (SELECT count(*) FROM ready_place)::int AS lost`,
    );
    if (row!.lost !== 0) throw new Error(`${row!.lost} places were lost while they were compared`);
  }

  async outcomes(tx: EntityManager): Promise<OutcomeCount[]> {
    return tx.query<OutcomeCount[]>(
      `SELECT layer, outcome, count(*)::int AS rows FROM ready_place GROUP BY layer, outcome
       UNION ALL
       SELECT layer, 'merged', count(*)::int
       FROM (SELECT layer, row_number() OVER (PARTITION BY kind, key ORDER BY ord) AS nth FROM incoming_place) i
       WHERE nth > 1 GROUP BY layer`,
    );
  }

  /**
   * Current places of these kinds that the dataset no longer has, and that would therefore end. A refused row ends
   * nothing.
   */
  async missing(source: string, kinds: readonly string[], tx: EntityManager): Promise<Missing[]> {
    return tx.query<Missing[]>(
      `SELECT kind, count(*)::int AS current, count(*) FILTER (WHERE ${isGonePlace('p')})::int AS gone
       FROM place p WHERE source = $1 AND kind = ANY($2) AND valid_to IS NULL GROUP BY kind`,
      [source, kinds],
    );
  }

  /**
   * Ends, changes and adds places. Unchanged rows are not touched. The former state of a changed place is kept in
   * place_past. A place that comes back gets its old id again, and has no state for the time in between.
   */
  async apply(source: string, kinds: readonly string[], now: Date, tx: EntityManager): Promise<void> {
    await tx.query(
      `WITH ended AS (
         UPDATE place p SET valid_to = $3
         WHERE source = $1 AND kind = ANY($2) AND valid_to IS NULL AND ${isGonePlace('p')} RETURNING id)
       INSERT INTO touched_place SELECT id FROM ended`,
      [source, kinds, now],
    );
    const write = (): Promise<unknown> =>
      tx.query(
        `WITH past AS (
         INSERT INTO place_past (place_id, name, geom, valid_from, valid_to)
         SELECT p.id, p.name, p.geom, p.valid_from, coalesce(p.valid_to, $2)
         FROM ready_place r JOIN place p ON p.id = r.id
         WHERE r.kind = ANY($3) AND r.outcome <> 'unchanged' AND p.valid_from < coalesce(p.valid_to, $2)
       ), written AS (
         INSERT INTO place AS known (id, kind, name, search_name, source, source_key, geom, block_key, valid_from)
         SELECT id, kind, name, search_name, $1, key, geom, block_key, $2
         FROM ready_place WHERE kind = ANY($3) AND outcome <> 'unchanged'
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, search_name = excluded.search_name,
           geom = excluded.geom, block_key = excluded.block_key, valid_from = excluded.valid_from, valid_to = NULL
         RETURNING id)
       INSERT INTO touched_place SELECT id FROM written`,
        [source, now, kinds],
      );
    await bulkLoadIfEmpty('place', write, tx);
    await tx.query('ANALYZE place');
  }

  /** Remembers keys whose row was refused before it was staged: what is stored under them stays. */
  async rememberRefused(keys: readonly { kind: string; key: string }[], tx: EntityManager): Promise<void> {
    await tx.query('INSERT INTO refused_key SELECT * FROM unnest($1::text[], $2::text[])', [
      keys.map(({ kind }) => kind),
      keys.map(({ key }) => key),
    ]);
  }
}

/** Most parts of one polygon that are compared with each other. */
const maxParts = 100;

/**
 * SQL that says whether all parts are valid, and none lies inside another one, except its twin.
 *
 * @param geom qualified with its table: a part has a column of the same name
 */
const areOnlyOverlapping = (geom: string): string =>
  `CASE WHEN ST_NumGeometries(${geom}) NOT BETWEEN 2 AND ${maxParts} THEN false
        WHEN (SELECT bool_and(ST_IsValid(part.geom)) FROM ST_Dump(${geom}) part)
          THEN NOT EXISTS (SELECT FROM ST_Dump(${geom}) one, ST_Dump(${geom}) other
                           WHERE one.path <> other.path AND ST_CoveredBy(one.geom, other.geom)
                             AND NOT ST_Equals(one.geom, other.geom))
        ELSE false END`;

/** SQL condition: nothing in the dataset says that the place is still there. */
export const isGonePlace = (place: string): string =>
  `NOT EXISTS (SELECT FROM ready_place r WHERE r.kind = ${place}.kind AND r.key = ${place}.source_key)
   AND NOT EXISTS (SELECT FROM refused_key r WHERE r.kind = ${place}.kind AND r.key = ${place}.source_key)`;
