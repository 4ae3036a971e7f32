import { formatPhoneNumber, readPhoneNumber } from './phone-number.js';

// +61 491 570 006 is set aside for fiction in Australia; 0491 is a place in Sweden.
describe('a number in national format', () => {
  it.each([
    ['+46701740605', 'SE', '070-174 06 05'],
    ['+46701740605', 'AU', '+46 70 174 06 05'],
    ['+61491570006', 'AU', '0491 570 006'],
    ['+61491570006', 'SE', '+61 491 570 006'],
  ])('%s is written in %s as %s, and reads back as the same number', (e164, country, written) => {
    expect(formatPhoneNumber(e164, country)).toBe(written);
    expect(readPhoneNumber(written, country)?.e164).toBe(e164);
  });

  it('leaves a sender name unchanged', () => {
    expect(formatPhoneNumber('LuleaKommun', 'SE')).toBe('LuleaKommun');
  });
});

describe('a pasted or oddly written number', () => {
  it.each([
    '\u202f',
    '\u2009',
    '\u2007',
    '\t',
    '\u200c',
    '\u200d',
    '\u200e',
    '\ufeff',
    '\u2043',
    '\u00a0',
    '\u00ad',
    '\u3000',
    '\u2060',
  ])('a number is read with %j in it', (character) => {
    expect(readPhoneNumber(`070${character}174 06 10`)).toEqual({ e164: '+46701740610', kind: 'mobile' });
  });

  it.each([
    '+46\u202a701740610\u202c',
    '\u2066+46 70 174 06 10\u2069',
    '+46-(0)70-1740610',
    '++46701740610',
    '+0046701740610',
    '+ 46 70 174 06 10',
    '+46 (0)70 174 06 10',
    '0046 70 174 06 10',
    "'0701740610",
    "0701740610'",
    '="0701740610"',
    '="+46701740610"',
    '٠٧٠١٧٤٠٦١٠',
    '０７０－１７４ ０６ １０',
    '＋46701740610',
    '070.174.06.10',
    '070/1740610',
    'tel:0701740610',
    'sms:+46701740610',
    '070-174 06 10.',
    '070-174 06 10,',
    '070-174-06-10',
    '070 174-06-10',
    '๐๗๐๑๗๔๐๖๑๐',
    '701 740 610',
  ])('a number is read from %j', (text) => {
    expect(readPhoneNumber(text)).toEqual({ e164: '+46701740610', kind: 'mobile' });
  });

  it('a foreign number is read after a second plus or leading zeros', () => {
    expect(readPhoneNumber('+0012025550104')).toMatchObject({ e164: '+12025550104' });
  });
});

describe("a number with a tail that would make it another subscriber's number", () => {
  it.each([
    '08-465 00 40/1',
    '08-465 00 40-1',
    '08-465 00 40 - 1',
    '0920-45 30-35',
    '084650040-0',
    '084650040/0',
    '(08)4650040(0)',
    '08-123 45/46',
  ])('a number with a tail is refused: %s', (text) => {
    expect(readPhoneNumber(text)).toBeUndefined();
  });

  it.each([
    ['08-465-00-40', '+4684650040'],
    ['08/465 00 40', '+4684650040'],
    ['+46-8-465 00 40', '+4684650040'],
    ['+46(0)84650040', '+4684650040'],
    ['08-465 00 40', '+4684650040'],
    ['0920-45-30-35', '+46920453035'],
    ['+1 202-555-0104', '+12025550104'],
  ])('a number is read when the dashes only separate its groups: %s', (text, e164) => {
    expect(readPhoneNumber(text)?.e164).toBe(e164);
  });
});

describe('a number that a spreadsheet format has changed', () => {
  it.each([
    '84650040.0',
    '84650040,0',
    '84650040,00',
    '846500400.00',
    '846500400.0',
    '84650040.5',
    '701740640.0',
    '46701740640.0',
    '+46701740640.0',
    '84 650 040,00',
    '84 650 040.0',
    '84.650.040',
    '84,650,040',
    "84'650'040",
    '4.6701740640E+10',
    '4,67E+10',
    '="84650040.0"',
    '9.2045300',
    '0.8465004',
    '92045.300',
  ])('a reformatted number is refused: %s', (text) => {
    expect(readPhoneNumber(text)).toBeUndefined();
  });
});

it.each([
  '070-1740605 (hem)',
  '0701740605 Anna',
  '070-174 06 05<script>',
  '070-CALL-NOW',
  '070-1740605 x12',
  '070-1740605#12',
  '070-1740605, 070-1740606',
  '070-1740605 ²',
])('a number with words or signs in it is refused: %s', (text) => {
  expect(readPhoneNumber(text)).toBeUndefined();
});
