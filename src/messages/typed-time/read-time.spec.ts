import { explainFault } from './time-faults.js';
import { readTime, type ReadTimeOptions } from './read-time.js';
import { writeMoment, writeSpan } from './write-time.js';

/** A Monday in the middle of the day, and the same night at 02:40. */
const noon = new Date('2026-11-30T12:00:00Z');
const night = new Date('2026-11-30T01:40:00Z');

type More = Partial<ReadTimeOptions>;

function read(text: string, now: Date, more: More = {}): string {
  const time = readTime(text, { now, ...more });
  if (time.kind === 'fault') return time.code;
  if (time.kind === 'open') return 'open';
  return time.kind === 'moment' ? writeMoment(time.at, 'sv', now) : writeSpan(time.from, time.to, 'sv', now);
}

describe('a time typed at 13:00 on Monday 30 November', () => {
  it.each<[typed: string, meant: string]>([
    ['i natt 23', 'måndag 30 november kl. 23.00'],
    ['inatt kl 02', 'tisdag 1 december kl. 02.00'],
    ['i natt 11', 'måndag 30 november kl. 23.00'],
    ['i natt 12', 'tisdag 1 december kl. 00.00'],
    ['i natt 12.30', 'tisdag 1 december kl. 00.30'],
    ['i kväll 8', 'måndag 30 november kl. 20.00'],
    ['ikväll halv nio', 'måndag 30 november kl. 20.30'],
    ['ikväll 00.30', 'tisdag 1 december kl. 00.30'],
    ['i eftermiddag 3', 'måndag 30 november kl. 15.00'],
    ['imorgon 06', 'tisdag 1 december kl. 06.00'],
    ['i morgon 6', 'tisdag 1 december kl. 06.00'],
    ['i morgon bitti 6', 'tisdag 1 december kl. 06.00'],
    ['imorgonbitti kl. 6.30', 'tisdag 1 december kl. 06.30'],
    ['imorgon kväll 8', 'tisdag 1 december kl. 20.00'],
    ['i övermorgon klockan åtta', 'onsdag 2 december kl. 08.00'],
    ['idag 16:15', 'måndag 30 november kl. 16.15'],
    ['kl 15', 'måndag 30 november kl. 15.00'],
    ['kl. 23.30', 'måndag 30 november kl. 23.30'],
    ['KL 23:30', 'måndag 30 november kl. 23.30'],
    ['2330', 'måndag 30 november kl. 23.30'],
    ['kl 15 i dag', 'måndag 30 november kl. 15.00'],
    ['kvart över 3 i eftermiddag', 'måndag 30 november kl. 15.15'],
    ['fredag 14', 'fredag 4 december kl. 14.00'],
    ['på fredag kl 14', 'fredag 4 december kl. 14.00'],
    ['fredag eftermiddag 2', 'fredag 4 december kl. 14.00'],
    ['fredag kväll 8', 'fredag 4 december kl. 20.00'],
    ['nästa fredag 14', 'fredag 11 december kl. 14.00'],
    ['måndag 14', 'måndag 30 november kl. 14.00'],
    ['måndag 12', 'måndag 7 december kl. 12.00'],
    ['natten till fredag 02', 'fredag 4 december kl. 02.00'],
    ['natten till fredag 23', 'torsdag 3 december kl. 23.00'],
    ['natten mot 9 december kl 1', 'onsdag 9 december kl. 01.00'],
    ['fredag natt 23', 'fredag 4 december kl. 23.00'],
    ['nu', 'måndag 30 november kl. 13.00'],
    ['om två timmar', 'måndag 30 november kl. 15.00'],
    ['om 30 min', 'måndag 30 november kl. 13.30'],
    ['om 1,5 timme', 'måndag 30 november kl. 14.30'],
    ['om en halvtimme', 'måndag 30 november kl. 13.30'],
    ['om 2 tim 15 min', 'måndag 30 november kl. 15.15'],
    ['om tre dygn', 'torsdag 3 december kl. 13.00'],
    ['midnatt', 'tisdag 1 december kl. 00.00'],
    ['kl 24', 'tisdag 1 december kl. 00.00'],
    ['fredag kl 24.00', 'lördag 5 december kl. 00.00'],
    ['lunch', 'måndag 30 november kl. 12.00'],
    ['imorgon lunch', 'tisdag 1 december kl. 12.00'],
    ['9 dec kl 8', 'onsdag 9 december kl. 08.00'],
    ['kl 8 9 dec', 'onsdag 9 december kl. 08.00'],
    ['den 9 december 8.00', 'onsdag 9 december kl. 08.00'],
    ['onsdag den 9:e december kl 8', 'onsdag 9 december kl. 08.00'],
    ['ons 9/12 8:00', 'onsdag 9 december kl. 08.00'],
    ['9/12 8:00', 'onsdag 9 december kl. 08.00'],
    ['9/12 -26 8:00', 'not-understood'],
    ['9/12-26 8:00', 'onsdag 9 december kl. 08.00'],
    ['2026-12-09 08:00', 'onsdag 9 december kl. 08.00'],
    ['2026-12-09T08:00', 'onsdag 9 december kl. 08.00'],
    ['5 januari 8.15', 'tisdag 5 januari 2027 kl. 08.15'],
    ['9 november 8', 'måndag 9 november kl. 08.00'],
    ['till 14', 'måndag 30 november kl. 14.00'],
    ['senast kl. 14', 'måndag 30 november kl. 14.00'],
    ['från och med i morgon 7', 'tisdag 1 december kl. 07.00'],
    ['sedan 02.15', 'måndag 30 november kl. 02.15'],
    ['sedan 14', 'söndag 29 november kl. 14.00'],
    ['sedan i natt 23', 'söndag 29 november kl. 23.00'],
    ['sedan i natt 02', 'måndag 30 november kl. 02.00'],
    ['i morse 6', 'måndag 30 november kl. 06.00'],
    ['igår kväll 10', 'söndag 29 november kl. 22.00'],
    ['i fredags 14', 'fredag 27 november kl. 14.00'],
    ['för två timmar sedan', 'måndag 30 november kl. 11.00'],
    ['två timmar sedan', 'måndag 30 november kl. 11.00'],
  ])('%p is %p', (typed, meant) => {
    expect(read(typed, noon)).toBe(meant);
  });

  it.each<[typed: string, meant: string]>([
    ['tonight 11 pm', 'måndag 30 november kl. 23.00'],
    ['tonight 11', 'måndag 30 november kl. 23.00'],
    ['tonight 2 am', 'tisdag 1 december kl. 02.00'],
    ['tomorrow 6', 'tisdag 1 december kl. 06.00'],
    ['tomorrow morning at 6', 'tisdag 1 december kl. 06.00'],
    ['6 a.m. tomorrow', 'tisdag 1 december kl. 06.00'],
    ['on Friday at 2pm', 'fredag 4 december kl. 14.00'],
    ['next Friday 2 pm', 'fredag 11 december kl. 14.00'],
    ['Dec 9 8:30 am', 'onsdag 9 december kl. 08.30'],
    ['December 9th, 8pm', 'onsdag 9 december kl. 20.00'],
    ['9th of December at 8 o’clock', 'not-understood'],
    ["9th of December at 8 o'clock", 'onsdag 9 december kl. 08.00'],
    ['half past eight tomorrow', 'tisdag 1 december kl. 08.30'],
    ['in two hours', 'måndag 30 november kl. 15.00'],
    ['in 45 minutes', 'måndag 30 november kl. 13.45'],
    ['now', 'måndag 30 november kl. 13.00'],
    ['midnight', 'tisdag 1 december kl. 00.00'],
    ['noon tomorrow', 'tisdag 1 december kl. 12.00'],
    ['until 2 pm', 'måndag 30 november kl. 14.00'],
    ['since 2:15', 'måndag 30 november kl. 02.15'],
    ['yesterday 10 pm', 'söndag 29 november kl. 22.00'],
    ['an hour ago', 'måndag 30 november kl. 12.00'],
  ])('%p is %p', (typed, meant) => {
    expect(read(typed, noon)).toBe(meant);
  });

  it.each<[typed: string, meant: string]>([
    ['kl 14–16', 'måndag 30 november kl. 14.00–16.00'],
    ['14-16', 'måndag 30 november kl. 14.00–16.00'],
    ['1400-1630', 'måndag 30 november kl. 14.00–16.30'],
    ['från 14 till 16', 'måndag 30 november kl. 14.00–16.00'],
    ['mellan 14 och 16', 'måndag 30 november kl. 14.00–16.00'],
    ['imorgon 9-12', 'tisdag 1 december kl. 09.00–12.00'],
    ['kl 9–12 i morgon', 'tisdag 1 december kl. 09.00–12.00'],
    ['fre 8-16', 'fredag 4 december kl. 08.00–16.00'],
    ['mån 8-16', 'måndag 30 november kl. 08.00–16.00'],
    ['mån 8-12', 'måndag 7 december kl. 08.00–12.00'],
    ['8-16 fredag', 'fredag 4 december kl. 08.00–16.00'],
    ['fre 8 - lör 9', 'fredag 4 december kl. 08.00 – lördag 5 december kl. 09.00'],
    ['nästa fredag 8 till lördag 9', 'fredag 11 december kl. 08.00 – lördag 12 december kl. 09.00'],
    ['22-02', 'måndag 30 november kl. 22.00 – tisdag 1 december kl. 02.00'],
    ['22-02 i natt', 'måndag 30 november kl. 22.00 – tisdag 1 december kl. 02.00'],
    ['i natt 23-05', 'måndag 30 november kl. 23.00 – tisdag 1 december kl. 05.00'],
    ['i natt 23 till i morgon 6', 'måndag 30 november kl. 23.00 – tisdag 1 december kl. 06.00'],
    ['i kväll 8-10', 'måndag 30 november kl. 20.00–22.00'],
    ['2-4 em', 'måndag 30 november kl. 14.00–16.00'],
    ['9 dec 8-12', 'onsdag 9 december kl. 08.00–12.00'],
    ['8–12 9/12', 'onsdag 9 december kl. 08.00–12.00'],
    ['2026-12-09 08:00-2026-12-10 12:00', 'onsdag 9 december kl. 08.00 – torsdag 10 december kl. 12.00'],
    ['2026-12-09 08:00–12:00', 'onsdag 9 december kl. 08.00–12.00'],
    ['30 dec 8 - 2 jan 9', 'onsdag 30 december kl. 08.00 – lördag 2 januari 2027 kl. 09.00'],
    ['Fri 2–4pm', 'fredag 4 december kl. 14.00–16.00'],
    ['Fri 11–1pm', 'fredag 4 december kl. 11.00–13.00'],
    ['Fri 8am–4', 'fredag 4 december kl. 08.00–16.00'],
    ['10pm to 2', 'måndag 30 november kl. 22.00 – tisdag 1 december kl. 02.00'],
    ['nu till 16', 'måndag 30 november kl. 13.00–16.00'],
  ])('the span %p is %p', (typed, meant) => {
    expect(read(typed, noon)).toBe(meant);
  });
});

describe('a time typed in the night, at 02:40', () => {
  it.each<[typed: string, meant: string]>([
    ['i natt 23', 'måndag 30 november kl. 23.00'],
    ['23', 'måndag 30 november kl. 23.00'],
    ['i natt 04', 'måndag 30 november kl. 04.00'],
    ['06', 'måndag 30 november kl. 06.00'],
    ['imorgon 06', 'tisdag 1 december kl. 06.00'],
    ['i dag 06', 'måndag 30 november kl. 06.00'],
    ['sedan 02.15', 'måndag 30 november kl. 02.15'],
    ['02.15', 'måndag 30 november kl. 02.15'],
    ['sedan 23', 'söndag 29 november kl. 23.00'],
    ['sedan midnatt', 'måndag 30 november kl. 00.00'],
    ['sedan i natt 23', 'söndag 29 november kl. 23.00'],
    ['i går kväll 11', 'söndag 29 november kl. 23.00'],
    ['nu', 'måndag 30 november kl. 02.40'],
    ['måndag 6', 'måndag 30 november kl. 06.00'],
    ['kl 9–12', 'måndag 30 november kl. 09.00–12.00'],
    ['22-02', 'måndag 30 november kl. 22.00 – tisdag 1 december kl. 02.00'],
  ])('%p is %p', (typed, meant) => {
    expect(read(typed, night)).toBe(meant);
  });
});

describe('tomorrow, said in the night', () => {
  it('may be meant for today, and says so', () => {
    expect(readTime('imorgon 06', { now: night })).toMatchObject({ maybeToday: true });
    expect(readTime('imorgon 06', { now: noon })).not.toHaveProperty('maybeToday');
    expect(readTime('idag 06', { now: night })).not.toHaveProperty('maybeToday');
  });
});

describe('a time typed late in the evening', () => {
  const late = new Date('2026-11-30T22:40:00Z');

  it.each<[typed: string, meant: string]>([
    ['02', 'tisdag 1 december kl. 02.00'],
    ['i natt 02', 'tisdag 1 december kl. 02.00'],
    ['till 06', 'tisdag 1 december kl. 06.00'],
    ['sedan 22', 'måndag 30 november kl. 22.00'],
  ])('%p is %p', (typed, meant) => {
    expect(read(typed, late)).toBe(meant);
  });
});

describe('a time that cannot be used', () => {
  it.each<[typed: string, code: string, more?: More]>([
    ['', 'not-understood'],
    ['snart', 'not-understood'],
    ['ca 14', 'not-understood'],
    ['kl', 'not-understood'],
    ['fredag lördag 8', 'not-understood'],
    ['i morgon 6 7', 'not-understood'],
    ['kl 8 till', 'not-understood'],
    ['9'.repeat(500), 'not-understood'],
    ['fredag', 'no-clock'],
    ['i natt', 'no-clock'],
    ['9 december', 'no-clock'],
    ['fredag - lördag 8', 'no-clock'],
    ['31 november kl 8', 'no-such-time'],
    ['9/13 8:00', 'no-such-time'],
    ['25', 'not-understood'],
    ['kl 8.75', 'not-understood'],
    ['i eftermiddag 9', 'no-such-time'],
    ['i morgon bitti 14', 'no-such-time'],
    ['torsdag 9 december 8', 'other-weekday'],
    ['fredag natt 02', 'night-of-two-days'],
    ['16-14', 'to-before-from'],
    ['i morgon 9 till i dag 14', 'to-before-from'],
    ['9 dec 8 - 8 dec 9', 'to-before-from'],
    ['14-14', 'to-before-from'],
    ['kl 9–12', 'passed', { must: 'be-ahead' }],
    ['9', 'passed', { must: 'be-ahead' }],
    ['i dag 12.59', 'passed', { must: 'be-ahead' }],
    ['i går 9', 'passed', { must: 'be-ahead' }],
    ['9 november 8', 'passed', { must: 'be-ahead' }],
    ['i morgon 9', 'not-yet', { must: 'have-been' }],
    ['2027-12-10 8:00', 'too-far'],
    ['2028-01-01 8:00', 'too-far'],
    ['2024-12-09 8:00', 'too-far'],
  ])('%p: %s', (...[typed, code, more]) => {
    expect(read(typed, noon, more)).toBe(code);
  });

  it('says why in the reader’s language', () => {
    const explained = (typed: string, more: More = {}) => {
      const fault = readTime(typed, { now: noon, ...more });
      if (fault.kind !== 'fault') throw new Error(typed);
      return [explainFault(fault, 'sv'), explainFault(fault, 'en')];
    };
    expect(explained('torsdag 9 december 8')).toEqual([
      'Den 9 december är en onsdag. Rätta dagen eller datumet.',
      '9 December is a Wednesday. Correct the day or the date.',
    ]);
    expect(explained('fredag')[0]).toBe('Skriv också klockslaget, till exempel ”fredag 8”.');
    expect(explained('kl 9', { must: 'be-ahead' })).toEqual([
      'Måndag 30 november kl. 09.00 har passerat.',
      'Monday 30 November at 09:00 has passed.',
    ]);
  });

  it('is not now: "now" may stand where a time must be ahead, also some seconds later', () => {
    const now = new Date('2026-11-30T12:00:59Z');
    expect(read('nu', now, { must: 'be-ahead' })).toBe('måndag 30 november kl. 13.00');
    expect(read('13.00', now, { must: 'be-ahead' })).toBe('måndag 30 november kl. 13.00');
  });
});

describe('an end that nobody knows', () => {
  it.each([
    ...[
      'tills vidare',
      'Tills vidare.',
      'tillsvidare',
      'okänt',
      'okänt än',
      'oklart när',
      'vet inte än',
      '?',
    ],
    ...['vi vet inte när', 'inte känt än', 'until further notice', 'unknown', 'not known yet', 'TBD'],
    ...["we don't know when yet", 'till okänt', 'toistaiseksi', 'ei vielä tiedossa', 'eat dieđe vel'],
    ...['غير معروف بعد', 'weli lama oga'],
  ])('may be %p', (typed) => {
    expect(read(typed, noon, { mayBeOpen: true, must: 'be-ahead', after: noon })).toBe('open');
    expect(read(typed, noon)).toBe('open-no-end');
  });

  it.each(['okänd gata', 'vidare', 'not'])('is not %p', (typed) => {
    expect(read(typed, noon, { mayBeOpen: true })).toBe('not-understood');
  });
});

describe('the end of something that has a start', () => {
  const after = new Date('2026-12-01T21:00:00Z');

  it.each<[typed: string, meant: string]>([
    ['23', 'tisdag 1 december kl. 23.00'],
    ['06', 'onsdag 2 december kl. 06.00'],
    ['torsdag 8', 'torsdag 3 december kl. 08.00'],
    ['i dag 23', 'to-before-from'],
    ['i morgon 21', 'to-before-from'],
    ['20', 'to-before-from'],
  ])('from Tuesday 22:00, %p is %p', (typed, meant) => {
    expect(read(typed, noon, { after })).toBe(meant);
  });
});

describe('summer time', () => {
  const spring = new Date('2026-03-28T12:00:00Z');
  const autumn = new Date('2026-10-24T12:00:00Z');

  it('has no such hour when it begins', () => {
    const fault = readTime('i natt 02.30', { now: spring });
    expect(fault).toMatchObject({ code: 'skipped' });
    expect(fault.kind === 'fault' && explainFault(fault, 'sv')).toBe(
      'Klockan 2.30 finns inte den 29 mars: då börjar sommartiden.',
    );
    expect(read('i natt 02-05', spring)).toBe('skipped');
    expect(read('i natt 01-05', spring)).toBe('söndag 29 mars kl. 01.00–05.00');
  });

  it('has the hour twice when it ends', () => {
    expect(read('i natt 02.30', autumn)).toBe('twice');
    expect(read('i natt 02.30 sommartid', autumn)).toBe('söndag 25 oktober kl. 02.30 (sommartid)');
    expect(read('25 oct 2:30 winter time', autumn)).toBe('söndag 25 oktober kl. 02.30 (vintertid)');
    expect(readTime('i natt 02.30 sommartid', { now: autumn })).toEqual({
      kind: 'moment',
      at: new Date('2026-10-25T00:30:00Z'),
    });
    expect(readTime('i natt 02.30 vintertid', { now: autumn })).toEqual({
      kind: 'moment',
      at: new Date('2026-10-25T01:30:00Z'),
    });
  });

  it('makes the night an hour shorter or longer, and days stay days', () => {
    const before = (now: string) => new Date(now);
    expect(readTime('om två timmar', { now: before('2026-03-29T00:30:00Z') })).toEqual({
      kind: 'moment',
      at: new Date('2026-03-29T02:30:00Z'),
    });
    expect(read('om två timmar', before('2026-03-29T00:30:00Z'))).toBe('söndag 29 mars kl. 04.30');
    expect(read('om ett dygn', spring)).toBe('söndag 29 mars kl. 13.00');
    expect(read('i morgon 06', autumn)).toBe('söndag 25 oktober kl. 06.00');
  });
});
