import { dateFilter, rfc2822 } from './twilio-dates.js';

const at = Date.parse('2026-03-01T23:30:15.400Z');

describe('Twilio’s dates', () => {
  it('are written as in RFC 2822', () => {
    expect(rfc2822(at)).toBe('Sun, 01 Mar 2026 23:30:15 +0000');
    expect(rfc2822(at + 1000)).toBe('Sun, 01 Mar 2026 23:30:16 +0000');
  });

  it.each([
    [{}, true],
    [{ DateSent: '2026-03-01' }, true],
    [{ DateSent: '2026-03-02' }, false],
    [{ DateSent: '2026-03-01T23:30:15Z' }, true],
    [{ 'DateSent<': '2026-03-01' }, true],
    [{ 'DateSent<': '2026-02-28' }, false],
    [{ 'DateSent>': '2026-03-01' }, true],
    [{ 'DateSent>': '2026-03-02' }, false],
    [{ 'DateSent>': '2026-03-01', 'DateSent<': '2026-03-01T23:30:14Z' }, false],
  ])('are filtered by %j: %s', (query, kept) => {
    expect(dateFilter(query as Record<string, string>, 'DateSent')(at)).toBe(kept);
  });

  it('exclude resources without a date from filters; an invalid date is refused', () => {
    expect(dateFilter({ DateSent: '2026-03-01' }, 'DateSent')(undefined)).toBe(false);
    expect(() => dateFilter({ DateSent: 'today' }, 'DateSent')).toThrow('Invalid date');
  });
});
