import { countedWording, say } from './say.js';
import { formatIn } from './format.js';

describe('say', () => {
  const wording = { sv: 'Når {n} telefoner i {place}', en: 'Reaches {n} phones in {place}' };

  it('fills in the values, and leaves a missing one visible', () => {
    expect(say(wording, 'sv', { n: 3, place: 'Porsön' })).toBe('Når 3 telefoner i Porsön');
    expect(say(wording, 'en', { n: 3 })).toBe('Reaches 3 phones in {place}');
  });

  it('countedWording has one wording for 1 and one for every other number', () => {
    const counted = { one: { sv: 'en', en: 'one' }, other: { sv: 'flera', en: 'several' } };
    expect([0, 1, 2].map((n) => countedWording(n, counted).sv)).toEqual(['flera', 'en', 'flera']);
  });
});

describe('formatIn', () => {
  const sv = formatIn('sv');
  const en = formatIn('en');
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

  it.each([
    [sv.cost(6690), '66,90 kr'],
    [sv.cost(3_699_000), '36 990 kr'],
    [sv.duration(0), '1 sekund'],
    [sv.duration(89), '89 sekunder'],
    [sv.duration(90), '2 minuter'],
    [en.duration(5401), '1.5 hours'],
    [sv.area(22_468.2), '22 468 m²'],
    [sv.area(612_345), '0,61 km²'],
    [sv.number(22_642), '22 642'],
  ])('writes %s', (written, expected) => {
    expect(plain(written)).toBe(expected);
  });

  it.each([
    ['2026-11-24T03:15:00Z', 'i dag 04:15', 'today 04:15'],
    ['2026-11-23T20:15:00Z', 'i går 21:15', 'yesterday 21:15'],
    ['2026-11-24T23:15:00Z', 'i morgon 00:15', 'tomorrow 00:15'],
    ['2026-11-28T20:45:00Z', 'lördag 28 nov. 21:45', 'Saturday 28 Nov 21:45'],
    ['2026-11-21T20:45:00Z', 'lördag 21 nov. 21:45', 'Saturday 21 Nov 21:45'],
    ['2027-01-02T20:45:00Z', '2 jan. 2027 21:45', '2 Jan 2027 21:45'],
  ])(
    'formatIn writes the day of %s in the municipality’s time zone, today included',
    (iso, swedish, english) => {
      const now = new Date('2026-11-23T23:30:00Z');
      expect(plain(sv.moment(iso, now))).toBe(swedish);
      expect(plain(en.moment(iso, now))).toBe(english);
    },
  );

  it('formatIn counts calendar days across a clock change', () => {
    const now = new Date('2026-10-24T22:30:00Z');
    expect(plain(sv.moment('2026-10-25T23:30:00Z', now))).toBe('i morgon 00:30');
  });
});
