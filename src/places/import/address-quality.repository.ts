import type { EntityManager } from 'typeorm';
import { firstPerReasonSql, type NotedRow } from './import-notes.js';

/**
 * Metres from the nearest municipality or, without one, from the extent of all places. A border is often drawn too
 * tight, but a wrong digit in a coordinate is off by more.
 */
const farFromHome = 1_000;

/** Metres from the property that an address refers to. The way to a plot may be long; a wrong digit is off by more. */
const farFromProperty = 1_000;

/**
 * Finds new and changed addresses of an import that lie at an odd position. They are imported all the same, and
 * reported.
 */
export class AddressQuality {
  /** Addresses outside every municipality. If there is no municipality: outside the extent of all places. */
  async outside(tx: EntityManager): Promise<NotedRow[]> {
    // Place by place, so that PostGIS keeps each polygon prepared. The fence (OFFSET 0) prevents a spatial join.
    return tx.query<NotedRow[]>(
      firstPerReasonSql(`WITH home AS MATERIALIZED (
           SELECT geom FROM place WHERE kind = 'municipality' AND valid_to IS NULL
           UNION ALL
           SELECT ST_SetSRID(ST_Extent(geom)::geometry, Find_SRID(current_schema()::text, 'place', 'geom'))
           FROM place WHERE valid_to IS NULL
             AND NOT EXISTS (SELECT FROM place WHERE kind = 'municipality' AND valid_to IS NULL)
           HAVING count(*) > 0
         ), looked_at AS MATERIALIZED (
           SELECT layer, row, key, point FROM ready_address WHERE outcome <> 'unchanged' AND point IS NOT NULL
         ), away AS MATERIALIZED (
           SELECT * FROM looked_at l WHERE EXISTS (SELECT FROM home) AND l.key NOT IN (
             SELECT within.key FROM home CROSS JOIN LATERAL (
               SELECT i.key FROM looked_at i WHERE ST_Covers(home.geom, i.point) OFFSET 0) within)
         ), measured AS MATERIALIZED (
           SELECT layer, row, key, (SELECT min(ST_Distance(home.geom, away.point)) FROM home) AS metres FROM away
         )
         SELECT layer, row, key, 'outside-municipality' AS code, round(metres) || ' m' AS detail
         FROM measured WHERE metres > ${farFromHome}`),
    );
  }

  /** Addresses far from the property they refer to. */
  async farFromProperty(tx: EntityManager): Promise<NotedRow[]> {
    return tx.query<NotedRow[]>(
      firstPerReasonSql(`SELECT r.layer, r.row, r.key, 'property-far' AS code,
                p.source_key || ', ' || round(ST_Distance(p.geom, r.point)) || ' m' AS detail
         FROM ready_address r JOIN place p ON p.id = r.property_id
         WHERE r.outcome <> 'unchanged' AND r.point IS NOT NULL
           AND NOT ST_DWithin(p.geom, r.point, ${farFromProperty})`),
    );
  }
}
