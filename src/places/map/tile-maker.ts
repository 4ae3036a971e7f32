import type { MapExtent } from './map-extent.repository.js';
import type { TileAddress } from './map-tile.js';

/**
 * Makes a tile from the data: by PostGIS itself, or by us where its PostGIS can't (ADR 6). Both give the same layers
 * and features.
 */
export interface TileMaker {
  /** @returns a Mapbox Vector Tile (2.1); undefined when nothing is in it */
  make(tile: TileAddress, extent: MapExtent): Promise<Uint8Array | undefined>;
}
