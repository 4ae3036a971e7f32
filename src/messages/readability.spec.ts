import { readability } from './readability.js';

describe('readability', () => {
  it.each<[name: string, text: string, words: number, sentences: number, longWords: number, verdict: string]>(
    [
      ['nothing', '', 0, 0, 0, 'very-easy'],
      [
        'a plain alert',
        'Vattnet är avstängt på Porsön. Vi lagar ett rör. Det tar två timmar.',
        13,
        3,
        2,
        'very-easy',
      ],
      [
        'a full stop in kl. and bl.a. ends nothing',
        'Vi kommer kl. 14 i dag, bl.a. till dig.',
        9,
        1,
        0,
        'very-easy',
      ],
      [
        'an abbreviation before a capital ends nothing',
        'Vi stänger av vattnet på t.ex. Porsön och bl.a. Hertsön.',
        12,
        1,
        3,
        'easy',
      ],
      [
        'more abbreviations before a capital end nothing',
        'Det är enl. Trafikverket stopp i kv. Örnen, m.a.o. Porsön.',
        12,
        1,
        1,
        'very-easy',
      ],
      [
        'a full stop behind a link ends a sentence',
        'Läs https://www.lulea.se/a. Ring oss.',
        3,
        2,
        0,
        'very-easy',
      ],
      ['one word with a soft hyphen', 'Ditt dricks\u00advatten.', 2, 1, 1, 'hard'],
      ['a full stop without a space ends a sentence', 'Koka vattnet.Hämta nytt.', 4, 2, 1, 'very-easy'],
      ['a line ends a sentence', 'Koka vattnet\nHämta vatten', 4, 2, 1, 'very-easy'],
      [
        'a link is no word',
        'Läs mer på https://www.lulea.se/vattenavstangning eller lulea.se.',
        4,
        1,
        0,
        'very-easy',
      ],
      [
        'officialese',
        'Med anledning av underhållsarbeten på dricksvattenledningar föranledda av ledningsägarens rekommendationer kommer vattenförsörjningen att begränsas.',
        14,
        1,
        8,
        'very-hard',
      ],
    ],
  )('%s', (_name, text, words, sentences, longWords, verdict) => {
    expect(readability(text)).toMatchObject({ words, sentences, longWords, verdict });
  });

  it('LIX is words per sentence plus the percentage of long words', () => {
    expect(readability('Vattnet kommer tillbaka snart. Tack för ditt tålamod.').lix).toBe(
      Math.round(8 / 2 + (100 * 3) / 8),
    );
  });

  // A quadratic algorithm would exceed the test's time limit many times over.
  it.each(['.', '. "', 'a-', 'a.', '.se', 't. ', 'x@', '. A', '"', 'https://a '])(
    'reads 100,000 characters of %p in linear time',
    (unit) => {
      expect(readability(unit.repeat(100_000 / unit.length)).lix).toBeGreaterThanOrEqual(0);
    },
  );
});
