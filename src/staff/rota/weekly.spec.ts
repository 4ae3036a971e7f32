import { overlapping, shiftsOf, type WeeklyShift } from './weekly.js';

const now = new Date('2026-10-01T08:00:00Z');
const until = (day: string) => {
  const [year, month, of] = day.split('-').map(Number);
  return { year: year!, month: month!, day: of! };
};
/** Monday 08 to Monday 08. */
const series = (more: Partial<WeeklyShift> = {}): WeeklyShift => ({
  memberIds: ['anna', 'bo', 'cecilia'],
  role: 'approver',
  startsAt: new Date('2026-10-05T08:00:00+02:00'),
  endsAt: new Date('2026-10-12T08:00:00+02:00'),
  until: until('2026-12-21'),
  ...more,
});

describe('a shift that repeats every week', () => {
  it('is had by the people in turn, up to the last day', () => {
    const shifts = shiftsOf(series(), now);
    expect(shifts).toHaveLength(12);
    expect(shifts.slice(0, 4).map(({ memberId }) => memberId)).toEqual(['anna', 'bo', 'cecilia', 'anna']);
    expect(shifts.at(-1)).toMatchObject({ memberId: 'cecilia', startsAt: new Date('2026-12-21T07:00:00Z') });
  });

  it('begins and ends at the same time of the clock when summer time ends, without gap or overlap', () => {
    const shifts = shiftsOf(series(), now);
    // The clocks go back on 25 October: that week has an hour more.
    expect(shifts.slice(2, 4)).toMatchObject([
      { startsAt: new Date('2026-10-19T06:00:00Z'), endsAt: new Date('2026-10-26T07:00:00Z') },
      { startsAt: new Date('2026-10-26T07:00:00Z'), endsAt: new Date('2026-11-02T07:00:00Z') },
    ]);
    for (const [n, { startsAt }] of shifts.entries())
      if (n > 0) expect(startsAt).toEqual(shifts[n - 1]!.endsAt);
  });

  it('begins an hour later in the night when its hour is skipped', () => {
    const night = series({
      startsAt: new Date('2027-03-21T02:30:00+01:00'),
      endsAt: new Date('2027-03-21T10:00:00+01:00'),
      until: until('2027-03-28'),
    });
    expect(shiftsOf(night, now)[1]).toMatchObject({
      startsAt: new Date('2027-03-28T01:30:00Z'),
      endsAt: new Date('2027-03-28T08:00:00Z'),
    });
  });

  it.each([
    ['ends before it begins', { until: until('2026-10-04') }, 'rota.until-before-start'],
    ['is longer than a week', { endsAt: new Date('2026-10-12T09:00:00+02:00') }, 'rota.longer-than-week'],
    ['goes on for years', { until: until('9999-12-31') }, 'rota.too-far'],
    ['has a shift by its own deputy', { deputyId: 'bo' }, 'rota.own-deputy'],
    [
      'ends a shift before it begins',
      { endsAt: new Date('2026-10-05T07:00:00+02:00') },
      'rota.ends-before-start',
    ],
  ])('is refused that %s', (_what, wrong, code) =>
    expect(() => shiftsOf(series(wrong), now)).toThrow(expect.objectContaining({ code })),
  );
});

describe('overlaps', () => {
  const shift = (from: number, to: number, role: 'approver' | 'duty-officer' = 'approver') => ({
    role,
    startsAt: new Date(2026, 0, 1, from),
    endsAt: new Date(2026, 0, 1, to),
  });
  it.each([
    ['a shift at the same time', shift(5, 9), true],
    ['a shift within it', shift(9, 10), true],
    ['a shift that ends when it begins', shift(5, 8), false],
    ['a shift in another role', shift(5, 9, 'duty-officer'), false],
  ])('are with %s: %j', (_what, other, overlaps) =>
    expect(overlapping(shift(8, 16), [other])).toHaveLength(overlaps ? 1 : 0),
  );
});
