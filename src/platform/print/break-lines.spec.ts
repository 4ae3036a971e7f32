import fc from 'fast-check';
import { breakLines } from './break-lines.js';

const inLetters = (text: string): number => text.length;

describe('breakLines', () => {
  it.each([
    ['breaks at spaces', 'ett två tre', 7, ['ett två', 'tre']],
    ['breaks a word that is too wide', 'https://lulea.se', 6, ['https:', '//lule', 'a.se']],
    ['continues on the same line after a broken word', 'abcdefgh ij', 6, ['abcdef', 'gh ij']],
    ['keeps empty lines', 'ett\n\ntvå', 9, ['ett', '', 'två']],
  ])('%s', (_what, text, width, lines) => {
    expect(breakLines(text, width, inLetters)).toEqual(lines);
  });

  it('loses no letter, and makes no line too wide', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 2, max: 20 }), (text, width) => {
        const lines = breakLines(text, width, inLetters);
        expect(lines.join('').replace(/[ \n]/g, '')).toBe(text.replace(/[ \n]/g, ''));
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
      }),
    );
  });
});
