import { MapTiles, type KeptTile } from './map-tiles.js';
import type { TileAddress } from './map-tile.js';

const mebibyte = 1024 * 1024;

describe('the tile cache', () => {
  let now: number;
  let version: string;
  let bytesOfTile: number;
  let made: string[];
  let tiles: MapTiles;

  beforeEach(() => {
    [now, version, bytesOfTile, made] = [0, 'first import', 12 * mebibyte, []];
    const maker = {
      make: ({ x }: TileAddress) => {
        made.push(`${x} of ${version}`);
        return Promise.resolve(new Uint8Array(bytesOfTile));
      },
    };
    tiles = new MapTiles(
      { current: () => Promise.resolve(version) } as never,
      { everythingDrawn: () => Promise.resolve([0, 0, 1, 1]) } as never,
      { choose: () => Promise.resolve(maker) } as never,
      { now: () => new Date(now) },
    );
  });

  const ask = (x: number): Promise<KeptTile | undefined> => tiles.at({ z: 10, x, y: 0 });

  it('makes a tile only once', async () => {
    expect(await ask(1)).toBe(await ask(1));
    expect(made).toEqual(['1 of first import']);
  });

  it('holds at most 32 MiB, and evicts the least recently used tile first', async () => {
    for (const x of [1, 2, 1, 3]) await ask(x);
    expect(made).toHaveLength(3);
    for (const x of [1, 3]) await ask(x);
    expect(made).toHaveLength(3);
    await ask(2);
    expect(made).toHaveLength(4);
  });

  it('does not cache a tile larger than the cache', async () => {
    await ask(1);
    bytesOfTile = 33 * mebibyte;
    await ask(2);
    await ask(2);
    await ask(1);
    expect(made.map((tile) => tile[0])).toEqual(['1', '2', '2']);
  });

  it('makes a tile from the new data within a second after an import', async () => {
    await ask(1);
    version = 'second import';
    now += 999;
    await ask(1);
    expect(made).toHaveLength(1);
    now += 1;
    await ask(1);
    expect(made.at(-1)).toBe('1 of second import');
  });

  it('never returns a tile of older data for the current version', async () => {
    const finish: ((bytes: Uint8Array) => void)[] = [];
    const slow = { make: () => new Promise<Uint8Array>((resolve) => finish.push(resolve)) };
    Object.assign(tiles, { maker: Promise.resolve(slow) });
    const asked = [ask(1)];
    await new Promise(setImmediate);
    [version, now] = ['second import', 1000];
    asked.push(ask(1));
    await new Promise(setImmediate);
    finish[1]!(new Uint8Array(2));
    finish[0]!(new Uint8Array(1));
    await Promise.all(asked);
    expect((await ask(1))?.bytes).toHaveLength(2);
  });
});
