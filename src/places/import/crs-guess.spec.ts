import { judgeCrs, otherCrsGuesses, type CrsFit, type Verdict } from './crs-guess.js';
import { PositionSample } from './position-sample.js';

const at = (srid: number, home: number, { swapped = false, near = home } = {}): CrsFit => ({
  srid,
  swapped,
  home,
  near,
});
const swapped = (srid: number, home = 1) => at(srid, home, { swapped: true });
const nowhere = otherCrsGuesses(3006, 3006).map(({ srid, swapped: turned }) =>
  at(srid, 0, { swapped: turned }),
);

describe('how the coordinates of a layer are meant', () => {
  it.each<[string, CrsFit, CrsFit[], { known?: boolean; decided?: boolean }, Verdict]>([
    ['at home', at(3006, 1), [swapped(3006)], {}, 'as-given'],
    ["a neighbour's", at(3006, 0, { near: 1 }), [swapped(3006)], {}, 'as-given'],
    ['far away, and nowhere nearer', at(3006, 0), nowhere, {}, 'as-given'],
    ['a whole country, of which a part is here', at(3006, 0.02), [at(3011, 0.3)], {}, 'as-given'],
    ['axes swapped', at(3006, 0), [swapped(3006), at(4326, 0)], {}, 'swapped'],
    ['axes swapped but for a few strays', at(3006, 0.1), [swapped(3006, 0.8)], {}, 'swapped'],
    [
      'axes swapped, in a reference somebody chose',
      at(3011, 0),
      [swapped(3011)],
      { decided: true },
      'swapped',
    ],
    ['degrees called metres', at(3006, 0), [at(4326, 1)], { decided: true }, { references: [4326] }],
    ['metres called degrees', at(4326, 0), [at(3006, 1)], {}, { references: [3006] }],
    ['the country called a zone', at(3011, 0), [at(3006, 1)], { decided: true }, { references: [3006] }],
    ['a zone called another', at(3011, 0), [at(3010, 1), at(3009, 0)], {}, { references: [3010] }],
    ['one of two zones', at(3006, 0), [at(3010, 1), at(3014, 0.9)], {}, { references: [3010, 3014] }],
    ['a zone that somebody chose', at(3011, 0), [at(3010, 1)], { decided: true }, 'as-given'],
    [
      'nothing to compare with, one way',
      at(3006, 0),
      [at(4326, 1)],
      { known: false },
      { references: [4326] },
    ],
    [
      'nothing to compare with, many ways',
      at(4326, 0),
      [at(3006, 1), at(3010, 1)],
      { known: false },
      'as-given',
    ],
  ])('%s', (_what, given, others, { known = true, decided = false }, verdict) => {
    expect(judgeCrs(given, others, { known, decided })).toEqual(verdict);
  });

  it('is tried in the metric reference, in degrees, and in those that are used in Sweden, but not as it is', () => {
    expect(otherCrsGuesses(3011, 26_986).map(({ srid, swapped: turned }) => (turned ? -srid : srid))).toEqual(
      [-3011, 26_986, 4326, 3006, 3007, 3008, 3009, 3010, 3012, 3013, 3014, 3015, 3016, 3017, 3018],
    );
  });

  it('is seen from few positions, from all over the layer, whatever rows it has', () => {
    const sample = new PositionSample();
    for (let n = 1; n <= 10_000; n += 1) sample.add({ type: 'Polygon', coordinates: [[[n, -n, 7]]] });
    for (const bad of [undefined, null, 7, {}, { coordinates: [] }, { coordinates: [[NaN, 'x']] }])
      sample.add(bad);
    const xs = sample.positions.map(([x, y]) => {
      expect(y).toBe(-x);
      return x;
    });
    expect(xs.length).toBeGreaterThanOrEqual(32);
    expect(xs.length).toBeLessThanOrEqual(64);
    expect([xs[0], xs.at(-1)! > 9000]).toEqual([1, true]);
  });
});
