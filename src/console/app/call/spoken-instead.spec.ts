import { spokenInstead } from './spoken-instead.js';

const text = (language: string, sms = 'Text') => ({ language, sms });

describe('what landlines hear instead of a language without a voice', () => {
  it.each([
    ['English before other languages', [text('sv'), text('so'), text('en')], 'en'],
    ['else the first text that a voice reads', [text('so'), text('sv')], 'sv'],
    ['not a text that is not written yet', [text('sv'), text('so'), text('en', ' ')], 'sv'],
    ['nothing while no other text can be read', [text('so'), text('ar')], undefined],
  ])('is %s', (_what, texts, expected) => {
    expect(spokenInstead(texts, 'so', ['sv', 'en'])).toBe(expected);
  });

  it('is nothing for a language with a voice', () => {
    expect(spokenInstead([text('sv'), text('en')], 'sv', ['sv', 'en'])).toBeUndefined();
  });
});
