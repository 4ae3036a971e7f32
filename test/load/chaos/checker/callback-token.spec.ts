import { readCallbackToken } from './callback-token.js';

const key = Buffer.from('019f3a001122733484556677889900110000002a', 'hex');

describe('The token in a callback’s address', () => {
  it('gives the broadcast, the delivery number and the attempt', () => {
    const address = `http://127.0.0.1:1/callbacks/twilio/message-status?t=${key.toString('base64url')}.secret`;
    expect(readCallbackToken(address)).toEqual({
      broadcastId: '019f3a00-1122-7334-8455-667788990011',
      n: 42,
      token: 'secret',
    });
  });

  it.each([
    null,
    'http://127.0.0.1:1/',
    'http://127.0.0.1:1/?t=abc.def',
    `http://127.0.0.1:1/?t=${key.toString('base64url')}`,
  ])('is undefined for the address %s', (address) => {
    expect(readCallbackToken(address)).toBeUndefined();
  });
});
