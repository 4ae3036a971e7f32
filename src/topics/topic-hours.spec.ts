import { openingFrom, type TopicHours } from './topic-hours.js';

const day = { from: '07:00', to: '21:00' };
const weekdays: TopicHours = [day, day, day, day, day, { from: '09:00', to: '18:00' }, null];

describe('the hours of a topic', () => {
  it.each([
    ['within them, at once', '2026-12-01T12:00:00+01:00', '2026-12-01T12:00:00+01:00'],
    ['as they open, at once', '2026-12-01T07:00:00+01:00', '2026-12-01T07:00:00+01:00'],
    ['at night, in the morning', '2026-12-01T02:40:00+01:00', '2026-12-01T07:00:00+01:00'],
    ['as they close, the next day', '2026-12-01T21:00:00+01:00', '2026-12-02T07:00:00+01:00'],
    ['on Friday night, on Saturday', '2026-12-04T22:00:00+01:00', '2026-12-05T09:00:00+01:00'],
    ['on Saturday night, on Monday', '2026-12-05T19:00:00+01:00', '2026-12-07T07:00:00+01:00'],
    ['on a holiday, which counts as a Sunday', '2026-12-25T12:00:00+01:00', '2026-12-28T07:00:00+01:00'],
    ['the night that summer time begins', '2027-03-29T00:30:00+02:00', '2027-03-30T07:00:00+02:00'],
    ['the night that summer time ends', '2027-10-30T23:00:00+02:00', '2027-11-01T07:00:00+01:00'],
  ])('opens %s', (_what, at, opens) => {
    expect(openingFrom(weekdays, new Date(at))).toEqual(new Date(opens));
  });

  it('may be the whole day', () => {
    const always = Array.from({ length: 7 }, () => ({ from: '00:00', to: '24:00' }));
    const at = new Date('2026-12-25T23:59:59+01:00');
    expect(openingFrom(always, at)).toEqual(at);
  });

  it('that never open have no opening', () => {
    expect(openingFrom([null, null, null, null, null, null, null], new Date())).toBeUndefined();
  });
});
