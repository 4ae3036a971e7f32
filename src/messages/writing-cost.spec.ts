import fc from 'fast-check';
import { writingCost } from './writing-cost.js';

const a = (count: number): string => 'a'.repeat(count);

describe('writingCost', () => {
  it.each<[name: string, text: string, charactersLeft: number]>([
    ['an empty text has all of a part left', '', 160],
    ['a full part has none left', a(160), 0],
    ['one more begins a second part, and both shrink', a(161), 153 - 8],
    ['two full parts', a(306), 0],
    ['an escape pair moved whole leaves its part short', `${a(152)}€${a(10)}`, 153 - 12],
    ['a single UCS-2 part', 'š', 69],
    ['a joined UCS-2 part', 'š'.repeat(71), 67 - 4],
  ])('%s', (_name, text, charactersLeft) => {
    expect(writingCost(text).charactersLeft).toBe(charactersLeft);
  });

  it('lists the characters that force UCS-2, and what they cost', () => {
    const text = `Čáhci – šaddá 🚰 čáhci.${a(120)}`;
    expect(writingCost(text)).toMatchObject({
      encoding: 'UCS-2',
      segments: 3,
      segmentsWithoutOffending: 1,
      extraSegments: 2,
      offending: [
        { character: 'Č', codePoint: 'U+010C', count: 1, isLetter: true },
        { character: 'á', codePoint: 'U+00E1', count: 3, isLetter: true },
        { character: '–', codePoint: 'U+2013', count: 1, isLetter: false },
        { character: 'š', codePoint: 'U+0161', count: 1, isLetter: true },
        { character: '🚰', codePoint: 'U+1F6B0', count: 1, isLetter: false },
        { character: 'č', codePoint: 'U+010D', count: 1, isLetter: true },
      ],
    });
  });

  it('finds no offending character in Swedish', () => {
    expect(writingCost('Vattnet på Örnäset stängs av kl. 13–16'.replace('–', '-'))).toMatchObject({
      offending: [],
      extraSegments: 0,
    });
  });

  it('a text has offending characters exactly when it is UCS-2, and they never save segments', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const cost = writingCost(text);
        expect(cost.offending.length > 0).toBe(cost.encoding === 'UCS-2');
        expect(cost.extraSegments).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('the characters left fit, and one more begins another part', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '€', 'å'), minLength: 1, maxLength: 500 }),
        (text) => {
          const { charactersLeft, segments } = writingCost(text);
          expect(writingCost(text + a(charactersLeft)).segments).toBe(segments);
          expect(writingCost(text + a(charactersLeft + 1)).segments).toBe(segments + 1);
        },
      ),
    );
  });
});
