import type { Polygon } from 'geojson';
import { middleOf, pathOf, viewOf } from './map-view.js';

const square = (west: number, south: number, side: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south + side],
      [west, south],
    ],
  ],
});

describe('the drawing of a map', () => {
  const small = square(22, 65, 0.001);
  const view = viewOf([small]);

  it('shows a small area with its surroundings, in its middle, north up', () => {
    const [x, y] = middleOf(small, view)!;
    expect(x).toBeCloseTo(view.width / 2, 1);
    expect(y).toBeCloseTo(view.height / 2, 1);
    const [north, south] = [view.place([22, 65.001]), view.place([22, 65])];
    expect(north[1]).toBeLessThan(south[1]);
    expect(south[1] - north[1]).toBeLessThan(view.height / 5);
  });

  it('draws a degree of longitude as long as it is there', () => {
    const [[west, y], [east], [, below]] = [
      view.place([22, 65]),
      view.place([22.001, 65]),
      view.place([22, 64.999]),
    ];
    expect((east - west) / (below - y)).toBeCloseTo(Math.cos((65 * Math.PI) / 180), 2);
  });

  it('has every corner of all areas in view', () => {
    const both = [small, square(22.4, 65.3, 0.1)];
    const wide = viewOf(both);
    for (const corner of both.flatMap(({ coordinates }) => coordinates[0]!)) {
      const [x, y] = wide.place(corner);
      expect(x >= 0 && x <= wide.width && y >= 0 && y <= wide.height).toBe(true);
    }
  });

  it('cuts shapes at its edge, and leaves out what lies outside', () => {
    const numbers = pathOf(square(21, 64, 2), view)
      .match(/-?[\d.]+/gu)!
      .map(Number);
    expect(Math.min(...numbers)).toBe(-8);
    expect(Math.max(...numbers)).toBe(view.width + 8);
    expect(pathOf(square(10, 60, 1), view)).toBe('');
    expect(middleOf(square(10, 60, 1), view)).toBeUndefined();
  });
});
