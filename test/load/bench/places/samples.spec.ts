import { Samples } from './samples.js';

const samplesOf = (name: string, times: readonly number[]): Samples => {
  const samples = new Samples(name);
  for (const ms of times) samples.add(ms, `of ${ms}`);
  return samples;
};

describe('Samples', () => {
  const hundred = samplesOf(
    'search',
    Array.from({ length: 100 }, (_, at) => 100 - at),
  );

  it('reports p50, p95 and max', () => {
    expect([0.5, 0.95, 1].map((share) => hundred.percentile(share))).toEqual([50, 95, 100]);
    expect(samplesOf('one', [7]).percentile(0.95)).toBe(7);
    expect(samplesOf('none', []).percentile(0.95)).toBeNaN();
  });

  it('lists the slowest samples first', () => {
    expect(hundred.slowest(2)).toEqual(['100.0 ms  of 100', '99.0 ms  of 99']);
  });

  it('puts the target on p95 only', () => {
    const [, p95, most] = hundred.figures(30);
    expect(p95).toEqual({ name: 'search, p95', value: 95, unit: 'ms', target: { atMost: 30 } });
    expect(most!.target).toBeUndefined();
  });

  it('reports p50 and p95 of a baseline, and the ratio of the baseline to its own', () => {
    const figures = hundred.against(samplesOf('LIKE', [25]));
    expect(figures.map(({ name, value }) => [name, value])).toEqual([
      ['LIKE, p50', 25],
      ['LIKE, p95', 25],
      ['LIKE / search, p50', 0.5],
      ['LIKE / search, p95', 25 / 95],
    ]);
  });
});
