import { everything, filterIn, isNarrowed, queryOf, searchOf } from './incident-filter.js';

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

describe('the address of the list', () => {
  const department = '01890f3e-7c1a-7000-8000-000000000001';
  it.each([
    ['nothing', {}, ''],
    ['a text that is being typed', { text: 'Örnäset & co ' }, '?q=%C3%96rn%C3%A4set+%26+co+'],
    [
      'all of it',
      { text: 'a', state: 'draft', lane: 'crisis', department, from: '2026-11-30', to: '2026-12-01' },
      `?q=a&state=draft&lane=crisis&department=${department}&from=2026-11-30&to=2026-12-01`,
    ],
  ] as const)('has the filter, and the filter is read from it: %s', (_what, more, search) => {
    const filter = { ...everything, ...more };
    expect(searchOf(filter)).toBe(search);
    expect(filterIn(search)).toEqual(filter);
  });

  it.each(['?state=lost&lane=fast', '?department=1', '?from=2026-1&to=yesterday', '?other=1', '?toString=1'])(
    'asks for everything when it is wrong: %s',
    (search) => expect(filterIn(search)).toEqual(everything),
  );
});
