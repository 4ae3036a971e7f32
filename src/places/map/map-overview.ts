import type { EntityManager } from 'typeorm';
import { smallestAreaPixels, minLinePixels, tilePixels, equatorMetres } from './map-tile.js';

/**
 * Zooms for which simplified shapes are stored. A tile at a low zoom holds the whole municipality, and reading every
 * vertex of every border for each tile would take a fifth of a second. Each level serves the zooms up to it.
 */
export const overviewLevels = [5, 7, 9, 11] as const;

/** The level that serves a zoom; undefined if tiles are so small that they are made from the full shapes. */
export const overviewLevel = (z: number): number | undefined => overviewLevels.find((level) => z <= level);

/** Metres on the ground per pixel at 69° north, where it is least in our latitudes (55°–69° north). */
const finestPixel = (z: number): number =>
  (equatorMetres * Math.cos((69 * Math.PI) / 180)) / (2 ** z * tilePixels);

const simplified = `
  SELECT level, shape.layer, shape.id, shape.name, ST_Simplify(shape.geom, pixel / 2, true)
  FROM shape, unnest($1::int[], $2::float8[]) AS zoom (level, pixel)
  WHERE (ST_Dimension(shape.geom) <> 1 OR ST_Length(shape.geom) >= ${minLinePixels(0)} * pixel)
    AND (ST_Dimension(shape.geom) <> 2 OR ST_Area(shape.geom) >= ${smallestAreaPixels} * pixel ^ 2)`;

const zooms = [overviewLevels, overviewLevels.map(finestPixel)];

/** Rebuilds the shapes for low zooms and the extent of everything. Run it after an import, in its transaction. */
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

/** Rebuilds the shapes of one area. Run it after the area has changed, in the same transaction. */
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
