import type { EntityManager } from 'typeorm';
import { bulkLoadIfEmpty } from '../../platform/database/bulk-load-if-empty.js';
import { keepingPast } from './address-past.js';
import {
  firstPerReasonSql,
  refusingSql,
  type Missing,
  type NotedRow,
  type OutcomeCount,
  type References,
} from './import-notes.js';
import { isSamePoint } from './same-shape.sql.js';

export interface IncomingAddress {
  readonly id: string;
  readonly layer: string;
  readonly row: number;
  readonly key: string;
  readonly street: string;
  readonly number: string;
  readonly postalCode: string | null;
  readonly locality: string | null;
  readonly searchName: string;
  readonly propertyKey: string | null;
  /** GeoJSON. */
  readonly point: string | null;
}

/** Takes in addresses, after the places they refer to. Everything runs in the caller's transaction. */
export class AddressIntake {
  async prepare(tx: EntityManager): Promise<void> {
    await tx.query(`
      CREATE TEMP TABLE incoming_address (
        ord int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id uuid, layer text, row int, key text, street text,
        number text, postal_code text, locality text, search_name text, property_key text, point geometry
      ) ON COMMIT DROP`);
  }

  async stage(
    rows: readonly IncomingAddress[],
    { srid, metric }: References,
    tx: EntityManager,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO incoming_address
         (id, layer, row, key, street, number, postal_code, locality, search_name, property_key, point)
       SELECT id, layer, row, key, street, number, postal_code, locality, search_name, property_key,
              ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON(point), $12::int), $13::int)
       FROM unnest($1::uuid[], $2::text[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                   $9::text[], $10::text[], $11::text[])
            AS r(id, layer, row, key, street, number, postal_code, locality, search_name, property_key, point)`,
      [
        rows.map(({ id }) => id),
        rows.map(({ layer }) => layer),
        rows.map(({ row }) => row),
        rows.map(({ key }) => key),
        rows.map(({ street }) => street),
        rows.map(({ number }) => number),
        rows.map(({ postalCode }) => postalCode),
        rows.map(({ locality }) => locality),
        rows.map(({ searchName }) => searchName),
        rows.map(({ propertyKey }) => propertyKey),
        rows.map(({ point }) => point),
        srid,
        metric,
      ],
    );
  }

  /**
   * Refuses the rows of an address that differ in street, number, postal code or locality: nobody knows which row is
   * right.
   */
  async refuseConflicting(tx: EntityManager): Promise<NotedRow[]> {
    await tx.query('ANALYZE incoming_address');
    return tx.query<NotedRow[]>(
      refusingSql(`DELETE FROM incoming_address i USING (
         SELECT key, count(*) AS rows FROM incoming_address GROUP BY key
         HAVING count(DISTINCT (street, number)) > 1 OR count(DISTINCT postal_code) > 1 OR count(DISTINCT locality) > 1
       ) torn
       WHERE torn.key = i.key
       RETURNING i.layer, i.row, 'address' AS kind, i.key, 'address-conflicting' AS code, torn.rows || ' rows' AS detail`),
    );
  }

  /**
   * Resolves references that differ from a property's key only in case or in spaces. If exactly one property fits, the
   * reference is changed to its key.
   */
  async matchReferences(source: string, tx: EntityManager): Promise<void> {
    await tx.query(
      `WITH unknown AS MATERIALIZED (
         SELECT DISTINCT property_key AS written, ${folded('property_key')} AS folded
         FROM incoming_address i WHERE property_key IS NOT NULL AND NOT EXISTS (
           SELECT FROM place p WHERE p.source = $1 AND p.kind = 'property' AND p.source_key = i.property_key
             AND p.valid_to IS NULL)
       ), meant AS MATERIALIZED (
         SELECT ${folded('source_key')} AS folded, min(source_key) AS key FROM place
         WHERE source = $1 AND kind = 'property' AND valid_to IS NULL AND EXISTS (SELECT FROM unknown)
         GROUP BY 1 HAVING count(*) = 1
       )
       UPDATE incoming_address i SET property_key = m.key
       FROM unknown u JOIN meant m USING (folded) WHERE i.property_key = u.written`,
      [source],
    );
  }

  /** Refuses rows that have no point of their own and refer to no known property: they can't be placed. */
  async refuseHomeless(source: string, tx: EntityManager): Promise<NotedRow[]> {
    await tx.query(
      `CREATE TEMP TABLE address_property (key text, property_key text, property_id uuid, ord int) ON COMMIT DROP`,
    );
    await tx.query(
      `INSERT INTO address_property
       SELECT i.key, i.property_key, p.id, i.ord
       FROM (SELECT key, property_key, min(ord) AS ord FROM incoming_address
             WHERE property_key IS NOT NULL GROUP BY key, property_key) i
       LEFT JOIN place p ON p.source = $1 AND p.kind = 'property' AND p.source_key = i.property_key
         AND p.valid_to IS NULL`,
      [source],
    );
    await tx.query('CREATE INDEX ON address_property (key); ANALYZE address_property');
    return tx.query<NotedRow[]>(
      refusingSql(`DELETE FROM incoming_address i USING (
         SELECT key FROM incoming_address GROUP BY key HAVING bool_and(point IS NULL)
         EXCEPT SELECT key FROM address_property WHERE property_id IS NOT NULL
       ) homeless
       WHERE homeless.key = i.key
       RETURNING i.layer, i.row, 'address' AS kind, i.key, i.property_key AS detail,
         CASE WHEN i.property_key IS NULL THEN 'property-not-named' ELSE 'property-unknown' END AS code`),
    );
  }

  /** Rows whose address belongs to another property besides its first, and rows that refer to an unknown property. */
  async references(tx: EntityManager): Promise<{ also: NotedRow[]; unknown: NotedRow[] }> {
    const rows = await tx.query<NotedRow[]>(
      firstPerReasonSql(`SELECT i.layer, i.row, i.key, i.property_key AS detail,
              CASE WHEN ap.property_id IS NULL THEN 'property-unknown' ELSE 'property-also' END AS code
       FROM incoming_address i JOIN address_property ap ON ap.ord = i.ord
       WHERE ap.property_id IS NULL
          OR EXISTS (SELECT FROM address_property earlier
                     WHERE earlier.key = ap.key AND earlier.ord < ap.ord AND earlier.property_id IS NOT NULL)`),
    );
    return {
      also: rows.filter(({ code }) => code === 'property-also'),
      unknown: rows.filter(({ code }) => code === 'property-unknown'),
    };
  }

  /** Merges the rows to one per address, and compares each with the stored address. */
  async gather(source: string, tx: EntityManager): Promise<void> {
    await tx.query(
      `CREATE TEMP TABLE ready_address ON COMMIT DROP AS
       WITH merged AS (
         SELECT key, min(ord) AS ord, count(*) AS rows, min(postal_code) AS postal_code, min(locality) AS locality,
                (array_agg(point ORDER BY ord) FILTER (WHERE point IS NOT NULL))[1] AS point
         FROM incoming_address GROUP BY key
       ), named AS (
         SELECT key, array_agg(property_key ORDER BY ord) AS property_keys,
                (array_agg(property_id ORDER BY ord) FILTER (WHERE property_id IS NOT NULL))[1] AS property_id
         FROM address_property GROUP BY key
       )
       SELECT coalesce(known.id, i.id) AS id, i.layer, i.row, m.key, i.street, i.number, m.postal_code, m.locality,
              i.search_name, coalesce(n.property_keys, '{}') AS property_keys, n.property_id, m.point,
              CASE WHEN known.id IS NULL OR known.valid_to IS NOT NULL THEN 'new'
                   WHEN (known.street, known.number, known.postal_code, known.locality, known.search_name,
                         known.property_keys, known.point_source)
                        IS NOT DISTINCT FROM
                        (i.street, i.number, m.postal_code, m.locality, i.search_name,
                         coalesce(n.property_keys, '{}'), CASE WHEN m.point IS NULL THEN 'property' ELSE 'own' END)
                    AND (m.point IS NULL OR ${isSamePoint('m.point', 'known.point')})
                   THEN 'unchanged' ELSE 'changed' END AS outcome
       FROM merged m JOIN incoming_address i ON i.ord = m.ord LEFT JOIN named n ON n.key = m.key
       LEFT JOIN LATERAL (
         SELECT a.* FROM address a WHERE a.source = $1 AND a.source_key = m.key
         ORDER BY a.valid_to DESC NULLS FIRST LIMIT 1
       ) known ON true`,
      [source],
    );
    await tx.query('CREATE UNIQUE INDEX ON ready_address (key); ANALYZE ready_address');
  }

  async outcomes(tx: EntityManager): Promise<OutcomeCount[]> {
    return tx.query<OutcomeCount[]>(
      `SELECT layer, outcome, count(*)::int AS rows FROM ready_address GROUP BY layer, outcome
       UNION ALL
       SELECT layer, 'merged', count(*)::int
       FROM (SELECT layer, row_number() OVER (PARTITION BY key ORDER BY ord) AS nth FROM incoming_address) numbered
       WHERE nth > 1 GROUP BY layer`,
    );
  }

  async missing(source: string, tx: EntityManager): Promise<Missing> {
    const [row] = await tx.query<Missing[]>(
      `SELECT 'address' AS kind, count(*)::int AS current, count(*) FILTER (WHERE ${isGoneAddress('a')})::int AS gone
       FROM address a WHERE source = $1 AND valid_to IS NULL`,
      [source],
    );
    return row!;
  }

  /**
   * Ends, changes and adds addresses. Unchanged rows are not touched. The former state of a changed address is kept in
   * address_past. An address that comes back gets its old id again.
   */
  async apply(source: string, now: Date, tx: EntityManager): Promise<void> {
    await tx.query(
      `UPDATE address a SET valid_to = $2 WHERE source = $1 AND valid_to IS NULL AND ${isGoneAddress('a')}`,
      [source, now],
    );
    const write = (): Promise<unknown> =>
      tx.query(
        `WITH past AS (
         ${keepingPast('ready_address r JOIN address a ON a.id = r.id', '$2')} AND r.outcome <> 'unchanged'
       )
       INSERT INTO address AS known (id, source, source_key, property_id, property_keys, street, number, postal_code,
                                     locality, search_name, point, point_source, valid_from)
       SELECT r.id, $1, r.key, r.property_id, r.property_keys, r.street, r.number, r.postal_code, r.locality,
              r.search_name, coalesce(r.point, ST_PointOnSurface(p.geom)),
              CASE WHEN r.point IS NULL THEN 'property' ELSE 'own' END, $2
       FROM ready_address r LEFT JOIN place p ON p.id = r.property_id
       WHERE r.outcome <> 'unchanged'
       ON CONFLICT (id) DO UPDATE SET property_id = excluded.property_id, property_keys = excluded.property_keys,
         street = excluded.street, number = excluded.number, postal_code = excluded.postal_code,
         locality = excluded.locality, search_name = excluded.search_name, point = excluded.point,
         point_source = excluded.point_source, valid_from = excluded.valid_from, valid_to = NULL`,
        [source, now],
      );
    await bulkLoadIfEmpty('address', write, tx);
    await tx.query('ANALYZE address');
  }
}

/** SQL that folds a name for comparison: NFKC, lower case, and every run of white space as one space. */
const folded = (text: string): string =>
  `btrim(regexp_replace(lower(normalize(${text}, NFKC)), '[\\s\u00a0]+', ' ', 'g'))`;

/** SQL condition: nothing in the dataset says that the address is still there. */
export const isGoneAddress = (address: string): string =>
  `NOT EXISTS (SELECT FROM ready_address r WHERE r.key = ${address}.source_key)
   AND NOT EXISTS (SELECT FROM refused_key r WHERE r.kind = 'address' AND r.key = ${address}.source_key)`;
