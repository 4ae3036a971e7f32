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

describe('guessing the reference of a layer', () => {
  it.each<[string, CrsFit, CrsFit[], { known?: boolean; decided?: boolean }, Verdict]>([
    ['a layer at home', at(3006, 1), [swapped(3006)], {}, 'as-given'],
    ['a layer of a neighbour', at(3006, 0, { near: 1 }), [swapped(3006)], {}, 'as-given'],
    ['a layer that is far away in every reading', at(3006, 0), nowhere, {}, 'as-given'],
    ['a whole country, of which a small part is here', at(3006, 0.02), [at(3011, 0.3)], {}, 'as-given'],
    ['swapped axes', at(3006, 0), [swapped(3006), at(4326, 0)], {}, 'swapped'],
    ['swapped axes, except for a few strays', at(3006, 0.1), [swapped(3006, 0.8)], {}, 'swapped'],
    [
      'swapped axes, in a reference that the profile gives',
      at(3011, 0),
      [swapped(3011)],
      { decided: true },
      'swapped',
    ],
    ['degrees declared as metres', at(3006, 0), [at(4326, 1)], { decided: true }, { references: [4326] }],
    ['metres declared as degrees', at(4326, 0), [at(3006, 1)], {}, { references: [3006] }],
    [
      'the national reference declared as a zone',
      at(3011, 0),
      [at(3006, 1)],
      { decided: true },
      { references: [3006] },
    ],
    ['one zone declared as another', at(3011, 0), [at(3010, 1), at(3009, 0)], {}, { references: [3010] }],
    ['two zones that both fit', at(3006, 0), [at(3010, 1), at(3014, 0.9)], {}, { references: [3010, 3014] }],
    ['another zone than the profile gives', at(3011, 0), [at(3010, 1)], { decided: true }, 'as-given'],
    [
      'no known places, one reading fits',
      at(3006, 0),
      [at(4326, 1)],
      { known: false },
      { references: [4326] },
    ],
    [
      'no known places, several readings fit',
      at(4326, 0),
      [at(3006, 1), at(3010, 1)],
      { known: false },
      'as-given',
    ],
  ])('%s', (_what, given, others, { known = true, decided = false }, verdict) => {
    expect(judgeCrs(given, others, { known, decided })).toEqual(verdict);
  });

  it('tries swapped axes, the metric reference, degrees and the Swedish references, but not the given one', () => {
    expect(otherCrsGuesses(3011, 26_986).map(({ srid, swapped: turned }) => (turned ? -srid : srid))).toEqual(
      [-3011, 26_986, 4326, 3006, 3007, 3008, 3009, 3010, 3012, 3013, 3014, 3015, 3016, 3017, 3018],
    );
  });

  it('samples 32 to 64 positions from all over the layer, and skips malformed geometries', () => {
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
