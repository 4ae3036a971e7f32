import { hoursBody, hoursFaults, hoursFormOf, officeHours, readClock } from './hours-form.js';
import { hoursInWords } from './hours-in-words.js';

const office = { from: '08:00', to: '17:00' };
const week = [office, office, office, office, office, { from: '09:00', to: '24:00' }, null];

describe('the hours in the form of a topic', () => {
  it.each([
    ['8', '08:00'],
    ['8.30', '08:30'],
    [' 0830 ', '08:30'],
    ['830', '08:30'],
    ['24', '24:00'],
    ['24:01', undefined],
    ['25', undefined],
    ['08:60', undefined],
    ['morgon', undefined],
    ['', undefined],
  ])('read %j as %s', (typed, clock) => {
    expect(readClock(typed)).toBe(clock);
  });

  it('are sent as they were, a closed day as null', () => {
    expect(hoursBody(hoursFormOf(week))).toEqual(week);
  });

  it('are sent as null when it is sent at any time', () => {
    expect([hoursFormOf(undefined), hoursBody(undefined)]).toEqual([undefined, null]);
  });

  it('begin as office hours, without a fault', () => {
    expect(hoursFaults(officeHours)).toEqual({});
    expect(hoursBody(officeHours)).toEqual([office, office, office, office, office, null, null]);
  });

  it.each([
    ['17:00', '08:00'],
    ['08:00', '8'],
    ['', '17:00'],
  ])('name the day with the times %j to %j', (from, to) => {
    const wrong = officeHours.map((day, at) => (at === 2 ? { ...day, from, to } : day));
    expect(Object.keys(hoursFaults(wrong))).toEqual(['hours.2']);
    const closed = wrong.map((day, at) => (at === 2 ? { ...day, isOpen: false } : day));
    expect(hoursFaults(closed)).toEqual({});
  });

  it('need a day', () => {
    const none = officeHours.map((day) => ({ ...day, isOpen: false }));
    expect(Object.keys(hoursFaults(none))).toEqual(['hours']);
  });

  it('are read with days that are alike together', () => {
    expect(hoursInWords(week, ({ sv }) => sv)).toEqual([
      'måndag–fredag 08:00–17:00',
      'lördag 09:00–24:00',
      'söndag stängt',
    ]);
  });
});
