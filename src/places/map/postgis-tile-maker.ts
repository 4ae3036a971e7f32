import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { MapExtent } from './map-extent.repository.js';
import { tileBuffer, tileLayers, tileUnits, type TileAddress } from './map-tile.js';
import type { TileMaker } from './tile-maker.js';
import { tileShapes } from './tile-shapes.sql.js';

/** Makes tiles with a PostGIS that was built with protobuf: geometry leaves the database only as a tile. */
@Injectable()
export class PostgisTileMaker implements TileMaker {
  constructor(private readonly db: DataSource) {}

  /** Whether the PostGIS of this database can make tiles. */
  async isAble(): Promise<boolean> {
    const [answer] = await this.db.query<{ able: boolean }[]>(
      'SELECT postgis_libprotobuf_version() IS NOT NULL AS able',
    );
    return answer?.able ?? false;
  }

  async make(tile: TileAddress, extent: MapExtent): Promise<Uint8Array | undefined> {
    const shapes = tileShapes(tile, extent);
    if (!shapes) return undefined;
    // A tile is the concatenation of its layers.
    const layers = tileLayers.map(
      (layer) => `(SELECT ST_AsMVT(feature, '${layer}', ${tileUnits}, 'geom')
         FROM (SELECT id, name, geom FROM placed WHERE layer = '${layer}') feature)`,
    );
    const [answer] = await this.db.query<{ tile: Buffer }[]>(
      `WITH ${shapes.text}, placed AS MATERIALIZED (
         SELECT layer, id, name,
                ST_AsMVTGeom(ST_Transform(geom, 3857), ST_TileEnvelope($11::int, $12::int, $13::int),
                             ${tileUnits}, ${tileBuffer}, true) AS geom
         FROM drawn WHERE NOT ST_IsEmpty(geom)
       )
       SELECT ${layers.join('\n || ')} AS tile`,
      [...shapes.parameters, tile.z, tile.x, tile.y],
    );
    return answer && answer.tile.length > 0 ? answer.tile : undefined;
  }
}
