import { readPhoneNumber } from '../src/kernel/phone-number.js';
import { fictionLandline, fictionMobile, GeneratedNumbers, mobileAt } from './phone-numbers.js';
import { Prng } from './prng.js';

describe('generated numbers', () => {
  const numbers = new GeneratedNumbers(Prng.of(9).stream('numbers'));

  it('are unique, and libphonenumber tells mobiles from landlines', () => {
    const seen = new Set<string>();
    for (let at = 0; at < 20_000; at++) {
      const [mobile, landline] = [numbers.mobile(), numbers.landline()];
      seen.add(mobile).add(landline);
      if (at % 10 > 0) continue;
      expect(readPhoneNumber(mobile)?.kind).toBe('mobile');
      expect(readPhoneNumber(landline)?.kind).toBe('landline');
    }
    expect(seen.size).toBe(40_000);
  });

  it('leave out exactly the numbers reserved for fiction', () => {
    // With this tail as the start, the first turn of the first prefix (070) has exactly this tail.
    expect(mobileAt(0, 1_740_604)).toBe('+46701740604');
    expect(mobileAt(0, 1_740_605)).toBeUndefined();
    expect(mobileAt(0, 1_740_699)).toBeUndefined();
    expect(mobileAt(0, 1_740_700)).toBe('+46701740700');
    expect(mobileAt(1, 1_740_650)).toBe('+46721740650');
  });

  it('stop at the ends of the ranges reserved for fiction', () => {
    expect([fictionMobile(0), fictionMobile(94)]).toEqual(['+46701740605', '+46701740699']);
    expect([fictionLandline(0), fictionLandline(99)]).toEqual(['+46846500400', '+46846500499']);
    expect(() => fictionMobile(95)).toThrow(RangeError);
    expect(() => fictionLandline(100)).toThrow(RangeError);
  });
});
