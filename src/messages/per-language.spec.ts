import { perLanguage, type LanguageCount } from './per-language.js';
import { defaultVoices } from './voice-script.js';

const costs = {
  unitOre: (channel: string) => (channel === 'sms' ? 40 : 100),
  voices: defaultVoices,
};
const count = (language: string, phones: number, channel: 'sms' | 'voice' = 'sms'): LanguageCount => ({
  language,
  channel,
  phones,
});
const texts = [
  { language: 'sv', segments: 1 },
  { language: 'ar', segments: 3 },
];

describe('phones, parts and cost per language', () => {
  it('each phone gets the text in its language, and the others the first text', () => {
    const shares = perLanguage(
      [count('sv', 100), count('ar', 10), count('fi', 5), count('so', 2)],
      texts,
      costs,
    );
    expect(shares).toEqual([
      { language: 'sv', phones: 107, own: 100, segments: 107, calls: 0, costOre: 4280 },
      { language: 'ar', phones: 10, own: 10, segments: 30, calls: 0, costOre: 1200 },
    ]);
  });

  it('the order of the texts decides which is the first', () => {
    const [ar, sv] = perLanguage([count('sv', 1), count('fi', 5)], texts.toReversed(), costs);
    expect([ar!.phones, sv!.phones]).toEqual([5, 1]);
  });

  it('a language that nobody has gets no phones', () => {
    const [, ar] = perLanguage([count('sv', 1)], texts, costs);
    expect(ar).toEqual({ language: 'ar', phones: 0, own: 0, segments: 0, calls: 0, costOre: 0 });
  });

  it.each([
    ['in the language of the text, where a voice reads it', ['sv', 'en'], 'en', 'en'],
    ['in English, where no voice reads the text', ['sv', 'ar', 'en'], 'ar', 'en'],
    ['in the first that a voice reads, where there is no English text', ['so', 'ar', 'sv'], 'ar', 'sv'],
    ['in none, where no voice reads any of the texts', ['ar'], 'ar', null],
  ])('calls are held %s', (_what, languages, language, callsIn) => {
    const written = languages.map((each) => ({ language: each, segments: 2 }));
    const shares = perLanguage([count(language, 3, 'voice')], written, costs);
    expect(shares.find((share) => share.language === language)).toMatchObject({
      calls: 3,
      segments: 0,
      costOre: 300,
      callsIn,
    });
  });
});
