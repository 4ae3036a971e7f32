import fc from 'fast-check';
import { messageLanguages } from '../../kernel/language.js';
import { speakableText } from '../speakable-text.js';
import { readTime } from './read-time.js';
import { writeMoment, writeSpan } from './write-time.js';

const now = new Date('2026-11-30T12:00:00Z');
const at = new Date('2026-12-09T22:00:00Z');

describe('a time written in full', () => {
  it.each<[language: string, written: string]>([
    ['sv', 'onsdag 9 december kl. 23.00'],
    ['en', 'Wednesday 9 December at 23:00'],
    ['fi', 'keskiviikko 9. joulukuuta klo 23.00'],
    ['se', 'gaskavahkku juovlamánu 9. b. dii. 23.00'],
    ['ar', 'الأربعاء 9 ديسمبر الساعة 23:00'],
    ['so', 'Arbaco 9 Disembar saacadda 23:00'],
    // Languages that we have no names for are the device's.
    ['uk', 'середа, 9 грудня 2026 р. о 23:00'],
    ['xx', '2026-12-09 23:00'],
  ])('in %s', (language, written) => {
    expect(writeMoment(at, language, now)).toBe(written);
  });

  it('has its year when it is in another year', () => {
    expect(writeMoment(new Date('2027-01-05T07:00:00Z'), 'sv', now)).toBe('tisdag 5 januari 2027 kl. 08.00');
  });

  it('has its year when the date alone would mean another', () => {
    expect(writeMoment(new Date('2026-12-20T07:00:00Z'), 'sv', new Date('2026-01-05T07:00:00Z'))).toBe(
      'söndag 20 december 2026 kl. 08.00',
    );
  });

  it('has the day once for a span on one day, else twice', () => {
    const [from, to] = [new Date('2026-12-09T08:00:00Z'), new Date('2026-12-09T11:00:00Z')];
    expect(writeSpan(from, to, 'sv', now)).toBe('onsdag 9 december kl. 09.00–12.00');
    expect(writeSpan(from, to, 'en', now)).toBe('Wednesday 9 December at 09:00–12:00');
    expect(writeSpan(from, new Date('2026-12-10T11:00:00Z'), 'sv', now)).toBe(
      'onsdag 9 december kl. 09.00 – torsdag 10 december kl. 12.00',
    );
  });
});

describe('a time written in full is spoken', () => {
  it.each<[language: 'sv' | 'en' | 'fi' | 'ar', written: string, spoken: string]>([
    ['sv', 'onsdag 9 december kl. 23.00', 'onsdag 9 december klockan 23:00'],
    ['sv', 'onsdag 9 december kl. 09.00–12.00', 'onsdag 9 december klockan 09:00 till 12:00'],
    ['sv', 'tisdag 5 januari 2027 kl. 08.00', 'tisdag 5 januari 2027 klockan 08:00'],
    [
      'sv',
      'onsdag 9 december kl. 22.00 – torsdag 10 december kl. 02.00',
      'onsdag 9 december klockan 22:00 till torsdag 10 december klockan 02:00',
    ],
    ['en', 'Wednesday 9 December at 23:00', 'Wednesday 9 December at 23:00'],
    ['en', 'Wednesday 9 December at 09:00–12:00', 'Wednesday 9 December at 09:00 to 12:00'],
    [
      'en',
      'Wednesday 9 December at 22:00 – Thursday 10 December at 02:00',
      'Wednesday 9 December at 22:00 to Thursday 10 December at 02:00',
    ],
    [
      'ar',
      'الأربعاء 9 ديسمبر الساعة 22:00 – الخميس 10 ديسمبر الساعة 02:00',
      'الأربعاء 9 ديسمبر الساعة 22:00 إلى الخميس 10 ديسمبر الساعة 02:00',
    ],
    ['fi', 'keskiviikko 9. joulukuuta klo 23.00', 'keskiviikko 9. joulukuuta kello 23:00'],
    ['ar', 'الأربعاء 9 ديسمبر الساعة 09:00–12:00', 'الأربعاء 9 ديسمبر الساعة 09:00 إلى 12:00'],
  ])('in %s: %p as %p', (language, written, spoken) => {
    expect(speakableText(written, language)).toBe(spoken);
  });
});

describe('what is written in full', () => {
  const minutesFromNow = fc.integer({ min: -360 * 24 * 60, max: 360 * 24 * 60 });
  const nows = fc
    .date({ min: new Date('2026-01-01'), max: new Date('2032-01-01'), noInvalidDate: true })
    .map((date) => new Date(Math.floor(date.getTime() / 60_000) * 60_000));

  it.each(messageLanguages)('in %s reads back as the same time', (language) => {
    fc.assert(
      fc.property(nows, minutesFromNow, (today, minutes) => {
        const moment = new Date(today.getTime() + minutes * 60_000);
        const written = writeMoment(moment, language, today);
        expect([written, readTime(written, { now: today })]).toEqual([
          written,
          { kind: 'moment', at: moment },
        ]);
      }),
      { numRuns: 300 },
    );
  });

  it.each(messageLanguages)('in %s reads back as the same span', (language) => {
    fc.assert(
      fc.property(
        nows,
        minutesFromNow,
        fc.integer({ min: 1, max: 5 * 24 * 60 }),
        (today, minutes, length) => {
          const from = new Date(today.getTime() + minutes * 60_000);
          const to = new Date(from.getTime() + length * 60_000);
          const written = writeSpan(from, to, language, today);
          expect([written, readTime(written, { now: today })]).toEqual([written, { kind: 'span', from, to }]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('reads back in the hours around the end of summer time', () => {
    const today = new Date('2026-10-20T12:00:00Z');
    for (let minute = -180; minute <= 180; minute += 5) {
      const moment = new Date(Date.parse('2026-10-25T01:00:00Z') + minute * 60_000);
      expect(readTime(writeMoment(moment, 'sv', today), { now: today })).toEqual({
        kind: 'moment',
        at: moment,
      });
    }
  });

  it('is never misread: any text is a time, a span or a fault', () => {
    const words = [
      'i',
      'natt',
      '23',
      'kl',
      '-',
      'fredag',
      '9',
      'dec',
      ':',
      '.',
      'till',
      'pm',
      '/',
      ' ',
      'om',
      '2026',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 12 }), (parts) => {
        const time = readTime(parts.join(' '), { now });
        expect(['moment', 'span', 'fault']).toContain(time.kind);
        if (time.kind === 'span') expect(time.to.getTime()).toBeGreaterThan(time.from.getTime());
      }),
    );
  });
});
