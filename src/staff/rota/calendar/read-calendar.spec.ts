import { readCalendar } from './read-calendar.js';

const span = { startsAt: new Date('2026-03-20T00:00:00Z'), endsAt: new Date('2026-04-20T00:00:00Z') };
const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:test', ...lines, 'END:VCALENDAR'].join('\r\n');
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:1', 'SUMMARY:Anna Ek', ...lines, 'END:VEVENT'];
const zone = (tzid: string) => [
  'BEGIN:VTIMEZONE',
  `TZID:${tzid}`,
  'BEGIN:DAYLIGHT',
  'DTSTART:19700329T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19701025T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'END:STANDARD',
  'END:VTIMEZONE',
];
const times = (...lines: string[]) =>
  readCalendar(calendar(...lines), span).map(({ startsAt, endsAt }) => [
    startsAt.toISOString().slice(0, 16),
    endsAt.toISOString().slice(0, 16),
  ]);

describe('a rota in a calendar', () => {
  it.each([
    ['in UTC', event('DTSTART:20260325T070000Z', 'DTEND:20260325T150000Z'), '2026-03-25T07:00'],
    ['without a zone', event('DTSTART:20260401T070000', 'DTEND:20260401T150000'), '2026-04-01T05:00'],
    [
      'in our zone, which the file does not define',
      event('DTSTART;TZID=Europe/Stockholm:20260401T070000', 'DURATION:PT8H'),
      '2026-04-01T05:00',
    ],
    [
      'in a zone of the file',
      [...zone('Sthlm'), ...event('DTSTART;TZID=Sthlm:20260401T070000', 'DURATION:PT8H')],
      '2026-04-01T05:00',
    ],
    ['of a whole day', event('DTSTART;VALUE=DATE:20260401'), '2026-03-31T22:00'],
    [
      'in the hour that summer time skips',
      event('DTSTART:20260329T023000', 'DURATION:PT8H'),
      '2026-03-29T01:30',
    ],
  ])('has times %s', (_where, lines, start) => expect(times(...lines)[0]?.[0]).toBe(start));

  it('keeps the wall clock of a recurring shift when summer time begins', () => {
    const nights = event('DTSTART:20260327T200000', 'DTEND:20260328T080000', 'RRULE:FREQ=DAILY;COUNT=3');
    const expected = [
      ['2026-03-27T19:00', '2026-03-28T07:00'],
      ['2026-03-28T19:00', '2026-03-29T06:00'],
      ['2026-03-29T18:00', '2026-03-30T06:00'],
    ];
    expect(times(...nights)).toEqual(expected);
    const inZone = nights.map((line) => line.replace(/^(DT\w+):/, '$1;TZID=Sthlm:'));
    expect(times(...zone('Sthlm'), ...inZone)).toEqual(expected);
  });

  it('has a whole day of 23 hours', () =>
    expect(times(...event('DTSTART;VALUE=DATE:20260329', 'DTEND;VALUE=DATE:20260330'))).toEqual([
      ['2026-03-28T23:00', '2026-03-29T22:00'],
    ]));

  it('is expanded within the span only, without what is excluded, moved or called off', () => {
    const weekly = event(
      'DTSTART:20250106T080000Z',
      'DTEND:20250106T160000Z',
      'RRULE:FREQ=WEEKLY',
      'EXDATE:20260330T080000Z',
    );
    const moved = event('RECURRENCE-ID:20260406T080000Z', 'DTSTART:20260407T080000Z', 'DURATION:PT1H');
    const off = event('RECURRENCE-ID:20260413T080000Z', 'DTSTART:20260413T080000Z', 'STATUS:CANCELLED');
    const other = event('DTSTART:20260325T080000Z', 'DURATION:PT1H').map((line) =>
      line.replace('UID:1', 'UID:2'),
    );
    expect(times(...weekly, ...moved, ...off, ...other)).toEqual([
      ['2026-03-23T08:00', '2026-03-23T16:00'],
      ['2026-04-07T08:00', '2026-04-07T09:00'],
      ['2026-03-25T08:00', '2026-03-25T09:00'],
    ]);
  });

  it('has who is invited, but not rooms and people who declined', () => {
    const [found] = readCalendar(
      calendar(
        ...event(
          'DTSTART:20260325T070000Z',
          'DURATION:PT8H',
          'ATTENDEE;CN=Anna Ek:MAILTO:anna.ek@example.se',
          'ATTENDEE;PARTSTAT=DECLINED:mailto:bo@example.se',
          'ATTENDEE;CUTYPE=ROOM:mailto:room@example.se',
        ),
      ),
      span,
    );
    expect(found).toMatchObject({
      summary: 'Anna Ek',
      attendees: [{ email: 'anna.ek@example.se', name: 'Anna Ek' }],
    });
  });

  it.each([
    ['a web page', '<!DOCTYPE html><html></html>', ''],
    ['a card', 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Anna\r\nEND:VCARD', 'not a calendar'],
    ['a zone that nobody defines', calendar(...event('DTSTART;TZID=Mars:20260401T070000')), 'Mars'],
    [
      'a rule for every second',
      calendar(...event('DTSTART:20200101T000000Z', 'RRULE:FREQ=SECONDLY')),
      'too often',
    ],
  ])('is refused with %s', (_what, text, why) => expect(() => readCalendar(text, span)).toThrow(why));
});
