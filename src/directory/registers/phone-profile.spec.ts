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
    ['no YAML', 'source: [', 'Flow sequence'],
    ['an unknown word', `${least}colour: red\n`, 'colour'],
    [
      'a column left out',
      'source: a\nphones: {file: b, columns: {number: tel}}',
      'phones.columns.addressKey',
    ],
    ['a role nobody has', `${least}  role: king\n`, 'phones.role'],
    ['a name that is no file’s', least.replace('register', 'staff'), 'not for files'],
    ['more gone than there is', `${least}mayShrinkBy: 2\n`, 'mayShrinkBy'],
    ['nothing', '', 'expected object'],
    ['one column for two fields', least.replace('adr', '" tel"'), 'tel (number, addressKey)'],
    ['a word for yes and no', `${least}  yes: [ja, S]\n  no: [nej, " s"]\n`, 'is also a no: S'],
    ['a column named twice', least.replace('number: tel', 'number: tel, number: mob'), 'unique'],
    ['a field named twice', `${least}  file: other.csv\n`, 'unique'],
  ])('names what is wrong: %s', (_name, text, fault) => {
    expect(() => readPhoneProfile(text)).toThrow(
      expect.objectContaining({ code: 'directory.wrong-profile', message: expect.stringContaining(fault) }),
    );
  });
});
