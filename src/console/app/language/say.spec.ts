import { countedWording, say } from './say.js';
import { formatIn } from './format.js';

describe('saying things in the reader’s language', () => {
  const wording = { sv: 'Når {n} telefoner i {place}', en: 'Reaches {n} phones in {place}' };

  it('fills in what it is given, and leaves a gap visible', () => {
    expect(say(wording, 'sv', { n: 3, place: 'Porsön' })).toBe('Når 3 telefoner i Porsön');
    expect(say(wording, 'en', { n: 3 })).toBe('Reaches 3 phones in {place}');
  });

  it('has words for one of a thing and for any other number', () => {
    const counted = { one: { sv: 'en', en: 'one' }, other: { sv: 'flera', en: 'several' } };
    expect([0, 1, 2].map((n) => countedWording(n, counted).sv)).toEqual(['flera', 'en', 'flera']);
  });
});

describe('writing figures', () => {
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
  ])('%s', (written, expected) => {
    expect(plain(written)).toBe(expected);
  });

  it('leaves the date out today, by the reader’s own clock', () => {
    const now = new Date('2026-11-23T23:30:00Z');
    expect(plain(sv.moment('2026-11-24T03:15:00Z', now))).toBe('04:15');
    expect(plain(sv.moment('2026-11-23T20:15:00Z', now))).toBe('23 nov. 2026 21:15');
  });
});
