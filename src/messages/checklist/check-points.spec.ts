import { checkPoints } from './check-points.js';
import { eventKinds, pointIds, pointsOf, type EventKind } from './points.js';

const found = (kind: EventKind, text: string, language: string): string[] =>
  checkPoints(kind, text, language)
    .filter((point) => point.found)
    .map(({ id }) => id);

describe('checkPoints', () => {
  it.each<[name: string, kind: EventKind, language: string, text: string, points: string[]]>([
    [
      'boil in English',
      'boil',
      'en',
      'Boil your tap water. E. coli was found in the water in Alavik this morning because of a burst main. Small children are at risk. You may get diarrhoea: call 1177 if you fall ill. We are flushing the pipes. Bottled water is handed out at the school. Next update at 15:00, on alavik.se. Alavik Municipality',
      ['L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7', 'L8', 'L9', 'L10', 'L11', 'X1', 'X2', 'X3'],
    ],
    [
      'a shutoff in English',
      'planned',
      'en',
      'We will shut off the water in Alavik on Monday 3 May from 9:00 to 14:00 for maintenance. Fill some bottles beforehand.',
      ['S1', 'S2', 'S3', 'S4', 'S5'],
    ],
    [
      'an all-clear in English',
      'all-clear',
      'en',
      'You no longer need to boil the water in Alavik. Two samples show that it is clean.',
      ['A1', 'A2', 'A3', 'A4', 'A5'],
    ],
    [
      'work that is done, in English',
      'all-clear',
      'en',
      'The water is back on Storgatan. The work is done.',
      ['A1', 'A2', 'A4'],
    ],
    ['sickness in English', 'boil', 'en', 'If you feel sick, call 1177.', ['L7', 'L10']],
    [
      'labels in Finnish',
      'boil',
      'fi',
      'Vedessä voi olla bakteereita. Syy: vuoto putkessa.',
      ['L1', 'L4', 'L5'],
    ],
    ['what is no longer in the water, in Finnish', 'boil', 'fi', 'Vedessä ei ole enää bakteereita.', ['L5']],
    ['work that is done, in Finnish', 'all-clear', 'fi', 'Työ on valmis. Syy oli pakkanen.', ['A4', 'A6']],
    ['little in English', 'leak', 'en', 'Close the windows. Boiling does not help.', []],
    [
      'boil in Finnish',
      'boil',
      'fi',
      'Keitä vesi ennen juomista. Kolibakteereja on löydetty Alavikissa tänään. Vettä voi hakea koululta. Lisätietoja: alavik.se',
      ['L1', 'L2', 'L3', 'L5', 'L8', 'L9', 'X2'],
    ],
    [
      'a shutoff in Finnish',
      'leak',
      'fi',
      'Vesivuoto Alavikissa. Vesi on poikki. Sulje hanat. Vesi palaa arviolta klo 16.',
      ['S1', 'S2', 'S3', 'S4', 'S9'],
    ],
  ])('finds the points of %s', (_name, kind, language, text, points) => {
    expect(found(kind, text, language)).toEqual(points);
  });

  it('marks points without words in the language as not recognised, and finds none', () => {
    for (const language of ['so', 'xx', 'constructor']) {
      const checked = checkPoints('boil', 'Koka vattnet. Boil the water.', language);
      expect(checked.some((point) => point.found || point.recognised)).toBe(false);
      expect(checked).toHaveLength(15);
    }
  });

  it('has Swedish and English words for every point of every kind', () => {
    const used = eventKinds.flatMap((kind) => pointsOf(kind).map(({ id }) => id));
    expect([...new Set(used)].sort()).toEqual([...pointIds].sort());
    for (const language of ['sv', 'en'])
      for (const kind of eventKinds)
        expect(checkPoints(kind, '', language).filter((point) => !point.recognised)).toEqual([]);
  });

  it.each([
    ['letters in decomposed form', 'Va\u030ar va\u030ard: so\u0308k va\u030ard hos vårdcentralen.', 'L10'],
    ['soft hyphens', 'Nöd\u00advatten finns på torget.', 'L9'],
    ['no-break spaces', 'Ny\u00a0information\u00a0kl.\u00a017', 'X1'],
    ['capitals', 'KOKA VATTNET', 'L8'],
    ['a missing space between sentences', 'Koka vattnet.Gäller Visbys abonnenter.', 'L2'],
    ['a list on lines of its own', 'Berört område:\n- Storgatan', 'L2'],
  ])('reads %s', (_name, text, point) => {
    expect(found('boil', text, 'sv')).toContain(point);
  });

  it.each([
    'koka ',
    'vatten',
    'i Alavik, ',
    'kl. 12-',
    '0-1-',
    'A',
    'a.',
    '. A',
    'läck',
    'Aa, ',
    'prov visar ',
    '1:',
    'Ee',
    '\u00ad',
  ])('reads 10,000 characters of %p in linear time, in every language', (unit) => {
    const text = unit.repeat(10_000 / unit.length);
    const began = process.cpuUsage();
    for (const kind of eventKinds)
      for (const language of ['sv', 'en', 'fi']) checkPoints(kind, text, language);
    // Quadratic work would take many seconds. In practice it is some 100 ms.
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(3_000);
  });
});

describe('an end that nobody knows', () => {
  it.each([
    ['sv', 'Vattnet är av tills vidare.'],
    ['sv', 'Vi räknar med att det är tillbaka, men vi vet inte när än.'],
    ['en', 'The water is off until further notice.'],
    ['en', 'We expect it back, but we do not know when yet.'],
    ['fi', 'Arviomme mukaan vesi palaa: ei vielä tiedossa.'],
  ])('is an answer to "until when": %s, %s', (language, text) => {
    expect(found('leak', text, language)).toContain('S3');
  });
});
