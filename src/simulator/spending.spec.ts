import { Spending } from './spending.js';

const always = { from: -Infinity, to: Infinity };
const spent = (entries: [at: number, units: number][]) => {
  const spending = new Spending();
  for (const [at, units] of entries) spending.note(at, units);
  return spending;
};

describe('Spending', () => {
  it.each<[string, [number, number][], number]>([
    ['one entry', [[5, 3]], 3],
    [
      'two entries within a second',
      [
        [0, 1],
        [999.9, 2],
      ],
      3,
    ],
    [
      'two entries a whole second apart',
      [
        [0, 1],
        [1000, 2],
      ],
      2,
    ],
    [
      'a burst across a second boundary',
      [
        [0, 1],
        [900, 4],
        [1100, 4],
        [2050, 1],
      ],
      8,
    ],
    [
      'several entries at the same time',
      [
        [7, 1],
        [7, 1],
        [7, 1],
      ],
      3,
    ],
  ])('sums up units and the most in any second: %s', (_name, entries, most) => {
    const units = entries.reduce((sum, [, n]) => sum + n, 0);
    const [first, last] = [entries[0]![0], entries.at(-1)![0]];
    expect(spent(entries).sumBetween(always)).toEqual({
      units,
      firstAt: first,
      lastAt: last,
      maxInAnySecond: most,
    });
  });

  it('includes the start of a period but not its end', () => {
    const spending = spent([
      [10, 1],
      [20, 2],
      [30, 4],
    ]);
    expect(spending.sumBetween({ from: 10, to: 30 })).toMatchObject({ units: 3, firstAt: 10, lastAt: 20 });
    expect(spending.sumBetween({ from: 31, to: 99 })).toBeUndefined();
    expect(new Spending().sumBetween(always)).toBeUndefined();
  });

  it('equals a simple count of each window, for 5,000 entries', () => {
    const entries = Array.from({ length: 5000 }, (_, i): [number, number] => [
      i * 2 + ((i * 7919) % 13) / 10,
      1 + (i % 3),
    ]).sort(([a], [b]) => a - b);
    const byHand = entries.map(([end]) =>
      entries.reduce((sum, [at, n]) => sum + (at > end - 1000 && at <= end ? n : 0), 0),
    );
    expect(spent(entries).sumBetween(always)?.maxInAnySecond).toBe(Math.max(...byHand));
  });
});
