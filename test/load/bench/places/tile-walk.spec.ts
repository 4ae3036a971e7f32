import { tileBox } from '../../../../src/places/map/map-tile.js';
import { tileWalk } from './tile-walk.js';

describe('a walk over the map', () => {
  const point = [22.15, 65.58] as const;
  const walk = tileWalk([point], 1);

  it('asks for each tile once, at every zoom', () => {
    const names = walk.map(({ z, x, y }) => `${z}/${x}/${y}`);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(walk.map(({ z }) => z)).size).toBe(13);
  });

  it('includes the tile of the point at every zoom', () => {
    const shows = walk.filter((tile) => {
      const [west, south, east, north] = tileBox(tile);
      return west <= point[0] && point[0] <= east && south <= point[1] && point[1] <= north;
    });
    expect(new Set(shows.map(({ z }) => z)).size).toBe(13);
  });

  it('stays on the map at its edge', () => {
    for (const { z, x, y } of tileWalk([[-179.99, 85]], 1)) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(Math.max(x, y)).toBeLessThan(2 ** z);
    }
  });
});
