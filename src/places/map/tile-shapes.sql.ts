import type { Sql } from '../../platform/database/sql.js';
import {
  addressesShownAt,
  minLinePixels,
  smallestAreaPixels,
  metresPerPixel,
  placesShownAt,
  tileBox,
  overlap,
  type TileAddress,
} from './map-tile.js';
import { overviewLevel } from './map-overview.js';
import type { MapExtent } from './map-extent.repository.js';

/** For low zooms: the shapes that were simplified at the import. */
const overview = (level: number): string => `
  SELECT layer, id, name, map_overview.geom
  FROM map_overview, box WHERE level = ${level} AND layer IN ('water', 'street', 'municipality', 'area')
    AND map_overview.geom && box.geom AND cardinality($6::text[]) > 0
    AND (ST_Dimension(map_overview.geom) <> 1 OR ST_Length(map_overview.geom) >= $7)
    AND (ST_Dimension(map_overview.geom) <> 2 OR ST_Area(map_overview.geom) >= $8)`;

const everything = `
  SELECT kind AS layer, id::text, name, place.geom
  FROM place, box WHERE valid_to IS NULL AND kind = ANY($6::text[]) AND place.geom && box.geom
  UNION ALL
  SELECT layer, id::text, name, map_feature.geom
  FROM map_feature, box WHERE map_feature.geom && box.geom
    AND (ST_Dimension(map_feature.geom) <> 1 OR ST_Length(map_feature.geom) >= $7)
    AND (ST_Dimension(map_feature.geom) <> 2 OR ST_Area(map_feature.geom) >= $8)`;

/**
 * The CTE `drawn (layer, id, name, geom)` with what lies in a tile, in the metric reference. It is clipped to the tile
 * and simplified for its zoom: nothing smaller than a few pixels, and no detail finer than half a pixel.
 *
 * @returns undefined if there is nothing to draw
 */
export function tileShapes(tile: TileAddress, extent: MapExtent): Sql | undefined {
  // The metric projection is undefined half a world away, so only the part of the tile that has data is transformed.
  const box = overlap(tileBox(tile), extent.box);
  if (!box) return undefined;
  const pixel = metresPerPixel(tile);
  const level = overviewLevel(tile.z);
  return {
    text: `box AS MATERIALIZED (
         SELECT ST_Envelope(ST_Transform(ST_Segmentize(edge, greatest(ST_Perimeter(edge) / 32, 1e-6)), $5::int)) AS geom
         FROM (SELECT ST_MakeEnvelope($1, $2, $3, $4, 4326) AS edge) wgs
       ), shape AS (${level === undefined || !extent.hasOverview ? everything : overview(level)}
       ), drawn AS MATERIALIZED (
         SELECT layer, id, name,
                ST_Simplify(ST_ClipByBox2D(shape.geom, Box2D(box.geom)), $9::float8, true) AS geom
         FROM shape, box
         UNION ALL
         SELECT 'address', id::text, concat_ws(' ', street, nullif(number, '')), point
         FROM address, box WHERE $10::boolean AND valid_to IS NULL AND point && box.geom
       )`,
    parameters: [
      ...box,
      extent.srid,
      placesShownAt(tile.z),
      minLinePixels(tile.z) * pixel,
      smallestAreaPixels * pixel ** 2,
      tile.z >= 17 ? 0 : pixel / 2,
      addressesShownAt(tile.z),
    ],
  };
}
