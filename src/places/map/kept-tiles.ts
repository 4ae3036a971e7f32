/** A tile and the mark by which a browser asks whether it has changed. */
export interface KeptTile {
  readonly bytes: Uint8Array;
  readonly etag: string;
}

/** Tiles in memory, the one that was not asked for longest dropped first; all of them once the data is another. */
export class KeptTiles {
  // A Map goes through its keys in the order they came.
  private readonly tiles = new Map<string, KeptTile>();
  private version?: string;
  private size = 0;

  /** @param most bytes of tiles to keep */
  constructor(private readonly most: number) {}

  find(key: string, version: string): KeptTile | undefined {
    this.holdTo(version);
    const tile = this.tiles.get(key);
    if (!tile) return undefined;
    this.tiles.delete(key);
    this.tiles.set(key, tile);
    return tile;
  }

  /** @param version of the data the tile was made from; another than the newest is not kept */
  keep(key: string, tile: KeptTile, version: string): void {
    if (version !== this.version || tile.bytes.length > this.most) return;
    this.drop(key);
    this.tiles.set(key, tile);
    this.size += tile.bytes.length;
    for (const oldest of this.tiles.keys()) {
      if (this.size <= this.most) break;
      this.drop(oldest);
    }
  }

  private holdTo(version: string): void {
    if (version === this.version) return;
    this.tiles.clear();
    this.size = 0;
    this.version = version;
  }

  private drop(key: string): void {
    this.size -= this.tiles.get(key)?.bytes.length ?? 0;
    this.tiles.delete(key);
  }
}
