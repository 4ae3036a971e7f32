import { nextWait, retryAfter } from './next-wait.js';

describe('the wait until the next try', () => {
  const waits = [5_000, 300_000];

  it('grows, and there is none after the last try', () =>
    expect([1, 2, 3].map((tries) => nextWait(waits, { tries, random: 0 }))).toEqual([
      5_000,
      300_000,
      undefined,
    ]));

  it('is somewhat longer at random', () => expect(nextWait(waits, { tries: 2, random: 1 })).toBe(330_000));

  it('is as long as the receiver asks for, but within a day', () => {
    expect(nextWait(waits, { tries: 1, asked: 60_000, random: 0 })).toBe(60_000);
    expect(nextWait(waits, { tries: 2, asked: 60_000, random: 0 })).toBe(300_000);
    expect(nextWait(waits, { tries: 1, asked: 90 * 86_400_000, random: 0 })).toBe(86_400_000);
    expect(nextWait(waits, { tries: 3, asked: 60_000, random: 0 })).toBeUndefined();
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
  ])('with Retry-After %s is %s milliseconds', (header, ms) => expect(retryAfter(header, now)).toBe(ms));
});
