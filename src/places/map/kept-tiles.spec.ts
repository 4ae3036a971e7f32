import { KeptTiles, type KeptTile } from './kept-tiles.js';

const tile = (bytes: number): KeptTile => ({ bytes: new Uint8Array(bytes), etag: `"${bytes}"` });

describe('tiles in memory', () => {
  it('are no more than fit; the one that was not asked for longest goes first', () => {
    const kept = new KeptTiles(100);
    kept.find('a', '1');
    kept.keep('a', tile(40), '1');
    kept.keep('b', tile(40), '1');
    kept.find('a', '1');
    kept.keep('c', tile(40), '1');
    expect(['a', 'b', 'c'].map((key) => kept.find(key, '1') !== undefined)).toEqual([true, false, true]);
  });

  it('are none that would fill the memory alone', () => {
    const kept = new KeptTiles(100);
    kept.find('a', '1');
    kept.keep('a', tile(101), '1');
    expect(kept.find('a', '1')).toBeUndefined();
  });

  it('are over once the data is another, also one that was being made then', () => {
    const kept = new KeptTiles(100);
    kept.find('a', '1');
    kept.keep('a', tile(10), '1');
    expect(kept.find('a', '2')).toBeUndefined();
    kept.keep('a', tile(10), '1');
    expect(kept.find('a', '2')).toBeUndefined();
  });
});
