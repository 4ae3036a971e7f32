import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../kernel/clock.js';
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

interface Drawn {
  /** Around all there is to draw, in WGS 84. */
  readonly box: BoundingBox;
  /** EPSG code of the metric geometry. */
  readonly srid: number;
}

/**
 * What lies in a tile, as GeoJSON. One path for every database: the embedded one's PostGIS can't encode tiles, so the
 * encoding is ours (see map-tile.ts).
 */
@Injectable()
export class MapTilesRepository {
  private known?: Drawn & { readonly until: number };

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Places, streets, water and addresses of a tile, thinned by its zoom: nothing smaller than a few pixels, and no
   * detail finer than half of one.
   */
  async featuresOf(tile: TileAddress): Promise<TileFeature[]> {
    const drawn = await this.everythingDrawn();
    // Half a world away the metric projection is not defined: only the part where there is data is ever transformed.
    const box = drawn && overlap(tileBox(tile), drawn.box);
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
         FROM map_feature, box WHERE map_feature.geom && box.geom
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
        drawn.srid,
        placesShownAt(tile.z),
        shortestLinePixels(tile.z) * pixel,
        smallestAreaPixels * pixel ** 2,
        tile.z >= 17 ? 0 : pixel / 2,
        addressesShownAt(tile.z),
        tile.z >= 15 ? 8 : 6,
      ],
    );
  }

  /** Nothing before the first import; then it is asked again each time, so that the first import shows at once. */
  private async everythingDrawn(): Promise<Drawn | undefined> {
    const now = this.clock.now().getTime();
    if (this.known && this.known.until > now) return this.known;
    const [drawn] = await this.db.query<Drawn[]>(
      `WITH extent AS (
         SELECT ST_SetSRID(ST_Extent(geom)::geometry, min(ST_SRID(geom))) AS around, min(ST_SRID(geom)) AS srid
         FROM (SELECT geom FROM place WHERE valid_to IS NULL UNION ALL SELECT geom FROM map_feature) shape
       ), wgs AS (
         SELECT srid, Box2D(ST_Transform(ST_Segmentize(around, greatest(ST_Perimeter(around) / 64, 1)), 4326)) AS b
         FROM extent
       )
       SELECT json_build_array(ST_XMin(b), ST_YMin(b), ST_XMax(b), ST_YMax(b)) AS box, srid FROM wgs WHERE b IS NOT NULL`,
    );
    if (drawn) this.known = { ...drawn, until: now + extentAge };
    return drawn;
  }
}

/** Far out only the long streets are drawn; near, every lane. */
const shortestLinePixels = (z: number): number => (z >= 15 ? 0 : 12);
const smallestAreaPixels = 4;
