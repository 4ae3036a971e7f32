import { requestIdOf } from './request-id.js';

describe('the id of a request', () => {
  it.each(['a', '0b9f6a52-6c2e-4f5b-9b0e-3f1a2c4d5e6f', 'proxy_1.42', 'x'.repeat(64)])(
    'is the one from its x-request-id header: %s',
    (given) => expect(requestIdOf({ headers: { 'x-request-id': given } })).toBe(given),
  );

  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['too long', 'x'.repeat(65)],
    ['more than one line', 'a\nb'],
    ['markup', '<b>'],
    ['text with a space', 'a b'],
    ['not ASCII', 'förfrågan'],
    ['given twice', ['a', 'b']],
  ])('is a new one if the header is %s', (_what, given) => {
    const id = requestIdOf({ headers: { 'x-request-id': given } });
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
    expect(requestIdOf({ headers: {} })).not.toBe(id);
  });
});
