import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { encodeMapTile } from './encode-map-tile.js';
import type { MapExtent } from './map-extent.repository.js';
import type { TileAddress, TileFeature } from './map-tile.js';
import type { TileMaker } from './tile-maker.js';
import { tileShapes } from './tile-shapes.sql.js';

/**
 * Makes tiles with a PostGIS that was built without protobuf, such as the embedded one: PostGIS returns GeoJSON, and
 * the program encodes it.
 */
@Injectable()
export class JsTileMaker implements TileMaker {
  constructor(private readonly db: DataSource) {}

  async make(tile: TileAddress, extent: MapExtent): Promise<Uint8Array | undefined> {
    const shapes = tileShapes(tile, extent);
    if (!shapes) return undefined;
    const features = await this.db.query<TileFeature[]>(
      `WITH ${shapes.text}
       SELECT layer, id, name, ST_AsGeoJSON(ST_Transform(geom, 4326), $11::int)::json AS geometry
       FROM drawn WHERE NOT ST_IsEmpty(geom)`,
      [...shapes.parameters, tile.z >= 15 ? 8 : 6],
    );
    return encodeMapTile(tile, features);
  }
}
