import { Spending } from './spending.js';

const always = { from: -Infinity, to: Infinity };
const spent = (entries: [at: number, units: number][]) => {
  const spending = new Spending();
  for (const [at, units] of entries) spending.note(at, units);
  return spending;
};

describe('what a sender spent', () => {
  it.each<[string, [number, number][], number]>([
    ['one alone', [[5, 3]], 3],
    [
      'two within a second',
      [
        [0, 1],
        [999.9, 2],
      ],
      3,
    ],
    [
      'two a whole second apart',
      [
        [0, 1],
        [1000, 2],
      ],
      2,
    ],
    [
      'a burst across the turn of a second',
      [
        [0, 1],
        [900, 4],
        [1100, 4],
        [2050, 1],
      ],
      8,
    ],
    [
      'several at once',
      [
        [7, 1],
        [7, 1],
        [7, 1],
      ],
      3,
    ],
  ])('%s', (_name, entries, most) => {
    const units = entries.reduce((sum, [, n]) => sum + n, 0);
    const [first, last] = [entries[0]![0], entries.at(-1)![0]];
    expect(spent(entries).sumBetween(always)).toEqual({
      units,
      firstAt: first,
      lastAt: last,
      mostInAnySecond: most,
    });
  });

  it('is asked for in a stretch that includes its beginning but not its end', () => {
    const spending = spent([
      [10, 1],
      [20, 2],
      [30, 4],
    ]);
    expect(spending.sumBetween({ from: 10, to: 30 })).toMatchObject({ units: 3, firstAt: 10, lastAt: 20 });
    expect(spending.sumBetween({ from: 31, to: 99 })).toBeUndefined();
    expect(new Spending().sumBetween(always)).toBeUndefined();
  });

  it('is the same as counting each window by hand, for many thousands', () => {
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
