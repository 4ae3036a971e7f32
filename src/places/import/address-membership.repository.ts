import type { EntityManager } from 'typeorm';
import { bulkLoadIfEmpty } from '../../platform/database/bulk-load-if-empty.js';
import { keepingPast } from './address-past.js';

/**
 * SQL for the current addresses that a place covers. The fence (OFFSET 0) makes the planner look up each polygon in the
 * index of points, place by place. That keeps the polygon prepared from one point to the next. It also avoids a spatial
 * join, for whose selectivity the embedded PostGIS may return a number that PostgreSQL refuses.
 */
const coveredBy = (place: string, condition = 'true'): string =>
  `LATERAL (SELECT a.id FROM address a
            WHERE a.valid_to IS NULL AND ST_Covers(${place}.geom, a.point) AND ${condition} OFFSET 0)`;

/**
 * Which address lies in which place. It is resolved again after each import, from the current places and addresses of
 * every dataset, and only differences are written: an import of blocks gives addresses of earlier imports their block.
 */
export class AddressMembership {
  /**
   * Ties addresses to the property they refer to, or to the smallest property around them. An address without a point
   * of its own moves with its property. Idempotent: a second run finds nothing to do.
   *
   * @returns how many addresses were tied or moved
   */
  async tieToProperties(now: Date, tx: EntityManager): Promise<number> {
    await tx.query(`
      CREATE TEMP TABLE reference ON COMMIT DROP AS
      SELECT a.id AS address_id, p.id AS property_id, k.nth
      FROM address a CROSS JOIN unnest(a.property_keys) WITH ORDINALITY AS k(key, nth)
      JOIN place p ON p.source = a.source AND p.kind = 'property' AND p.source_key = k.key AND p.valid_to IS NULL
      WHERE a.valid_to IS NULL;
      CREATE INDEX ON reference (address_id);
      ANALYZE reference;
      CREATE TEMP TABLE surrounding ON COMMIT DROP AS
      SELECT a.id AS address_id, p.id AS property_id, ST_Area(p.geom) AS area
      FROM place p
      CROSS JOIN ${coveredBy('p', 'NOT EXISTS (SELECT FROM reference r WHERE r.address_id = a.id)')} a
      WHERE p.kind = 'property' AND p.valid_to IS NULL;
      CREATE TEMP TABLE tie ON COMMIT DROP AS
      (SELECT DISTINCT ON (address_id) address_id, property_id, true AS named FROM reference ORDER BY address_id, nth)
      UNION ALL
      (SELECT DISTINCT ON (address_id) address_id, property_id, false
       FROM surrounding ORDER BY address_id, area, property_id);
      CREATE UNIQUE INDEX ON tie (address_id);
      ANALYZE tie`);
    const [moved] = await tx.query<{ count: number }[]>(
      `WITH moving AS MATERIALIZED (
         SELECT a.id, t.property_id, CASE WHEN a.point_source = 'property' AND t.named
                                          THEN ST_PointOnSurface(p.geom) ELSE a.point END AS point
         FROM address a
         LEFT JOIN tie t ON t.address_id = a.id
         LEFT JOIN place p ON p.id = t.property_id
         WHERE a.valid_to IS NULL
           AND (a.property_id IS DISTINCT FROM t.property_id
                OR (a.point_source = 'property' AND t.named AND t.property_id IN (SELECT id FROM touched_place)
                    AND NOT a.point = ST_PointOnSurface(p.geom)))
       ), past AS (
         ${keepingPast('moving m JOIN address a ON a.id = m.id', '$1')}
       ), moved AS (
         UPDATE address a SET property_id = m.property_id, point = m.point, valid_from = greatest(a.valid_from, $1)
         FROM moving m WHERE m.id = a.id RETURNING 1
       )
       SELECT count(*)::int AS count FROM moved`,
      [now],
    );
    return moved!.count;
  }

  /** Writes the pairs of place and address that differ from the stored ones. Run it after {@link tieToProperties}. */
  async resolve(tx: EntityManager): Promise<{ added: number; removed: number; total: number }> {
    await tx.query(`
      CREATE TEMP TABLE membership ON COMMIT DROP AS
      -- A property holds the addresses that refer to it. An address without a reference belongs to the properties
      -- around its point.
      SELECT property_id AS place_id, address_id FROM reference
      UNION
      SELECT property_id, address_id FROM surrounding
      UNION
      SELECT p.id, a.id FROM place p CROSS JOIN ${coveredBy('p')} a
      WHERE p.kind IN ('block', 'area', 'municipality') AND p.valid_to IS NULL
      UNION
      -- A border is often drawn too tight, or comes in several polygons: every address of the register is in the
      -- municipality.
      SELECT p.id, a.id
      FROM place p JOIN address a ON a.source = p.source
      WHERE p.kind = 'municipality' AND p.valid_to IS NULL AND a.valid_to IS NULL;
      CREATE UNIQUE INDEX ON membership (place_id, address_id);
      -- A saved area made of places holds the addresses of those places.
      INSERT INTO membership
      SELECT s.place_id, m.address_id
      FROM saved_area s JOIN place p ON p.id = s.place_id AND p.valid_to IS NULL
        JOIN membership m ON m.place_id = ANY(s.places)
      ON CONFLICT DO NOTHING;
      ANALYZE membership`);
    const [, removed] = await tx.query<[unknown[], number]>(
      `DELETE FROM address_place ap
       WHERE NOT EXISTS (SELECT FROM membership m WHERE m.place_id = ap.place_id AND m.address_id = ap.address_id)`,
    );
    const add = () =>
      tx.query<{ count: number }[]>(
        `WITH added AS (
         INSERT INTO address_place
         SELECT place_id, address_id FROM membership m
         WHERE NOT EXISTS (SELECT FROM address_place ap WHERE ap.place_id = m.place_id AND ap.address_id = m.address_id)
         ORDER BY place_id, address_id
         RETURNING 1)
       SELECT count(*)::int AS count FROM added`,
      );
    const [added] = await bulkLoadIfEmpty('address_place', add, tx);
    // Without ANALYZE, the planner assumes that a new place holds one address.
    await tx.query('ANALYZE address_place');
    const [total] = await tx.query<{ count: number }[]>('SELECT count(*)::int AS count FROM membership');
    return { added: added!.count, removed, total: total!.count };
  }
}
