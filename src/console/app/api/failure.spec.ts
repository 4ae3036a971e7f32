import { failureOf, mayRetry } from './failure.js';

describe('failureOf and mayRetry', () => {
  it.each([
    ['a refusal', 400, { code: 'audience.empty', title: 'Välj vem.' }, 'refused', false],
    [
      'a right that is missing',
      403,
      { code: 'broadcast.four-eyes', title: 'Be en kollega.' },
      'refused',
      false,
    ],
    ['too many at once', 429, { code: 'too-many', title: 'Vänta.' }, 'refused', true],
    ['a fault of ours', 500, { code: 'unexpected', title: 'Något gick fel.' }, 'refused', true],
    ['a proxy’s own page', 502, undefined, 'unreached', true],
    ['JSON that is no problem document', 400, { message: 'no' }, 'unreached', true],
  ])('classify %s, and say whether to retry', (_name, status, body, kind, retry) => {
    const failure = failureOf(status, body);
    expect(failure.kind).toBe(kind);
    expect(mayRetry(failure)).toBe(retry);
  });
});
