import type { EntityManager } from 'typeorm';
import { smallestAreaPixels, minLinePixels, tilePixels, equatorMetres } from './map-tile.js';

/**
 * Zooms for which all that is drawn is kept simplified: far out a tile holds the whole municipality, and reading every
 * corner of every border for each tile would take a fifth of a second. Each serves the zooms up to it.
 */
export const overviewLevels = [5, 7, 9, 11] as const;

/** The level that serves a zoom; undefined where the tiles are small enough to be made from the whole. */
export const overviewLevel = (z: number): number | undefined => overviewLevels.find((level) => z <= level);

/** Metres on the ground that a pixel shows at our latitudes, at most: 55°–69° north. */
const finestPixel = (z: number): number =>
  (equatorMetres * Math.cos((69 * Math.PI) / 180)) / (2 ** z * tilePixels);

const simplified = `
  SELECT level, shape.layer, shape.id, shape.name, ST_Simplify(shape.geom, pixel / 2, true)
  FROM shape, unnest($1::int[], $2::float8[]) AS zoom (level, pixel)
  WHERE (ST_Dimension(shape.geom) <> 1 OR ST_Length(shape.geom) >= ${minLinePixels(0)} * pixel)
    AND (ST_Dimension(shape.geom) <> 2 OR ST_Area(shape.geom) >= ${smallestAreaPixels} * pixel ^ 2)`;

const zooms = [overviewLevels, overviewLevels.map(finestPixel)];

/** After an import, in its transaction: what is drawn far out, and the extent of everything. */
export async function rebuildMapOverview(tx: EntityManager): Promise<void> {
  await tx.query('DELETE FROM map_overview');
  await tx.query(
    `WITH shape AS (
       SELECT kind AS layer, id::text, name, geom FROM place
       WHERE valid_to IS NULL AND kind IN ('municipality', 'area')
       UNION ALL
       SELECT layer, id::text, name, geom FROM map_feature
     )
     INSERT INTO map_overview (level, layer, id, name, geom) ${simplified}`,
    zooms,
  );
  await tx.query(
    `INSERT INTO map_overview (level, layer, id, geom)
     SELECT 0, 'extent', '', ST_SetSRID(ST_Extent(geom)::geometry, min(ST_SRID(geom)))
     FROM (SELECT geom FROM place WHERE valid_to IS NULL UNION ALL SELECT geom FROM map_feature) shape
     HAVING count(*) > 0`,
  );
}

/** After an area has changed, in the same transaction. */
export async function refreshInMapOverview(id: string, tx: EntityManager): Promise<void> {
  await tx.query('DELETE FROM map_overview WHERE id = $1', [id]);
  await tx.query(
    `WITH shape AS (
       SELECT kind AS layer, id::text, name, geom FROM place
       WHERE id = $3::uuid AND valid_to IS NULL AND EXISTS (SELECT FROM map_overview)
     )
     INSERT INTO map_overview (level, layer, id, name, geom) ${simplified}`,
    [...zooms, id],
  );
}
