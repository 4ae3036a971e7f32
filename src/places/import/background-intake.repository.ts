import type { EntityManager } from 'typeorm';
import type { OutcomeCount, References } from './import-notes.js';

export interface IncomingBackground {
  readonly layer: string;
  readonly row: number;
  readonly kind: string;
  readonly name: string | null;
  /** GeoJSON. */
  readonly geometry: string;
}

/**
 * Takes in water and streets, which the map draws behind the places. They have no key: a row is compared by its shape
 * and its name.
 */
export class BackgroundIntake {
  async prepare(tx: EntityManager): Promise<void> {
    await tx.query(`
      CREATE TEMP TABLE incoming_background (
        ord int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, layer text, row int, kind text, key text, name text,
        geom geometry
      ) ON COMMIT DROP`);
  }

  async stage(
    rows: readonly IncomingBackground[],
    { srid, metric }: References,
    tx: EntityManager,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO incoming_background (layer, row, kind, name, geom)
       SELECT layer, row, kind, name, ST_MakeValid(ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON(geometry), $6::int), $7::int))
       FROM unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::text[]) AS r(layer, row, kind, name, geometry)`,
      [
        rows.map(({ layer }) => layer),
        rows.map(({ row }) => row),
        rows.map(({ kind }) => kind),
        rows.map(({ name }) => name),
        rows.map(({ geometry }) => geometry),
        srid,
        metric,
      ],
    );
  }

  async gather(source: string, tx: EntityManager): Promise<void> {
    await tx.query(
      `CREATE TEMP TABLE ready_background ON COMMIT DROP AS
       SELECT i.layer, i.kind, i.name, i.geom, i.nth,
              CASE WHEN i.nth > 1 THEN 'merged'
                   WHEN EXISTS (SELECT FROM map_feature f WHERE f.source = $1 AND f.layer = i.kind AND f.geom ~= i.geom
                                  AND f.geom = i.geom AND f.name IS NOT DISTINCT FROM i.name)
                   THEN 'unchanged' ELSE 'new' END AS outcome
       FROM (SELECT *, row_number() OVER (PARTITION BY kind, name, geom ORDER BY ord) AS nth FROM incoming_background) i`,
      [source],
    );
    await tx.query('CREATE INDEX ON ready_background USING gist (geom); ANALYZE ready_background');
  }

  async outcomes(tx: EntityManager): Promise<OutcomeCount[]> {
    return tx.query<OutcomeCount[]>(
      'SELECT layer, outcome, count(*)::int AS rows FROM ready_background GROUP BY layer, outcome',
    );
  }

  /** @returns how many features were deleted */
  async apply(source: string, kinds: readonly string[], tx: EntityManager): Promise<number> {
    const [, gone] = await tx.query<[unknown[], number]>(
      `DELETE FROM map_feature f WHERE source = $1 AND layer = ANY($2)
         AND NOT EXISTS (SELECT FROM ready_background r WHERE r.kind = f.layer AND r.geom ~= f.geom
                           AND r.geom = f.geom AND r.name IS NOT DISTINCT FROM f.name)`,
      [source, kinds],
    );
    await tx.query(
      `INSERT INTO map_feature (source, layer, name, geom)
       SELECT $1, kind, name, geom FROM ready_background WHERE outcome = 'new'`,
      [source],
    );
    await tx.query('ANALYZE map_feature');
    return gone;
  }
}
