import fc from 'fast-check';
import { addDays, daysBetween, instantsOf, isDay, localTime, wallClockOf, weekdayOf } from './wall-clock.js';

const at = (year: number, month: number, day: number, hour: number, minute = 0) =>
  instantsOf({ year, month, day, hour, minute }).map((instant) => instant.toISOString());

describe('the clock on the wall', () => {
  it('shows a time in winter and in summer once', () => {
    expect(at(2026, 12, 9, 23)).toEqual(['2026-12-09T22:00:00.000Z']);
    expect(at(2026, 7, 1, 8, 30)).toEqual(['2026-07-01T06:30:00.000Z']);
  });

  it('never shows the hour that summer time skips', () => {
    expect(at(2026, 3, 29, 1, 59)).toEqual(['2026-03-29T00:59:00.000Z']);
    expect(at(2026, 3, 29, 2)).toEqual([]);
    expect(at(2026, 3, 29, 2, 59)).toEqual([]);
    expect(at(2026, 3, 29, 3)).toEqual(['2026-03-29T01:00:00.000Z']);
  });

  it('shows the hour in which summer time ends twice, summer time first', () => {
    expect(at(2026, 10, 25, 2, 30)).toEqual(['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']);
    expect(at(2026, 10, 25, 3)).toEqual(['2026-10-25T02:00:00.000Z']);
  });

  it('shows every minute at one of the instants that it is found at', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        (date) => {
          const minute = new Date(Math.floor(date.getTime() / 60_000) * 60_000);
          expect(instantsOf(wallClockOf(minute))).toContainEqual(minute);
        },
      ),
    );
  });

  it('is written as the browser’s field for a local time takes it', () => {
    expect(localTime(new Date('2026-06-30T22:05:00Z'))).toBe('2026-07-01T00:05');
  });
});

describe('days of the calendar', () => {
  it('are added over the end of a month, a year and summer time', () => {
    expect(addDays({ year: 2026, month: 12, day: 31 }, 1)).toEqual({ year: 2027, month: 1, day: 1 });
    expect(addDays({ year: 2028, month: 3, day: 1 }, -1)).toEqual({ year: 2028, month: 2, day: 29 });
    expect(addDays({ year: 2026, month: 3, day: 28 }, 1)).toEqual({ year: 2026, month: 3, day: 29 });
  });

  it('have a weekday and a distance', () => {
    expect(weekdayOf({ year: 2026, month: 12, day: 9 })).toBe(2);
    expect(weekdayOf({ year: 2026, month: 11, day: 29 })).toBe(6);
    expect(daysBetween({ year: 2026, month: 3, day: 28 }, { year: 2026, month: 3, day: 30 })).toBe(2);
  });

  it('are only those that the calendar has', () => {
    expect(isDay({ year: 2028, month: 2, day: 29 })).toBe(true);
    expect(isDay({ year: 2026, month: 2, day: 29 })).toBe(false);
    expect(isDay({ year: 2026, month: 13, day: 1 })).toBe(false);
    expect(isDay({ year: 2026, month: 11, day: 0 })).toBe(false);
  });
});
