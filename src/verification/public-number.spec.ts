import { readPublicNumber } from './public-number.js';

const policy = { country: 'SE', prefixes: ['+46'] };

describe('readPublicNumber', () => {
  it.each([
    '0701740605',
    '070-174 06 05',
    '070 – 174 06 05',
    '(070) 174.06.05',
    '+46 70 174 06 05',
    '+46 (0)70 174 06 05',
    '0046701740605',
    ' 46701740605 ',
    'tel:+46701740605',
    '\u202a+46701740605\u202c',
  ])('reads the number in its usual form %s', (text) => {
    expect(readPublicNumber(text, policy)).toEqual({ e164: '+46701740605', kind: 'mobile' });
  });

  it.each([
    ['nothing', ' ', 'verification.mobile-missing'],
    ['words', 'ring mig', 'phone.not-a-number'],
    ['too few digits', '070-174', 'phone.not-a-number'],
    ['an emergency number', '112', 'phone.not-a-number'],
    ['a toll-free number', '020-12 34 56', 'phone.not-a-number'],
    ['digits without end', '0'.repeat(10_000), 'phone.not-a-number'],
    ['a landline', '08-465 004 00', 'verification.landline'],
    ['a Norwegian mobile', '+47 412 34 567', 'verification.foreign-number'],
    ['a foreign landline', '+1 202 555 0123', 'verification.foreign-number'],
  ])('refuses %s', (_name, text, code) => {
    expect(() => readPublicNumber(text, policy)).toThrow(expect.objectContaining({ code }));
  });

  it('accepts a landline where calls are allowed', () => {
    const called = { ...policy, landlines: true };
    expect(readPublicNumber('08-465 004 00', called)).toEqual({ e164: '+46846500400', kind: 'landline' });
    expect(() => readPublicNumber('', called)).toThrow('Write your phone number.');
  });

  it('accepts a foreign number when the municipality has allowed its country code', () => {
    const policyOfBorderTown = { ...policy, prefixes: ['+46', '+47'] };
    expect(readPublicNumber('+47 412 34 567', policyOfBorderTown)).toMatchObject({ e164: '+4741234567' });
  });
});
