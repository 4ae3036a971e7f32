import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Clock } from '../../kernel/clock.js';
import { MapExtentRepository } from './map-extent.repository.js';
import type { TileAddress } from './map-tile.js';
import { MapVersionRepository } from './map-version.repository.js';
import type { TileMaker } from './tile-maker.js';
import { TileMakers } from './tile-makers.js';

/** A tile and its ETag. */
export interface KeptTile {
  readonly bytes: Uint8Array;
  readonly etag: string;
}

/** Bytes of tiles that a process caches: enough for a municipality down to its streets. */
const maxBytes = 32 * 1024 * 1024;
/** Milliseconds for which the version of the data is cached: a map asks for thirty tiles at once. */
const versionAge = 1000;

/** The map's tiles, cached as long as the data is the same. Tiles of older data are evicted as new ones come. */
@Injectable()
export class MapTiles {
  private readonly kept = new LRUCache<string, KeptTile>({
    maxSize: maxBytes,
    sizeCalculation: ({ bytes }) => bytes.length,
  });
  private version?: { readonly is: Promise<string>; readonly until: number };
  private maker?: Promise<TileMaker>;

  constructor(
    private readonly versions: MapVersionRepository,
    private readonly extent: MapExtentRepository,
    private readonly makers: TileMakers,
    private readonly clock: Clock,
  ) {}

  /** @returns undefined if the tile is empty */
  async at(tile: TileAddress): Promise<KeptTile | undefined> {
    const version = await this.currentVersion();
    const key = `${version} ${tile.z}/${tile.x}/${tile.y}`;
    const known = this.kept.get(key);
    if (known) return known;
    const extent = await this.extent.everythingDrawn(version);
    const bytes = extent && (await (await this.chosenMaker()).make(tile, extent));
    if (!bytes) return undefined;
    const made = { bytes, etag: `"${createHash('sha1').update(bytes).digest('base64url')}"` };
    this.kept.set(key, made);
    return made;
  }

  private currentVersion(): Promise<string> {
    const now = this.clock.now().getTime();
    if (!this.version || this.version.until <= now) {
      this.version = { is: this.versions.current(), until: now + versionAge };
      // After a failure the database is asked again.
      this.version.is.catch(() => (this.version = undefined));
    }
    return this.version.is;
  }

  private chosenMaker(): Promise<TileMaker> {
    this.maker ??= this.makers.choose().catch((error: unknown) => {
      this.maker = undefined;
      throw error;
    });
    return this.maker;
  }
}
