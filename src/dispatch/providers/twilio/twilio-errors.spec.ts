import { busy, countryRefused, failureOf, permanent, senderStopped } from './twilio-codes.js';
import { failedBecause, outcomeOf as outcome } from './twilio-errors.js';

const outcomeOf = (error: unknown) => outcome(error, false);

/** An error as the SDK throws it: the HTTP status, and Twilio's code if the answer had one. */
const refused = (status: number, code?: number) => Object.assign(new Error('refused'), { status, code });
const broken = (code: string, more: object = {}) => Object.assign(new Error('broken'), { code, ...more });

describe('the outcome of a failed request', () => {
  it.each<[number, string, string | undefined]>([
    [21211, 'an invalid number', 'no-such-number'],
    [21214, 'a number that can’t be reached', undefined],
    [21610, 'a person who texted STOP', 'opted-out'],
    [21614, 'a number that takes no texts', 'landline'],
    [21635, 'a landline', 'landline'],
    [30006, 'a landline, or out of reach', 'landline'],
    [30004, 'a blocked phone', undefined],
    [30005, 'an unknown phone', 'no-such-number'],
    [30003, 'a phone that is off', 'out-of-reach'],
    [30007, 'a filtered text', undefined],
    [30008, 'an unknown fault', undefined],
    [30410, 'a carrier that does not answer', undefined],
    [13224, 'a number that can’t be called', undefined],
    [14101, 'an invalid number in TwiML', undefined],
  ])('%d, %s, ends the delivery, with its failure kind', (code, _what, failure) => {
    expect(outcomeOf(refused(400, code))).toEqual({ kind: 'rejected', reason: String(code), failure });
  });

  // An invalid or foreign sender, a caller id, an account, a right, a registration, a messaging service, a callback
  // address: the cause is the same for every phone.
  it.each([
    ...[
      20003, 20005, 20008, 20403, 21205, 21210, 21212, 21213, 21219, 21601, 21603, 21606, 21607, 21608, 21609,
    ],
    ...[21616, 21626, 21657, 21659, 21660, 21661, 21701, 21702, 21703, 21704, 21705, 21711, 21717, 21729],
    ...[13214, 13227, 13247, 13805, 14102, 14108, 14111, 21910, 22500],
    ...[21203, 21215, 21408, 30002, 30018, 30034, 30109, 30446, 32017, 32205, 63007, 63038],
  ])('%d stops the sender, and the delivery was not sent', (code) => {
    for (const status of [400, 403, 429])
      expect(outcomeOf(refused(status, code))).toEqual({ kind: 'sender-stopped', reason: String(code) });
    expect(['sender-refused', 'country-refused']).toContain(failureOf(code));
  });

  it.each([13227, 21203, 21215, 21408, 21606, 30018, 30034, 32017])(
    '%d refuses only one phone if it is abroad',
    (code) => {
      expect(outcome(refused(400, code), true)).toEqual({
        kind: 'rejected',
        reason: String(code),
        failure: 'country-refused',
      });
    },
  );

  it('no code is in two groups', () => {
    const sets = [busy, permanent, senderStopped, countryRefused];
    const all = sets.flatMap((codes) => [...codes]);
    expect(all.filter((code, at) => all.indexOf(code) !== at)).toEqual([]);
  });

  it('401 stops the sender with any code', () => {
    expect(outcomeOf(refused(401))).toEqual({ kind: 'sender-stopped', reason: '20003' });
  });

  it.each([21611, 30001, 30017, 63017, 63018, 22005, 20429, 14107, 14109])(
    '%d, a full queue or a limit, is sent later and slower',
    (code) => {
      expect(failureOf(code)).toBe('queue-full');
      expect(outcomeOf(refused(400, code))).toEqual({
        kind: 'not-sent',
        reason: String(code),
        retryAfterMs: 5000,
        tooFast: true,
      });
    },
  );

  it.each([20429, undefined])('429 with code %p is sent again, slower', (code) => {
    expect(outcomeOf(refused(429, code))).toEqual({
      kind: 'not-sent',
      reason: '20429',
      retryAfterMs: 1000,
      tooFast: true,
    });
  });

  it.each([500, 502, 503, 504, 599])(
    '%d is in doubt, even with a code that would prove something',
    (status) => {
      const doubt = { kind: 'in-doubt', reason: `http-${status}` };
      expect(outcomeOf(refused(status))).toEqual(doubt);
      expect(outcomeOf(refused(status, 20429))).toEqual(doubt);
    },
  );

  it.each([403, 404, 405])(
    '%d without a known code stops the sender, because it concerns the account and not a phone',
    (status) => {
      const passing = { kind: 'sender-stopped', reason: `http-${status}`, passing: true };
      expect(outcomeOf(refused(status))).toEqual(passing);
      expect(outcomeOf(refused(status, 20404))).toEqual({ kind: 'sender-stopped', reason: '20404' });
    },
  );

  it('408 is in doubt, because the server behind the proxy may have the request', () => {
    expect(outcomeOf(refused(408))).toEqual({ kind: 'in-doubt', reason: 'http-408' });
  });

  it('an unknown code refuses one phone and is reported', () => {
    expect(outcomeOf(refused(400, 29999))).toEqual({ kind: 'rejected', reason: '29999', unheardOf: true });
    expect(outcomeOf(refused(400))).toEqual({ kind: 'rejected', reason: 'http-400', unheardOf: true });
  });

  it.each([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'UND_ERR_CONNECT_TIMEOUT',
    'BEGUN_TOO_LATE',
    'CERT_HAS_EXPIRED',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ])('%s came before a byte was written: not sent', (code) => {
    const notSent = { kind: 'not-sent', reason: 'provider-unreachable', retryAfterMs: 5000, tooFast: false };
    expect(outcomeOf(broken(code))).toEqual(notSent);
    expect(outcomeOf(new Error('wrapped', { cause: broken(code) }))).toEqual(notSent);
  });

  it.each([
    'ECONNRESET',
    'EPIPE',
    'UND_ERR_SOCKET',
    'UND_ERR_HEADERS_TIMEOUT',
    'UND_ERR_BODY_TIMEOUT',
    'UND_ERR_ABORTED',
  ])('%s proves nothing: in doubt', (code) => {
    expect(outcomeOf(broken(code))).toEqual({ kind: 'in-doubt', reason: code });
  });

  it.each(['EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT'])(
    '%s proves that nothing was sent only while connecting',
    (code) => {
      expect(outcomeOf(broken(code, { syscall: 'connect' })).kind).toBe('not-sent');
      expect(outcomeOf(broken(code, { syscall: 'read' }))).toEqual({ kind: 'in-doubt', reason: code });
      expect(outcomeOf(broken(code))).toEqual({ kind: 'in-doubt', reason: code });
    },
  );

  it('a timeout is in doubt', () => {
    expect(outcomeOf(new DOMException('too slow', 'TimeoutError'))).toEqual({
      kind: 'in-doubt',
      reason: 'timeout',
    });
  });

  it.each([[new SyntaxError('no JSON')], [undefined], [null], ['thrown'], [{}]])(
    '%p, an unexpected error, is in doubt',
    (thrown) => {
      expect(outcomeOf(thrown)).toEqual({ kind: 'in-doubt', reason: 'no-answer' });
    },
  );

  it.each<[unknown, string]>([
    [refused(401, 20003), '20003'],
    [refused(403), 'http-403'],
    [refused(503), 'http-503'],
    [new DOMException('too slow', 'TimeoutError'), 'timeout'],
    [new Error('wrapped', { cause: broken('ECONNREFUSED') }), 'ECONNREFUSED'],
    [null, 'no-answer'],
  ])('failedBecause says why a question got no answer: %p', (error, reason) => {
    expect(failedBecause(error)).toBe(reason);
  });
});
