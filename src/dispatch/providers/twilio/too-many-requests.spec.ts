import { outcomeOf } from './twilio-errors.js';
import { retryAfter, TooManyRequests } from './too-many-requests.js';

describe('a 429 refusal', () => {
  const now = Date.parse('2026-11-29T12:00:00Z');
  it.each([
    ['30', 30_000],
    ['0', 0],
    ['3600', 60_000],
    ['Sun, 29 Nov 2026 12:00:20 GMT', 20_000],
    ['Sun, 29 Nov 2026 11:00:00 GMT', 0],
    ['soon', undefined],
    [undefined, undefined],
  ])('with Retry-After %p waits %p ms, a minute at most', (header, ms) => {
    expect(retryAfter(header, now)).toBe(ms);
  });

  it('keeps its code and its Retry-After', () => {
    const refusal = new TooManyRequests({
      statusCode: 429,
      body: '{"code": 20429}',
      headers: { 'retry-after': '30' },
    });
    const outcome = { kind: 'not-sent', reason: '20429', tooFast: true };
    expect(outcomeOf(refusal, false)).toEqual({ ...outcome, retryAfterMs: 30_000, holdMs: 30_000 });
    const silent = new TooManyRequests({ statusCode: 429, body: 'busy', headers: {} });
    expect(outcomeOf(silent, false)).toEqual({ ...outcome, retryAfterMs: 1000 });
  });
});
