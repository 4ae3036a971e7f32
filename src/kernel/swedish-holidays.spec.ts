import { easterOf, holidaysOf, isHoliday } from './swedish-holidays.js';

const iso = ({ year, month, day }: { year: number; month: number; day: number }) =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

describe('Swedish public holidays', () => {
  it.each(['2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2028-04-16', '2038-04-25', '2285-03-22'])(
    'Easter is on %s',
    (day) => {
      expect(iso(easterOf(Number(day.slice(0, 4))))).toBe(day);
    },
  );

  it.each([
    [2026, '2026-06-19', '2026-06-20', '2026-10-31', '2026-05-14', '2026-05-24'],
    [2027, '2027-06-25', '2027-06-26', '2027-11-06', '2027-05-06', '2027-05-16'],
    [2028, '2028-06-23', '2028-06-24', '2028-11-04', '2028-05-25', '2028-06-04'],
  ])('of %d: Midsummer Eve and Day, All Saints, Ascension and Whit Sunday', (year, ...days) => {
    expect(holidaysOf(year).map(iso)).toEqual(expect.arrayContaining(days));
  });

  it('has the fixed days, and no other', () => {
    expect(holidaysOf(2026).map(iso)).toEqual([
      '2026-01-01',
      '2026-01-06',
      '2026-04-03',
      '2026-04-05',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-24',
      '2026-06-06',
      '2026-06-19',
      '2026-06-20',
      '2026-10-31',
      '2026-12-24',
      '2026-12-25',
      '2026-12-26',
      '2026-12-31',
    ]);
    expect(isHoliday({ year: 2026, month: 12, day: 27 })).toBe(false);
    expect(isHoliday({ year: 2026, month: 12, day: 25 })).toBe(true);
  });
});
