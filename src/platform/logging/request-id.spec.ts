import { requestIdOf } from './request-id.js';

describe('the id of a request', () => {
  it.each(['a', '0b9f6a52-6c2e-4f5b-9b0e-3f1a2c4d5e6f', 'proxy_1.42', 'x'.repeat(64)])(
    'is the one that came with it: %s',
    (given) => expect(requestIdOf({ headers: { 'x-request-id': given } })).toBe(given),
  );

  it.each([
    ['none came', undefined],
    ['it is empty', ''],
    ['it is too long', 'x'.repeat(65)],
    ['it would break a line', 'a\nb'],
    ['it could be markup', '<b>'],
    ['it has a space', 'a b'],
    ['it is not ASCII', 'förfrågan'],
    ['it came twice', ['a', 'b']],
  ])('is made up when %s', (_what, given) => {
    const id = requestIdOf({ headers: { 'x-request-id': given } });
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
    expect(requestIdOf({ headers: {} })).not.toBe(id);
  });
});
