import { measure } from '../messages/measure-text.js';
import {
  codeText,
  hashCode,
  isTrusted,
  makeCode,
  makeSession,
  minutesAfter,
  obstacle,
  readCode,
  type Verification,
} from './verification.js';

const now = new Date('2026-03-01T12:00:00Z');
const fresh: Verification = {
  phone: '+46701740605',
  kind: 'mobile',
  purpose: 'topics',
  language: 'sv',
  tries: 0,
  expiresAt: minutesAfter(now, 10),
};

describe('a verification code', () => {
  it('a code has six digits, with leading zeros', () => {
    const codes = Array.from({ length: 2000 }, makeCode);
    expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true);
    expect(codes.some((code) => code.startsWith('0'))).toBe(true);
  });

  it.each([
    '123456',
    ' 123456\n',
    '123 456',
    '12-34-56',
    '1 2 3 4 5 6',
    '１２３４５６',
    '\u2066123456\u2069',
  ])('readCode reads the pasted code %j', (text) => expect(readCode(text)).toBe('123456'));

  it.each(['', '12345', '1234567', 'abcdef', '12345x', '0x1234'])('readCode refuses %j', (text) => {
    expect(() => readCode(text)).toThrow(expect.objectContaining({ code: 'verification.not-a-code' }));
  });

  it('a code is hashed together with its session and our key', () => {
    const hash = hashCode('123456', 'one', 'key').toString('hex');
    expect(hashCode('123456', 'two', 'key').toString('hex')).not.toBe(hash);
    expect(hashCode('123456', 'one', 'other').toString('hex')).not.toBe(hash);
    expect(makeSession()).not.toBe(makeSession());
  });

  it.each(['sv', 'en'] as const)('a code is sent in one segment that names the sender (%s)', (language) => {
    const text = codeText('123456', 'Örnsköldsviks kommun', language);
    expect(text).toMatch(/^Örnsköldsviks kommun: .*123456/);
    expect(measure(text)).toMatchObject({ encoding: 'GSM-7', segments: 1 });
  });

  it.each([
    ['never was', undefined, 'verification.none'],
    ['is old', { ...fresh, expiresAt: now }, 'verification.expired'],
    ['was missed five times', { ...fresh, tries: 5 }, 'verification.too-many-tries'],
    ['was used', { ...fresh, tries: 5, confirmedAt: now, expiresAt: now }, 'verification.used'],
  ])('a code that %s can’t be tried', (_name, verification, code) => {
    expect(obstacle(verification, now)).toMatchObject({ code });
  });

  it('a fresh code can be tried, and the session that it opens ends', () => {
    expect(obstacle(fresh, now)).toBeUndefined();
    const confirmed = { ...fresh, confirmedAt: now, trustedUntil: minutesAfter(now, 30) };
    expect(isTrusted(fresh, now)).toBe(false);
    expect(isTrusted(confirmed, minutesAfter(now, 29))).toBe(true);
    expect(isTrusted(confirmed, minutesAfter(now, 30))).toBe(false);
  });
});
