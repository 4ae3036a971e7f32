import { segmentCount } from './segments.js';

describe('segmentCount', () => {
  it.each([
    ['', 1],
    ['å'.repeat(160), 1],
    ['å'.repeat(161), 2],
    ['a'.repeat(306), 2],
    ['a'.repeat(307), 3],
    ['€'.repeat(80), 1],
    ['€'.repeat(81), 2],
    ['č'.repeat(70), 1],
    ['č'.repeat(71), 2],
    ['č'.repeat(135), 3],
  ])('counts the SMS parts of a text (case %#)', (text, parts) => {
    expect(segmentCount(text)).toBe(parts);
  });

  it('never splits a character of two units between parts', () => {
    expect(segmentCount('a'.repeat(152) + '€' + 'a'.repeat(152))).toBe(3);
    expect(segmentCount('č'.repeat(66) + '😀' + 'č'.repeat(66))).toBe(3);
  });
});
