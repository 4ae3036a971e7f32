import { mostTries, retryAfter, waitAfter } from './retries.js';

describe('when a webhook is tried again', () => {
  it('is after waits that grow over four days, ten tries in all', () => {
    const waits = Array.from({ length: mostTries }, (_, i) => waitAfter(i + 1, undefined, 0));
    expect(waits.map((wait) => wait && wait / 1000)).toEqual([
      5,
      300,
      1800,
      7200,
      18_000,
      36_000,
      50_400,
      72_000,
      86_400,
      undefined,
    ]);
  });

  it('is somewhat later at random', () => expect(waitAfter(2, undefined, 1)).toBe(330_000));

  it('is not before the receiver asks for it, but within a day', () => {
    expect(waitAfter(1, 60_000, 0)).toBe(60_000);
    expect(waitAfter(2, 60_000, 0)).toBe(300_000);
    expect(waitAfter(1, 90 * 86_400_000, 0)).toBe(86_400_000);
    expect(waitAfter(mostTries, 60_000, 0)).toBeUndefined();
  });

  const now = new Date('2026-11-30T12:00:00Z');
  it.each([
    ['120', 120_000],
    ['Mon, 30 Nov 2026 12:01:00 GMT', 60_000],
    ['Mon, 30 Nov 2026 11:00:00 GMT', 0],
    ['soon', undefined],
    ['-3600', undefined],
    ['3600.5', undefined],
    ['1e9', undefined],
    ['Infinity', undefined],
    ['2099', 2_099_000],
    ['9'.repeat(400), undefined],
    ['Sunday, 30-Nov-26 12:01:00 GMT', 60_000],
    [undefined, undefined],
  ])('Retry-After %s is %s milliseconds', (header, ms) => expect(retryAfter(header, now)).toBe(ms));
});
