import { everything, isNarrowed, queryOf } from './incident-filter.js';

const query = (more: object) => Object.fromEntries(new URLSearchParams(queryOf({ ...everything, ...more })));

describe('queryOf', () => {
  it('names only what is filled in', () => {
    expect(isNarrowed(everything)).toBe(false);
    expect(isNarrowed({ ...everything, text: '  ' })).toBe(false);
    expect(query({ text: ' Örnäset & co ', state: 'draft', lane: 'crisis', department: 'd1' })).toEqual({
      q: 'Örnäset & co',
      state: 'draft',
      lane: 'crisis',
      department: 'd1',
    });
  });

  it.each([
    ['in winter', '2026-11-30', '2026-11-29T23:00:00.000Z', '2026-11-30T23:00:00.000Z'],
    ['in summer', '2026-07-01', '2026-06-30T22:00:00.000Z', '2026-07-01T22:00:00.000Z'],
    ['when summer time ends', '2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
    ['at the end of a year', '2026-12-31', '2026-12-30T23:00:00.000Z', '2026-12-31T23:00:00.000Z'],
  ])('takes whole days of the municipality, %s', (_when, day, from, to) => {
    expect(query({ from: day, to: day })).toEqual({ from, to });
  });

  it('ignores a day that is being typed', () => {
    expect(query({ from: '2026-1', to: '2026-' })).toEqual({});
  });
});
