import fc from 'fast-check';
import { speakableText } from './speakable-text.js';

describe('speakableText in Swedish', () => {
  it.each<[text: string, spoken: string]>([
    ['Vi kommer kl. 13.30', 'Vi kommer klockan 13:30'],
    ['kl 8-16', 'klockan 8 till 16'],
    ['kl 7', 'klockan 7'],
    ['kl. 13.00–16.30', 'klockan 13:00 till 16:30'],
    ['kl. 22-02', 'klockan 22 till 02'],
    ['kl. 13.15, 14.15', 'klockan 13:15, 14:15'],
    ['Ca 2 tim', 'cirka 2 timmar'],
    ['ca 1 tim', 'cirka 1 timme'],
    ['Det tar 30 min.', 'Det tar 30 minuter'],
    ['Det tar 30 min. Sedan är det klart.', 'Det tar 30 minuter. Sedan är det klart.'],
    ['Koka vattnet\n\n- i dag\n- i morgon', 'Koka vattnet. i dag. i morgon'],
    ['ÖVNING ÖVNING. Ett VMA', 'Övning Övning. Ett VMA'],
    ['VATTNET ÄR AVSTÄNGT PÅ STORGATAN', 'Vattnet är Avstängt på Storgatan'],
    ['VIKTIGT VMA', 'Viktigt VMA'],
    ['*Koka* _vattnet_', 'Koka vattnet'],
    ['Vatten & avlopp 🚰', 'Vatten och avlopp'],
  ])('%p is spoken as %p', (text, spoken) => {
    expect(speakableText(text, 'sv')).toBe(spoken);
  });

  it.each<[text: string, spoken: string]>([
    ['Ring 0920-45 30 00.', 'Ring 0 9 2 0, 4 5, 3 0, 0 0.'],
    ['Ring 070-174 06 05', 'Ring 0 7 0, 1 7 4, 0 6, 0 5'],
    ['Ring +46 70 174 06 05', 'Ring plus 4 6, 7 0, 1 7 4, 0 6, 0 5'],
    ['Tel. 0701740605', 'telefon 0 7 0 1 7 4 0 6 0 5'],
    ['Ring (0920) 45 30 00', 'Ring 0 9 2 0, 4 5, 3 0, 0 0'],
    ['Ring 0920 - 45 30 00', 'Ring 0 9 2 0, 4 5, 3 0, 0 0'],
    ['Ring 0920/45 30 00', 'Ring 0 9 2 0, 4 5, 3 0, 0 0'],
    ['Ring +46 (0)920-45 30 00', 'Ring plus 4 6, 9 2 0, 4 5, 3 0, 0 0'],
    ['Ring (08) 465 004 00', 'Ring 0 8, 4 6 5, 0 0 4, 0 0'],
    ['Ring 08 – 465 004 00', 'Ring 0 8, 4 6 5, 0 0 4, 0 0'],
    ['Ring +46 (0)8-465 004 00', 'Ring plus 4 6, 8, 4 6 5, 0 0 4, 0 0'],
    ['Ring 00 46 8 465 004 00', 'Ring 0 0, 4 6, 8, 4 6 5, 0 0 4, 0 0'],
    ['Ring 0771-23 23 23', 'Ring 0 7 7 1, 2 3, 2 3, 2 3'],
    ['Ring 08-465 004 00 13 november', 'Ring 0 8, 4 6 5, 0 0 4, 0 0 13 november'],
    ['Öppet 08-16 08-465 004 00', 'Öppet 08 till 16 0 8, 4 6 5, 0 0 4, 0 0'],
    ['08-465 004 00, 070-174 06 05', '0 8, 4 6 5, 0 0 4, 0 0, 0 7 0, 1 7 4, 0 6, 0 5'],
    ['Ring 0771-567567/0920-453000', 'Ring 0 7 7 1, 5 6 7 5 6 7/0 9 2 0, 4 5 3 0 0 0'],
    ['Ring 08-465 004 00-05', 'Ring 0 8, 4 6 5, 0 0 4, 0 0 till 0 5'],
    ['Ring 08.465 004 00', 'Ring 0 8, 4 6 5, 0 0 4, 0 0'],
    ['Tel.08-465 004 00', 'telefon 0 8, 4 6 5, 0 0 4, 0 0'],
    ['tel:+46-8-465-004-00', 'telefon: plus 4 6, 8, 4 6 5, 0 0 4, 0 0'],
    ['vxl 08-465 004 00', 'växel 0 8, 4 6 5, 0 0 4, 0 0'],
    ['Ring \u202a08-465\u200e 004 00\u202c', 'Ring 0 8, 4 6 5, 0 0 4, 0 0'],
    ['Ring 112', 'Ring 112'],
    ['Ring 1177', 'Ring 1177'],
    ['Ring 113 13.', 'Ring 1 1 3, 1 3.'],
    ['Ring 114 14 eller 116 117', 'Ring 1 1 4, 1 4 eller 116 117'],
    ['Ring 116 117. Det kostar 116 000 kr', 'Ring 1 1 6, 1 1 7. Det kostar 116 000 kr'],
  ])('telephone number: %p is spoken as %p', (text, spoken) => {
    expect(speakableText(text, 'sv')).toBe(spoken);
  });

  it.each<[text: string, spoken: string]>([
    [
      'Vattnet stängs av torsdag kl 08-12 27 november.',
      'Vattnet stängs av torsdag klockan 08 till 12 27 november.',
    ],
    ['Avstängt kl. 00-06 14 okt', 'Avstängt klockan 00 till 06 14 okt'],
    ['mellan 08-12 15 hushåll', 'mellan 08 till 12 15 hushåll'],
    ['mellan 08-12 30 40 hushåll', 'mellan 08 till 12 30 40 hushåll'],
    ['klockan 06 30-07 15', 'klockan 06:30 till 07:15'],
    ['Storgatan 05-07 10 hushåll', 'Storgatan 05 till 07 10 hushåll'],
    ['Avstängt kl. 0800-1200', 'Avstängt klockan 0800 till 1200'],
    ['mellan 0830-0945 hushåll', 'mellan 0830 till 0945 hushåll'],
    ['Senast 29/11-2026', 'Senast 29/11-2026'],
    ['från 27/11-3/12', 'från 27/11 till 3/12'],
    ['§ 7.15 och 12.50:-', '§ 7.15 och 12.50:-'],
    ['Storgatan 3-5', 'Storgatan 3 till 5'],
    ['Storgatan 12A-12C', 'Storgatan 12A till 12C'],
    ['1-3 dygn', '1 till 3 dygn'],
    ['1,5-2 meter', '1,5 till 2 meter'],
    ['29/11-3/12', '29/11 till 3/12'],
    ['10 000-12 000 kr', '10 000 till 12 000 kr'],
    ['100-200 meter', '100 till 200 meter'],
    ['1.12-29.12', '1.12 till 29.12'],
    ['28 nov kl. 24.00', '28 nov klockan 24:00'],
    ['29/08 465 hushåll', '29/08 465 hushåll'],
    ['2026-11-29 – 2026-12-01', '2026-11-29 till 2026-12-01'],
    ['2026-11-29 kl. 08.00–16.30', '2026-11-29 klockan 08:00 till 16:30'],
    ['29–30/11', '29 till 30/11'],
    ['29 nov–1 dec', '29 nov till 1 dec'],
    ['29 november - 1 december', '29 november till 1 december'],
    ['lör 29/11 – sön 30/11', 'lördag 29/11 till söndag 30/11'],
    ['mån–fre 8-16', 'måndag till fredag 8 till 16'],
    ['mån 29/11 kl. 8', 'måndag 29/11 klockan 8'],
    ['fredag – 29 november stängs vattnet', 'fredag - 29 november stängs vattnet'],
    ['kl. 8.00 – kl. 16.00', 'klockan 8:00 till klockan 16:00'],
    ['mån 29 nov kl. 8–tis 30 nov kl. 9', 'måndag 29 nov klockan 8 till tisdag 30 nov klockan 9'],
    ['kl:08-12', 'klockan 08 till 12'],
    ['Storgatan 12A–14C', 'Storgatan 12A till 14C'],
    ['Storgatan 12 A–C', 'Storgatan 12 A till C'],
    ['kl. 22.00-24.00', 'klockan 22:00 till 24:00'],
    ['kl 08.30 123 45 liter', 'klockan 08:30 123 45 liter'],
  ])('range: %p is spoken as %p', (text, spoken) => {
    expect(speakableText(text, 'sv')).toBe(spoken);
  });

  it.each<[text: string, spoken: string]>([
    ['1.234 kr, 1.234,50 kr, 12.000:-', '1 234 kr, 1 234,50 kr, 12 000 kronor'],
    ['1 234,50 kr', '1 234,50 kr'],
    ['500:-', '500 kronor'],
    [
      '10.000 liter, 3,50 kr/kWh, 100 Bq/l',
      '10 000 liter, 3,50 kronor per kilowattimme, 100 becquerel per liter',
    ],
    ['25 kr/m³', '25 kronor per kubikmeter'],
    [
      '10 l/min, 5 l/s, 10 mg/l, 50 km/h',
      '10 liter per minut, 5 liter per sekund, 10 milligram per liter, 50 kilometer per timme',
    ],
    ['3 m³, 20m2, 100 kvm', '3 kubikmeter, 20 kvadratmeter, 100 kvadratmeter'],
    ['Ner till -5 °C', 'Ner till minus 5 °C'],
    ['Kallt:\n-5 grader', 'Kallt: minus 5 grader'],
    ['-10 till -15 grader', 'minus 10 till minus 15 grader'],
    ['−10–−15 °C', 'minus 10 till minus 15 °C'],
    ['5-10 °C', '5 till 10 °C'],
    [
      '1/2 dl, 3/4 liter, 1/2 tim, 1 1/2 tim',
      'en halv dl, tre kvarts liter, en halv timme, 1 och en halv timme',
    ],
    ['1/2 kommer vi, 3/4 av kommunen', '1/2 kommer vi, 3/4 av kommunen'],
    ['och/eller, man/kvinna, dnr 2026/123', 'och/eller, man/kvinna, dnr 2026/123'],
    ['E4, Rv 97, rv. 97, lv 580', 'E4, riksväg 97, riksväg 97, länsväg 580'],
    ['12 m/s, m/s Finland, 2-3 ggr/dag', '12 meter per sekund, m/s Finland, 2 till 3 gånger per dag'],
    ['5 st, 1 st', '5 stycken, 1 styck'],
  ])('measure: %p is spoken as %p', (text, spoken) => {
    expect(speakableText(text, 'sv')).toBe(spoken);
  });

  it.each<[text: string, spoken: string]>([['Ring nr5', 'Ring nummer 5']])(
    'number: %p is spoken as %p',
    (text, spoken) => {
      expect(speakableText(text, 'sv')).toBe(spoken);
    },
  );

  it.each<[text: string]>([
    ['1 000 000 liter'],
    ['12 000 500 liter'],
    ['1 020 454 545 kr'],
    ['08-12-24 eller 07-11-2026'],
    ['2026-11-23 gäller Porsön 1:405'],
    ['29/11 kommer vi, dygnet runt 24/7'],
    ['972 31 Luleå'],
    ['Organisationsnummer 212000-2742'],
    ['65.5848, 22.1547'],
    ['12.50 kr, 1,5 meter, 25 °C, 5 %, 100 SEK, 9 §'],
    ['Tanken är tom'],
    ['Tanken är tom fredag'],
    ['Bussen har texten inställd'],
    ['En kalv på 30 kilo'],
    ['bg 5051-6905, plusgiro 4 12 34-5, bankgiro: 123-4567'],
    ['Ring 08-123 45 eller 071-123 456'],
    ['Från 29.11 till 1.12 och den 3.12'],
    ['pH 7.35, rum 12.15, 3.50 bar, 10.25 möh'],
  ])('%p stays unchanged', (text) => {
    expect(speakableText(text, 'sv')).toBe(text);
  });

  it.each<[text: string, spoken: string]>([
    ['t.ex. soppa, bl.a. gröt m.m.', 'till exempel soppa, bland annat gröt med mera'],
    ['fr.o.m. i dag t.o.m. fredag', 'från och med i dag till och med fredag'],
    ['from 1 maj tom fredag', 'från och med 1 maj till och med fredag'],
    ['Vattentanken vid Kottgatan är tom.', 'Vattentanken vid Kottgatan är tom.'],
    ['Se nr 5, v. 47-48', 'Se nummer 5, vecka 47 till 48'],
    ['m.a.o. stängt, mao. torrt', 'med andra ord stängt, med andra ord torrt'],
    ['Fr.o.m. 29 nov, from. 1 maj tom. 3 maj', 'från och med 29 nov, från och med 1 maj till och med 3 maj'],
    ['t.o.m. 2026-12-01', 'till och med 2026-12-01'],
    ['Brunnen är tom. 3 hushåll', 'Brunnen är tom. 3 hushåll'],
    ['Koka vattnet t.v. Ring oss', 'Koka vattnet tills vidare. Ring oss'],
    ['3 tr t.v. i huset', '3 tr t.v. i huset'],
    ['Gröt m.m. Soppa', 'Gröt med mera. Soppa'],
    ['kv. Örnen, kv Falken, kv 1, Kv. 2', 'kvarteret Örnen, kvarteret Falken, kvartal 1, kvartal 2'],
    ['kl 9 fm, kl. 3 e.m.', 'klockan 9 på förmiddagen, klockan 3 på eftermiddagen'],
    ['c:a 30 hinkar o.d.', 'cirka 30 hinkar och dylikt'],
    ['pga läcka, dvs nu, osv.', 'på grund av läcka, det vill säga nu, och så vidare'],
  ])('abbreviation: %p is spoken as %p', (text, spoken) => {
    expect(speakableText(text, 'sv')).toBe(spoken);
  });

  it.each<[text: string, spoken: string]>([
    ['Läs mer på https://www.lulea.se/vatten.', 'Läs mer på lulea punkt se snedstreck vatten.'],
    ['Se lulea.se', 'Se lulea punkt se'],
    ['Mejla vatten@lulea.se', 'Mejla vatten snabel-a lulea punkt se'],
    [
      'Se lulea.se/drift?id=1&x=2 nu',
      'Se lulea punkt se snedstreck drift frågetecken id lika med 1 och-tecken x lika med 2 nu',
    ],
    ['(se www.a-b.example/c)', '(se a bindestreck b punkt example snedstreck c)'],
    ['Vi lagar det.Se till att koka.', 'Vi lagar det.Se till att koka.'],
    ['1️⃣ Koka', 'Koka'],
    ['👍🏽 ok 🇸🇪', 'ok'],
    ['👩‍🚒 kommer', 'kommer'],
  ])('address or emoji: %p is spoken as %p', (text, spoken) => {
    expect(speakableText(text, 'sv')).toBe(spoken);
  });
});

describe('speakableText in other languages', () => {
  it.each<['en' | 'fi' | 'ar', string, string]>([
    [
      'en',
      'approx. 2.50 metres, e.g. a car & a bus',
      'approximately 2.50 metres, for example a car and a bus',
    ],
    ['en', '08-12 27 November', '08 to 12 27 November'],
    ['en', '10:30 pm–5:30 am, 8 am - 5 p.m.', '10:30 pm to 5:30 am, 8 am to 5 p.m.'],
    ['en', 'Call 08-465 004 00', 'Call 0 8, 4 6 5, 0 0 4, 0 0'],
    ['en', 'The answer is no. 5 houses', 'The answer is no. 5 houses'],
    ['en', 'Write to vatten@lulea.se', 'Write to vatten at lulea dot se'],
    ['fi', 'Soita 08-465 004 00 klo 13.15', 'Soita 0 8, 4 6 5, 0 0 4, 0 0 kello 13:15'],
    [
      'en',
      'Mon–Fri, 29 Nov–1 Dec, -5 °C, 10 l/min, 3 m³, 1/2 litre',
      'Mon to Fri, 29 Nov to 1 Dec, minus 5 °C, 10 litres per minute, 3 cubic metres, half a litre',
    ],
    ['en', '2026-11-29 – 2026-12-01', '2026-11-29 to 2026-12-01'],
    ['fi', '-5 °C, 10 l/min, mm. maito', 'miinus 5 °C, 10 litraa minuutissa, muun muassa maito'],
    ['ar', 'اتصل ٠٨-٤٦٥ ٠٠٤ ٠٠ من ٨-٩', 'اتصل 0 8, 4 6 5, 0 0 4, 0 0 من 8 إلى 9'],
    ['ar', '-5 درجة', 'ناقص 5 درجة'],
    ['ar', 'اتصل 08-465 004 00', 'اتصل 0 8, 4 6 5, 0 0 4, 0 0'],
  ])('%s: %p is spoken as %p', (language, text, spoken) => {
    expect(speakableText(text, language)).toBe(spoken);
  });
});

it('speakableText leaves no line breaks in any text, in reasonable time', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('0', '1', ' ', '-', '.', 'a', '\n', '/', '+46', '@', 'kl. '),
        maxLength: 900,
      }),
      (text) => {
        expect(speakableText(text, 'sv')).not.toMatch(/\n/);
      },
    ),
  );
});

// A quadratic algorithm would exceed the test's time limit many times over.
it.each([
  '0',
  '08-12 ',
  '0 ',
  'a-',
  'a.',
  ' ',
  '(0',
  '1 000 ',
  '+46',
  '0920/',
  'a@',
  '1.',
  'a\n',
  '29 nov-',
  'mån-',
  '-5 °',
  '1.234',
  'l/min',
  '1/2 ',
  '٠-',
  'A ',
  '*a',
  '11',
  'kl 8-',
])('speakableText handles 20,000 characters of %p', (unit) => {
  expect(typeof speakableText(unit.repeat(20_000 / unit.length), 'sv')).toBe('string');
});
