import { hardParts } from './hard-to-read.js';

describe('hardParts', () => {
  const long = `Vi stänger av vattnet på ${'gatan och '.repeat(8)}torget.`;

  it('marks sentences of more than 20 words, where they are', () => {
    const text = `Hej.  ${long} Ring oss.`;
    const { longSentences } = hardParts(text, 'sv');
    expect(longSentences).toEqual([{ from: 6, to: 6 + long.length, text: long }]);
  });

  it('marks no sentence of 20 words', () => {
    expect(hardParts('ord '.repeat(20), 'sv').longSentences).toEqual([]);
    expect(hardParts('ord '.repeat(21), 'sv').longSentences).toHaveLength(1);
  });

  it.each<[language: string, text: string, words: string[]]>([
    ['sv', 'Vi vidtar åtgärder.', ['vidtar']],
    ['sv', 'Abonnenter erhåller vatten.', ['Abonnenter', 'erhåller']],
    ['sv', 'En kokningsrekommendation gäller.', ['kokningsrekommendation']],
    ['sv', 'En koknings\u00adrekommendation gäller.', ['koknings\u00adrekommendation']],
    ['sv', 'Vattenavstängning i Djäknebodasamhället.', []],
    ['sv', 'Se https://lulea.se/vattenavstangningsinformation nu.', []],
    ['en', 'Boil it: uncharacteristically cloudy.', ['uncharacteristically']],
    ['fi', 'Vedenkeittosuositus on voimassa kaupunginosassa.', []],
    ['ar', 'اغلوا الماء', []],
  ])('marks the hard words (%s): %s', (language, text, words) => {
    const { hardWords } = hardParts(text, language);
    expect(hardWords.map((word) => word.text)).toEqual(words);
    for (const { from, to, text: word } of hardWords) expect(text.slice(from, to)).toBe(word);
  });
});
