import type { EntityManager } from 'typeorm';

/**
 * Which address lies in which place. Resolved anew from the current places and addresses of every dataset after each
 * import, and written where it differs: an import of blocks gives yesterday's addresses their block.
 */
export class AddressMembership {
  /**
   * Ties addresses to the property they refer to, or to the smallest one around them, and moves those that have no
   * point of their own with their property. Running it again finds nothing to do.
   *
   * @returns how many addresses were tied or moved
   */
  async tieToProperties(db: EntityManager): Promise<number> {
    await db.query(`
      CREATE TEMP TABLE tie ON COMMIT DROP AS
      SELECT a.id AS address_id, named.id AS property_id
      FROM address a
      JOIN LATERAL (
        SELECT p.id FROM unnest(a.property_keys) WITH ORDINALITY AS k(key, nth)
        JOIN place p ON p.source = a.source AND p.kind = 'property' AND p.source_key = k.key AND p.valid_to IS NULL
        ORDER BY k.nth LIMIT 1
      ) named ON true
      WHERE a.valid_to IS NULL AND a.property_keys <> '{}';
      CREATE UNIQUE INDEX ON tie (address_id);
      INSERT INTO tie
      SELECT DISTINCT ON (a.id) a.id, p.id
      FROM address a JOIN place p ON p.kind = 'property' AND p.valid_to IS NULL AND ST_Covers(p.geom, a.point)
      WHERE a.valid_to IS NULL AND NOT EXISTS (SELECT FROM tie WHERE tie.address_id = a.id)
      ORDER BY a.id, ST_Area(p.geom), p.id;
      ANALYZE tie`);
    const [, moved] = await db.query<[unknown[], number]>(
      `UPDATE address a SET property_id = t.property_id,
         point = CASE WHEN a.point_source = 'property' AND p.id IS NOT NULL THEN ST_PointOnSurface(p.geom) ELSE a.point END
       FROM address known
       LEFT JOIN tie t ON t.address_id = known.id
       LEFT JOIN place p ON p.id = t.property_id
       WHERE known.id = a.id AND a.valid_to IS NULL
         AND (a.property_id IS DISTINCT FROM t.property_id
              OR (a.point_source = 'property' AND t.property_id IN (SELECT id FROM touched_place)
                  AND NOT a.point = ST_PointOnSurface(p.geom)))`,
    );
    return moved;
  }

  /** Writes the pairs of place and address that differ from what is there. */
  async resolve(db: EntityManager): Promise<{ added: number; removed: number; total: number }> {
    await db.query(`
      CREATE TEMP TABLE membership ON COMMIT DROP AS
      -- A property holds the addresses that refer to it; one without such a reference lies where its point is.
      SELECT p.id AS place_id, a.id AS address_id
      FROM address a CROSS JOIN unnest(a.property_keys) AS k(key)
      JOIN place p ON p.source = a.source AND p.kind = 'property' AND p.source_key = k.key AND p.valid_to IS NULL
      WHERE a.valid_to IS NULL
      UNION
      SELECT p.id, a.id
      FROM place p JOIN address a ON ST_Covers(p.geom, a.point)
      WHERE p.kind = 'property' AND p.valid_to IS NULL AND a.valid_to IS NULL
        AND NOT EXISTS (SELECT FROM unnest(a.property_keys) AS k(key)
                        JOIN place named ON named.source = a.source AND named.kind = 'property'
                          AND named.source_key = k.key AND named.valid_to IS NULL)
      UNION
      SELECT p.id, a.id
      FROM place p JOIN address a ON ST_Covers(p.geom, a.point)
      WHERE p.kind IN ('block', 'area', 'municipality') AND p.valid_to IS NULL AND a.valid_to IS NULL
      UNION
      -- A border is often drawn too tight, or comes in several polygons: who is in the register is in the municipality.
      SELECT p.id, a.id
      FROM place p JOIN address a ON a.source = p.source
      WHERE p.kind = 'municipality' AND p.valid_to IS NULL AND a.valid_to IS NULL;
      CREATE UNIQUE INDEX ON membership (place_id, address_id);
      ANALYZE membership`);
    const [, removed] = await db.query<[unknown[], number]>(
      `DELETE FROM address_place ap
       WHERE NOT EXISTS (SELECT FROM membership m WHERE m.place_id = ap.place_id AND m.address_id = ap.address_id)`,
    );
    const [added] = await db.query<{ count: number }[]>(
      `WITH added AS (
         INSERT INTO address_place
         SELECT * FROM (SELECT place_id, address_id FROM membership EXCEPT SELECT place_id, address_id FROM address_place) new
         ORDER BY place_id, address_id
         RETURNING 1)
       SELECT count(*)::int AS count FROM added`,
    );
    const [total] = await db.query<{ count: number }[]>('SELECT count(*)::int AS count FROM membership');
    return { added: added!.count, removed, total: total!.count };
  }
}
