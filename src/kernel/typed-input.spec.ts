import fc from 'fast-check';
import { cleanTyped } from './typed-input.js';

describe('cleanTyped', () => {
  it.each([
    ['\u202f', ' '],
    ['\u2009', ' '],
    ['\u2007', ' '],
    ['\t', ' '],
    ['\u3000', ' '],
    ['\u0085', ' '],
    ['\u200b', ''],
    ['\u200c', ''],
    ['\u200d', ''],
    ['\u200e', ''],
    ['\ufeff', ''],
    ['\u00ad', ''],
    ['\u034f', ''],
    ['\u202a', ''],
    ['\u2066', ''],
    ['\u3164', ''],
    ['\ufe0f', ''],
    ['\u{e0041}', ''],
    ['\u0007', ''],
    ['\u2013', '-'],
    ['\u2011', '-'],
    ['\u2212', '-'],
    ['\u2043', '-'],
    ['\uff0d', '-'],
    ['٣', '3'],
    ['۳', '3'],
    ['３', '3'],
    ['๓', '3'],
    ['၃', '3'],
    ['𝟑', '3'],
    ['𝟯', '3'],
    ['å', 'å'],
    ['a\u030a', 'å'],
    ['²', '²'],
  ])('replaces %j with %j', (written, seen) => {
    expect(cleanTyped(`a${written}b`)).toBe(`a${seen}b`);
    expect(cleanTyped(` ${written} `)).toBe(seen.trim());
  });

  it('changes nothing in a text that is already clean', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(cleanTyped(cleanTyped(text))).toBe(cleanTyped(text));
      }),
    );
  });
});
