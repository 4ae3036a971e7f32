import { nameSkeleton, requirePlainName, tidyName } from './plain-name.js';

const codeOf = (name: string): string | undefined => {
  try {
    requirePlainName(tidyName(name));
    return undefined;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('requirePlainName', () => {
  it.each([
    'Alavik',
    'Örnäset 12 A',
    'Porsön 1:405',
    'Guovdageaidnu, Čáhci & Žižek',
    "S:t Eriks (norra) – d'Albret",
    'Алексей Петренко',
    'Оксана',
    'Νίκος Παπαδόπουλος',
    'علي',
    'Yıldız',
    'ﬁnns',
    'Barn\u00a0och unga',
    'A\u030a',
    'Kök 25 m²',
    '🚰 Vatten',
    // Tap water in Thai and Lao, water supply in Persian, a Sinhala and a Hindi word.
    'น้ำประปา',
    'ນ້ຳ',
    'آب\u200cرسانی',
    'ශ්\u200dරී',
    'क्\u200dष',
    // Short words of other languages contain only letters that look Latin.
    'Новости о воде',
    'Вода і каналізація',
    'Ο δήμος',
    'Nước uống, Kỹ',
    'Ọ\u0300ṣun',
  ])('accepts %j', (name) => {
    expect(codeOf(name)).toBeUndefined();
  });

  it.each([
    ['a zero-width space', 'Alavik\u200b'],
    ['an override of direction', '\u202ekivalA'],
    ['an isolate', 'Alavik\u2066'],
    ['a tag', 'Alavik\u{e0041}'],
    ['a line break', 'Ala\nvik'],
    ['a line separator', 'Ala\u2028vik'],
    ['a control character', 'Ala\u0001vik'],
    ['a tab', 'Ala\tvik'],
    ['a private character', 'Ala\ue000vik'],
    ['a character that is none', 'Ala\u0378vik'],
    ['a soft hyphen', 'Ala\u00advik'],
    ['a joiner', 'Ala\u200dvik'],
    ['a joiner behind Arabic letters', 'آب\u200cA'],
    ['a joiner at its end', 'آب\u200c'],
    ['a Hangul filler', 'Alavik\u3164'],
    ['an empty Braille cell', 'Alavik\u2800'],
    ['a grapheme joiner', 'Ala\u034fvik'],
    ['a variation selector', 'Alavik\ufe0f'],
    ['nothing that is seen', '\u200b'],
    ['an accent over nothing', '\u0301'],
  ])('refuses %s', (_what, name) => {
    expect(codeOf(name)).toBe('name.unseen-character');
  });

  it.each([
    ['a Cyrillic letter', 'Al\u0430vik'],
    ['a Greek one', 'Alavi\u03ba'],
    ['an Armenian one', 'Al\u0585vik'],
    ['a Cherokee one', '\u13aalavik'],
    ['a word of look-alikes alone', '\u0421\u043e\u0440'],
    ['one such word among others', 'Norra \u0421\u043e\u0440'],
    ['a mathematical letter', '\u{1d400}lavik'],
    ['a letter of full width', '\uff21lavik'],
    ['a Roman numeral', 'A\u217cavik'],
    ['a letter of phonetics', 'Stor\u0261atan'],
    ['a small capital', '\u1d00lavik'],
    ['a click', 'A\u01c0avik'],
    ['a phonetic alpha', 'Al\u0251vik'],
    ['a letter in a circle', '\u24b6lavik'],
    ['a letter in a square', '\u{1f130}lavik'],
    ['a digit of full width', 'Alavik \uff11'],
    ['a mathematical digit', 'Alavik \u{1d7cf}'],
    ['a stroke through a letter', 'Ala\u0338vik'],
    ['a line below a letter', 'Al\u0332avik'],
    ['a circle around a letter', 'Alavik\u20dd'],
    ['a heap of accents', 'Alavik\u0300\u0300\u0300'],
    ['a Lisu word', '\ua4ee\ua4e1\ua4ee'],
    ['a Carian letter', '\u{102a0}lavik'],
    ['a Coptic letter', 'Al\u2c9fvik'],
  ])('refuses %s in place of a Latin one', (_what, name) => {
    expect(codeOf(name)).toBe('name.look-alike');
  });

  it('names the refused character and the word in the refusal', () => {
    expect(() => requirePlainName('Al\u0430vik')).toThrow('“\u0430” (U+0430) in “Al\u0430vik”');
  });
});

it.each([
  ['Alavik', 'ALAVIK'],
  ['Alavik', 'Al\u0430vik'],
  ['Alavik', 'AIavik'],
  ['Alavik', 'Alavık'],
  ['Alavik', 'Alavik\u200b'],
  ['Alavik', 'Ａlavik'],
  ['Norra-Alavik', 'Norra\u2011Alavik'],
  ['Ängen', 'A\u0308ngen'],
  ['Norra  Alavik', 'Norra\u00a0Alavik'],
])('the names %j and %j have the same skeleton', (one, other) => {
  expect(nameSkeleton(one)).toBe(nameSkeleton(other));
});

it.each([
  ['Alavik', 'Alvik'],
  ['Ängen', 'Angen'],
  ['Kvarter 1', 'Kvarter l'],
])('the names %j and %j have different skeletons', (one, other) => {
  expect(nameSkeleton(one)).not.toBe(nameSkeleton(other));
});
