import { localTime } from '../../../../kernel/wall-clock.js';
import { expiryDate } from './expiry.js';

const at = (local: string) => expiryDate({ kind: 'at', local }, new Date())?.toISOString();

describe("an expiry in the municipality's time zone", () => {
  it.each<[local: string, instant: string]>([
    ['2026-11-24T15:30', '2026-11-24T14:30:00.000Z'],
    ['2026-07-01T15:30', '2026-07-01T13:30:00.000Z'],
    // Around the changes to and from summer time: 29 March and 25 October 2026, at 01:00 UTC.
    ['2026-03-29T01:59', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25T01:30', '2026-10-24T23:30:00.000Z'],
    ['2026-10-25T03:00', '2026-10-25T02:00:00.000Z'],
  ])('local time %s is %s, whatever zone the device is in', (local, instant) => {
    expect(at(local)).toBe(instant);
    expect(localTime(new Date(instant))).toBe(local);
  });

  it('a time that summer time skips is an hour later', () => {
    expect(at('2026-03-29T02:30')).toBe('2026-03-29T01:30:00.000Z');
  });

  it('a time that comes twice is the first of the two', () => {
    expect(at('2026-10-25T02:30')).toBe('2026-10-25T00:30:00.000Z');
  });

  it.each(['', 'i morgon', '2026-13-01T10:00', '2026-12-01T24:00'])('%p is not a time', (local) => {
    expect(at(local)).toBeUndefined();
  });
});
