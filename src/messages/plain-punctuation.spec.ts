import fc from 'fast-check';
import { measure } from './measure-text.js';
import { plainPunctuation } from './plain-punctuation.js';

describe('plainPunctuation', () => {
  it.each<[name: string, text: string, plain: string]>([
    ['double quotes', '“a” ”b” „c‟ «d»', '"a" "b" "c" "d"'],
    ['single quotes and primes', '‘a’ ‚b‛ ‹c› 5′', "'a' 'b' 'c' 5'"],
    ['a double prime', '5″', '5"'],
    ['accents that stand alone', 'd`accord, d´accord', "d'accord, d'accord"],
    ['dashes', '13–16 — a‑b − 5 ‐', '13-16 - a-b - 5 -'],
    ['an ellipsis', 'vänta…', 'vänta...'],
    ['bullets', '• koka vattnet', '- koka vattnet'],
    ['a middle dot that separates', 'Luleå · i dag', 'Luleå - i dag'],
    ['a middle dot that spells stays', 'col·lega', 'col·lega'],
    ['no-break and thin spaces', 'kl.\u00a014\u202f000\u2009kr', 'kl. 14 000 kr'],
    ['a tab', 'a\tb', 'a b'],
    [
      'zero-width spaces, byte order marks, soft hyphens',
      '\ufeffvatten\u200bav\u00adstängning\u2060',
      'vattenavstängning',
    ],
    ['line ends', 'a\r\nb\rc\u2028d\u2029e\ff', 'a\nb\nc\nd\ne\nf'],
    ['control characters', 'a\u0000b\u0007c\u001bd\u007fe\u009bf', 'abcdef'],
    ['half a surrogate pair', 'a\ud83db', 'ab'],
    ['marks of direction in Latin text', '\u200eabc\u200f\u2066d\u2069', 'abcd'],
    ['marks of direction in Arabic stay', 'رقم\u200f 12', 'رقم\u200f 12'],
    ['overrides of direction go everywhere', 'رقم\u202e 12', 'رقم 12'],
    ['letters are composed', 'a\u030a A\u0308 o\u0308', 'å Ä ö'],
    ['letters parted by a zero-width space are composed', 'a\u200b\u030a', 'å'],
    ['the Ångström sign is a letter Å', '\u212b', 'Å'],
    ['a joiner in Latin text', 'a\u200db', 'ab'],
    ['a non-joiner in Persian stays', 'می\u200cشود', 'می\u200cشود'],
    ['a joined emoji stays', '👩\u200d🚒', '👩\u200d🚒'],
    ['Sámi letters stay', 'čáhci đ ŋ š ŧ ž', 'čáhci đ ŋ š ŧ ž'],
    ['other letters stay', 'ç ł ß ñ Я ې ﷲ', 'ç ł ß ñ Я ې ﷲ'],
    ['a letter apostrophe stays', 'ʼ', 'ʼ'],
    ['ligatures of a printed page', '\ufb01nns \ufb02yter o\ufb03ce', 'finns flyter office'],
    ['a grapheme joiner, an object and fillers', 'a\u034fb\ufffcc\u3164d\u115fe\uffa0f', 'abcdef'],
    ['variation selectors of letters and digits', 'a\ufe00b\ufe0ec\ufe0f1\ufe0f', 'abc1'],
    ['those of emoji and keycaps stay', '❤\ufe0f 1\ufe0f\u20e3', '❤\ufe0f 1\ufe0f\u20e3'],
    ['those of Han stay', '葛\u{e0100}', '葛\u{e0100}'],
    ['tags', 'Koka\u{e0041}\u{e0042} vattnet', 'Koka vattnet'],
    [
      'the flag of Scotland stays',
      '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
      '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
    ],
    ['an empty cell of Braille', 'a\u2800b', 'a b'],
    ['degrees and fractions stay: they mean something', '25 °C ½', '25 °C ½'],
    ['what is plain stays', 'Vattnet stängs av "kl. 14" - i dag...', 'Vattnet stängs av "kl. 14" - i dag...'],
  ])('%s', (_name, text, plain) => {
    expect(plainPunctuation(text)).toBe(plain);
  });

  it('makes a text from a word processor fit in one GSM-7 part', () => {
    const pasted =
      '”Vattnet” stängs av i\u00a0dag kl.\u00a013–16 på Örnäset … Koka vattnet – det är viktigt!';
    expect(measure(pasted).encoding).toBe('UCS-2');
    expect(measure(plainPunctuation(pasted))).toMatchObject({ encoding: 'GSM-7', segments: 1 });
  });

  it('changes nothing when it runs a second time', () => {
    const nasty = fc.string({
      unit: fc.oneof(
        fc.constantFrom(
          '\u200d',
          '\u200c',
          '\ufeff',
          '\u030a',
          'a',
          'ش',
          '👩',
          '\ufe0f',
          '\ud83d',
          '·',
          '\r',
          '“',
          '\u202e',
        ),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
      maxLength: 60,
    });
    fc.assert(
      fc.property(nasty, (text) => {
        const once = plainPunctuation(text);
        expect(plainPunctuation(once)).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });

  it('never replaces, adds or drops a letter', () => {
    const letters = (text: string): string =>
      (
        text
          .normalize('NFC')
          .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC'))
          .match(/(?!\p{Default_Ignorable_Code_Point})\p{L}/gu) ?? []
      ).join('');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        expect(letters(plainPunctuation(text))).toBe(letters(text));
      }),
    );
  });
});
