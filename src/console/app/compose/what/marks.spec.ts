import { piecesOf } from './marks.js';

const span = (text: string, part: string) => {
  const from = text.indexOf(part);
  return { from, to: from + part.length, text: part };
};
const readability = (text: string, long: string[], hard: string[]) => ({
  lix: 40,
  verdict: null,
  words: 4,
  longSentences: long.map((part) => span(text, part)),
  hardWords: hard.map((part) => span(text, part)),
});

describe('the pieces of a text', () => {
  it('are cut where a mark begins or ends, and make the text again', () => {
    const text = 'Hej. Vi vidtar åtgärder [när].';
    const pieces = piecesOf(text, {
      readability: readability(text, ['Vi vidtar åtgärder [när].'], ['vidtar']),
      unfilled: [{ ...span(text, '[när]'), in: 'sms' }],
    });
    expect(pieces).toEqual([
      { text: 'Hej. ', marks: [] },
      { text: 'Vi ', marks: ['long'] },
      { text: 'vidtar', marks: ['long', 'hard'] },
      { text: ' åtgärder ', marks: ['long'] },
      { text: '[när]', marks: ['long', 'gap'] },
      { text: '.', marks: ['long'] },
    ]);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  });

  it('leave out what is open in the spoken text', () => {
    expect(
      piecesOf('Hej.', {
        readability: readability('', [], []),
        unfilled: [{ from: 0, to: 2, text: 'XX', in: 'voice' }],
      }),
    ).toEqual([{ text: 'Hej.', marks: [] }]);
  });
});
