import { placeNumbers } from './map-numbers.js';
import type { Spot } from './map-view.js';

const view = { width: 440, height: 300 };
const distances = (spots: readonly (Spot | undefined)[]): number[] =>
  spots.flatMap((a, n) =>
    spots.slice(n + 1).map((b) => (a && b ? Math.hypot(a[0] - b[0], a[1] - b[1]) : Infinity)),
  );

describe('the numbers on the map', () => {
  it('stand where their places are, if there is room', () => {
    expect(
      placeNumbers(
        [
          [100, 100],
          [200, 100],
        ],
        view,
      ),
    ).toEqual([
      [100, 100],
      [200, 100],
    ]);
  });

  it('stand beside each other if they have the same place, and stay on the map', () => {
    const spots = placeNumbers(
      Array.from({ length: 5 }, (): Spot => [436, 4]),
      view,
    );
    expect(Math.min(...distances(spots))).toBeGreaterThanOrEqual(34);
    for (const [x, y] of spots as Spot[]) {
      expect(x).toBeLessThanOrEqual(423);
      expect(y).toBeGreaterThanOrEqual(17);
    }
  });

  it('are left out where no room is left near their place', () => {
    const spots = placeNumbers(
      Array.from({ length: 300 }, (): Spot => [220, 150]),
      view,
    );
    expect(Math.min(...distances(spots))).toBeGreaterThanOrEqual(34);
    expect(spots.at(-1)).toBeUndefined();
    expect(spots[0]).toEqual([220, 150]);
  });
});
