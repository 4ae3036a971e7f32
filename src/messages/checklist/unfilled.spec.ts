import { unfilledIn } from './unfilled.js';

describe('unfilledIn', () => {
  it.each<[text: string, open: string[]]>([
    ['Vattnet stängs från [från] till [till].', ['[från]', '[till]']],
    ['Hälsningar {kommun}', ['{kommun}']],
    ['Ring <telefonnummer>.', ['<telefonnummer>']],
    ['Kl. XX.XX på ____', ['XX.XX', '____']],
    ['Den ÅÅÅÅ-MM-DD', ['ÅÅÅÅ-MM-DD']],
    ['Område: ........', ['........']],
    ['Gäller: ??', ['??']],
    ['[ ] och []', ['[ ]', '[]']],
    ['Läs mer [1], <https://lulea.se> eller <info@lulea.se>.', []],
    ['Vatten < 5 grader... Frågor?? XXL', []],
    ['Vattnet stängs kl 8.', []],
  ])('in %p: %p', (text, open) => {
    const found = unfilledIn(text);
    expect(found.map((part) => part.text)).toEqual(open);
    for (const { from, to, text: part } of found) expect(text.slice(from, to)).toBe(part);
  });

  it.each(['[', '[a', '{', '<a', '_', '.', 'X', 'X.', ' ?'])(
    'reads 100,000 characters of %p in linear time',
    (unit) => {
      expect(unfilledIn(unit.repeat(100_000 / unit.length)).length).toBeGreaterThanOrEqual(0);
    },
  );
});
