import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { Config } from '../platform/config/config.js';
import {
  addressesShownAt,
  metresPerPixel,
  overlap,
  placesShownAt,
  tileBox,
  type TileAddress,
  type TileFeature,
} from './map-tile.js';
import type { BoundingBox } from './place-queries.repository.js';

/** For how long the extent of the data is taken as known, in milliseconds: an import in another process may grow it. */
const extentAge = 60_000;

/**
 * What lies in a tile, as GeoJSON. One path for every database: the embedded one's PostGIS can't encode tiles, so the
 * encoding is ours (see map-tile.ts).
 */
@Injectable()
export class MapTilesRepository {
  private known?: { box: BoundingBox; until: number };

  constructor(
    private readonly db: DataSource,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * Places, streets, water and addresses of a tile, thinned by its zoom: nothing smaller than a few pixels, and no
   * detail finer than half of one.
   */
  async featuresOf(tile: TileAddress): Promise<TileFeature[]> {
    const everything = await this.extent();
    // Half a world away the metric projection is not defined: only the part where there is data is ever transformed.
    const box = everything && overlap(tileBox(tile), everything);
    if (!box) return [];
    const pixel = metresPerPixel(tile);
    return this.db.query<TileFeature[]>(
      `WITH box AS MATERIALIZED (
         SELECT ST_Envelope(ST_Transform(ST_Segmentize(edge, greatest(ST_Perimeter(edge) / 32, 1e-6)), $5::int)) AS geom
         FROM (SELECT ST_MakeEnvelope($1, $2, $3, $4, 4326) AS edge) wgs
       ), shape AS (
         SELECT kind AS layer, id::text, name, place.geom
         FROM place, box WHERE valid_to IS NULL AND kind = ANY($6::text[]) AND place.geom && box.geom
         UNION ALL
         SELECT layer, id::text, name, map_feature.geom
         FROM map_feature, box WHERE map_feature.geom && box.geom AND min_zoom <= $12
           AND (ST_Dimension(map_feature.geom) <> 1 OR ST_Length(map_feature.geom) >= $7)
           AND (ST_Dimension(map_feature.geom) <> 2 OR ST_Area(map_feature.geom) >= $8)
       ), drawn AS (
         SELECT layer, id, name,
                ST_Simplify(ST_ClipByBox2D(shape.geom, Box2D(box.geom)), $9::float8, true) AS geom
         FROM shape, box
         UNION ALL
         SELECT 'address', id::text, concat_ws(' ', street, nullif(number, '')), point
         FROM address, box WHERE $10::boolean AND valid_to IS NULL AND point && box.geom
       )
       SELECT layer, id, name, ST_AsGeoJSON(ST_Transform(geom, 4326), $11::int)::json AS geometry
       FROM drawn WHERE NOT ST_IsEmpty(geom)`,
      [
        ...box,
        this.config.get('METRIC_SRID'),
        placesShownAt(tile.z),
        shortestLinePixels(tile.z) * pixel,
        smallestAreaPixels * pixel ** 2,
        tile.z >= 17 ? 0 : pixel / 2,
        addressesShownAt(tile.z),
        tile.z >= 15 ? 8 : 6,
        tile.z,
      ],
    );
  }

  /** The box around all there is to draw, in WGS 84. */
  private async extent(): Promise<BoundingBox | undefined> {
    const now = this.clock.now().getTime();
    if (this.known && this.known.until > now) return this.known.box;
    const [row] = await this.db.query<{ box: BoundingBox }[]>(
      `WITH extent AS (
         SELECT ST_SetSRID(ST_Extent(geom)::geometry, $1::int) AS around FROM (
           SELECT geom FROM place WHERE valid_to IS NULL UNION ALL SELECT geom FROM map_feature
         ) drawn
       ), wgs AS (
         SELECT Box2D(ST_Transform(ST_Segmentize(around, greatest(ST_Perimeter(around) / 64, 1)), 4326)) AS b FROM extent
       )
       SELECT json_build_array(ST_XMin(b), ST_YMin(b), ST_XMax(b), ST_YMax(b)) AS box FROM wgs WHERE b IS NOT NULL`,
      [this.config.get('METRIC_SRID')],
    );
    // An empty database is asked again each time: the first import shows at once.
    if (row) this.known = { box: row.box, until: now + extentAge };
    return row?.box;
  }
}

/** Far out only the long streets are drawn; near, every lane. */
const shortestLinePixels = (z: number): number => (z >= 15 ? 0 : 24);
const smallestAreaPixels = 4;
