import { inPieces, jsonPieces } from './in-pieces.js';

const all = async (pieces: AsyncIterable<string>): Promise<string[]> => {
  const read: string[] = [];
  for await (const piece of pieces) read.push(piece);
  return read;
};
const things = Array.from({ length: 1_200 }, (_, n) => ({ n, text: 'å"\n' }));

describe('JSON written in pieces', () => {
  it.each([
    ['many', things],
    ['one', things.slice(0, 1)],
    ['none', []],
  ])('is the same as JSON written in one piece: %s items', async (_what, some) => {
    const answer = { total: some.length, things: some };
    const pieces = await all(jsonPieces(inPieces(some), [`{"total":${some.length},"things":`, '}']));
    expect(JSON.parse(pieces.join(''))).toEqual(answer);
    expect(JSON.parse((await all(jsonPieces(inPieces(some)))).join(''))).toEqual(some);
  });

  it('lets other work run between the pieces', async () => {
    const order: string[] = [];
    for await (const some of inPieces(things)) {
      order.push(String(some.length));
      setImmediate(() => order.push('another'));
    }
    expect(order).toEqual(['500', 'another', '500', 'another', '200', 'another']);
  });
});
