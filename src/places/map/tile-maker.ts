import type { MapExtent } from './map-extent.repository.js';
import type { TileAddress } from './map-tile.js';

/**
 * Makes a tile from the data: PostGIS makes it or, if it can't, the program (ADR 6). Both give the same layers and
 * features.
 */
export interface TileMaker {
  /** @returns a Mapbox Vector Tile (2.1); undefined if it is empty */
  make(tile: TileAddress, extent: MapExtent): Promise<Uint8Array | undefined>;
}
