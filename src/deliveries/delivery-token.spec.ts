import fc from 'fast-check';
import { newTokens, readToken, writeToken } from './delivery-token.js';

const id = '0190b0f0-1234-7000-8abc-def012345678';

describe('the token of a delivery attempt', () => {
  it('a token survives a round trip through a callback address', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.integer({ min: 1, max: 2 ** 31 - 1 }), (broadcastId, n) => {
        const delivery = { broadcastId, n, token: newTokens(1)[0]! };
        const text = writeToken(delivery);
        expect(encodeURIComponent(text)).toBe(text);
        expect(readToken(text)).toEqual(delivery);
      }),
    );
  });

  it('each attempt gets a different token', () => {
    expect(new Set([...newTokens(500), ...newTokens(500)]).size).toBe(1000);
  });

  it('readToken returns undefined for any other text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.base64String(), fc.uuid(), fc.string({ unit: 'binary' })),
        (text) => {
          expect(readToken(text)).toBeUndefined();
        },
      ),
    );
  });

  const good = writeToken({ broadcastId: id, n: 7, token: newTokens(1)[0]! });
  it.each([
    ['nothing', ''],
    ['a part of it', good.slice(0, -1)],
    ['more than it', `${good}A`],
    ['one that lost its dot', good.replace('.', '')],
    ['a line more', `${good}\n`],
    ['letters that no address carries', good.replace(/^./, '+')],
    ['a number that is no row’s', writeToken({ broadcastId: id, n: 2 ** 31, token: newTokens(1)[0]! })],
  ])('readToken returns undefined for %s', (_what, text) => {
    expect(readToken(text)).toBeUndefined();
  });
});
