import { readPhoneProfile } from './phone-profile.js';

const least = 'source: register\nphones:\n  file: phones.csv\n  columns: {number: tel, addressKey: adr}\n';

describe('a profile of phones', () => {
  it('needs only the file and two columns', () => {
    expect(readPhoneProfile(least)).toMatchObject({
      source: 'register',
      phones: { delimiter: ',', encoding: 'utf8', role: 'resident', roles: {} },
    });
  });

  it('lets one column mark protection and objection', () => {
    const columns = '{number: tel, addressKey: adr, protected: Spärr, objects: Spärr}';
    const text = `source: a\nphones: {file: b, columns: ${columns}}`;
    expect(readPhoneProfile(text).phones.columns).toMatchObject({ protected: 'Spärr', objects: 'Spärr' });
  });

  it.each([
    ['text that is not YAML', 'source: [', 'Flow sequence'],
    ['an unknown field', `${least}colour: red\n`, 'colour'],
    ['a missing column', 'source: a\nphones: {file: b, columns: {number: tel}}', 'phones.columns.addressKey'],
    ['an unknown role', `${least}  role: king\n`, 'phones.role'],
    ['a reserved source name', least.replace('register', 'staff'), 'not for files'],
    ['a share above 1', `${least}mayShrinkBy: 2\n`, 'mayShrinkBy'],
    ['an empty text', '', 'expected object'],
    ['the same column for two fields', least.replace('adr', '" tel"'), 'tel (number, addressKey)'],
    ['a word that is both yes and no', `${least}  yes: [ja, S]\n  no: [nej, " s"]\n`, 'is also a no: S'],
    ['a duplicate column', least.replace('number: tel', 'number: tel, number: mob'), 'unique'],
    ['a duplicate field', `${least}  file: other.csv\n`, 'unique'],
  ])('is refused with the faulty field named: %s', (_name, text, fault) => {
    expect(() => readPhoneProfile(text)).toThrow(
      expect.objectContaining({ code: 'directory.wrong-profile', message: expect.stringContaining(fault) }),
    );
  });
});
