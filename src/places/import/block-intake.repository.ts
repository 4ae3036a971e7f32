import type { EntityManager } from 'typeorm';
import { newId } from '../../kernel/ids.js';
import { foldForSearch } from '../search/fold-for-search.js';
import type { OutcomeCount } from './import-notes.js';

/** The layer name under which the import's account lists the blocks that are in no file. */
export const blocksOfDesignations = 'blocks from designations';

/**
 * Makes blocks of the properties whose designations have the same tract and block. Only blocks of which a property
 * came, went or changed are built again; they are then handled like all places.
 */
export class BlockIntake {
  /** Finds the blocks that have changed. Run it before the properties are applied. */
  async touch(source: string, tx: EntityManager): Promise<void> {
    await tx.query(
      `CREATE TEMP TABLE touched_block ON COMMIT DROP AS
       SELECT DISTINCT key
       FROM (SELECT source_key, block_key FROM place WHERE source = $1 AND kind = 'property' AND valid_to IS NULL) p
       FULL JOIN (SELECT key AS source_key, block_key, outcome FROM ready_place WHERE kind = 'property') r
         USING (source_key)
       CROSS JOIN LATERAL (VALUES (p.block_key), (r.block_key)) AS block (key)
       WHERE block.key IS NOT NULL
         AND (r.outcome IS DISTINCT FROM 'unchanged' OR r.block_key IS DISTINCT FROM p.block_key)`,
      [source],
    );
    // Counting a property to another block does not change the property: its history gets no entry.
    await tx.query(
      `UPDATE place p SET block_key = r.block_key FROM ready_place r
       WHERE r.id = p.id AND r.outcome = 'unchanged' AND r.block_key IS DISTINCT FROM p.block_key`,
    );
  }

  /**
   * Clears the blocks of a dataset that no longer makes any. Run it before the properties are applied.
   *
   * @returns whether it had any
   */
  async forget(source: string, tx: EntityManager): Promise<boolean> {
    const [, properties] = await tx.query<[unknown[], number]>(
      `UPDATE place SET block_key = NULL
       WHERE source = $1 AND kind = 'property' AND valid_to IS NULL AND block_key IS NOT NULL`,
      [source],
    );
    return properties > 0;
  }

  /** Adds the blocks to the places that are ready. Run it after the properties were applied. */
  async gather(source: string, tx: EntityManager): Promise<void> {
    const touched = await tx.query<{ key: string }[]>('SELECT key FROM touched_block');
    const keys = touched.map(({ key }) => key);
    await tx.query(
      `WITH named AS (SELECT * FROM unnest($2::uuid[], $3::text[], $4::text[]) AS n(id, key, search_name)
       ), shape AS (
         SELECT p.block_key AS key,
                ST_Multi(ST_CollectionExtract(ST_UnaryUnion(ST_Collect(p.geom ORDER BY p.id)), 3)) AS geom
         FROM place p JOIN named n ON n.key = p.block_key
         WHERE p.source = $1 AND p.kind = 'property' AND p.valid_to IS NULL GROUP BY p.block_key
       )
       INSERT INTO ready_place (id, layer, row, kind, key, name, search_name, rows, geom, outcome)
       SELECT coalesce(known.id, n.id), $5, 0, 'block', n.key, n.key, n.search_name, 1, s.geom,
              CASE WHEN known.id IS NULL OR known.valid_to IS NOT NULL THEN 'new'
                   WHEN known.name = n.key AND known.geom = s.geom THEN 'unchanged' ELSE 'changed' END
       FROM named n JOIN shape s ON s.key = n.key
       LEFT JOIN LATERAL (
         SELECT p.* FROM place p WHERE p.source = $1 AND p.kind = 'block' AND p.source_key = n.key
         ORDER BY p.valid_to DESC NULLS FIRST LIMIT 1
       ) known ON true
       UNION ALL
       SELECT p.id, $5, 0, 'block', p.source_key, p.name, p.search_name, 1, NULL, 'unchanged'
       FROM place p
       WHERE p.source = $1 AND p.kind = 'block' AND p.valid_to IS NULL
         AND p.source_key IN (SELECT block_key FROM place
                              WHERE source = $1 AND kind = 'property' AND valid_to IS NULL AND block_key IS NOT NULL)
         AND p.source_key NOT IN (SELECT key FROM named)`,
      [source, keys.map(() => newId()), keys, keys.map(foldForSearch), blocksOfDesignations],
    );
  }

  async outcomes(tx: EntityManager): Promise<OutcomeCount[]> {
    return tx.query<OutcomeCount[]>(
      `SELECT layer, outcome, count(*)::int AS rows FROM ready_place WHERE layer = $1 GROUP BY layer, outcome`,
      [blocksOfDesignations],
    );
  }
}
