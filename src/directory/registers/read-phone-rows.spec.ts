import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPhoneProfile } from './phone-profile.js';
import type { PhoneRow, RefusedPhoneRow } from '../phone-row.js';
import { readPhoneRows } from './read-phone-rows.js';

const { phones } = readPhoneProfile(`
source: register
phones:
  file: phones.csv
  delimiter: ';'
  columns: {number: Telefon, addressKey: Adress, role: Roll, language: Språk, protected: Skydd, country: Land}
  roles: {boende: resident, företag: business}
`);
const header = 'Telefon;Adress;Roll;Språk;Skydd;Land';

async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const row of rows) list.push(row);
  return list;
}

describe('reading a file of phones', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'phones-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const read = async (text: string | Buffer, how = phones): Promise<(PhoneRow | RefusedPhoneRow)[]> => {
    const file = join(folder, 'phones.csv');
    await writeFile(file, text);
    return all(readPhoneRows(file, how, 'SE'));
  };

  it.each<[string, string, object]>([
    ['a Swedish mobile', '070-174 06 05;A1;;;;', { e164: '+46701740605', kind: 'mobile', role: 'resident' }],
    [
      'a landline',
      '08-465 004 01;A1;företag;;;',
      { e164: '+46846500401', kind: 'landline', role: 'business' },
    ],
    ['a full number', '+46 (0)70 174 06 05;A1;owner;;;', { e164: '+46701740605', role: 'owner' }],
    ['a number of another country', '22 41 00 00;A1;;;;NO', { e164: '+4722410000', kind: 'landline' }],
    ['a protected phone', '0701740605;A1;boende;SE;Ja;', { protected: true, language: 'se' }],
    ['a phone that is not protected', '0701740605;A1;boende;SE;NEJ;', { protected: false }],
    [
      'a word that is neither yes nor no',
      '0701740605;A1;boende;SE;Sekretess;',
      { row: 1, code: 'phone.unclear-flag', value: 'Sekretess' },
    ],
    ['text instead of a number', 'ring inte;A1;;;;', { row: 1, code: 'phone.not-a-number', value: 'A1' }],
    ['one digit too few', '070-174 06 0;A1;;;;', { row: 1, code: 'phone.not-a-number' }],
    ['an emergency number', '112;A1;;;;', { row: 1, code: 'phone.not-a-number' }],
    ['a premium number', '0939-100 00 00;A1;;;;', { row: 1, code: 'phone.not-a-number' }],
    ['an unknown country code', '0701740605;A1;;;;ZZ', { row: 1, code: 'phone.not-a-number' }],
    ['no address', '0701740605;;;;;', { row: 1, code: 'phone.unknown-address' }],
    ['a landline made a decimal', '84650040.0;A1;;;;', { row: 1, code: 'phone.not-a-number', value: 'A1' }],
    ['a mobile made a decimal', '701740640,00;A1;;;;', { code: 'phone.not-a-number' }],
    ['an exponent', '7,01741E+08;A1;;;;', { code: 'phone.not-a-number' }],
    [
      'an address made a decimal',
      '0701740605;123.0;;;;',
      { row: 1, code: 'phone.reformatted', value: '123.0' },
    ],
    ['an address made an exponent', '0701740605;1,23E+05;;;;', { code: 'phone.reformatted' }],
    ['an address with its zeros', '0701740605;00123;;;;', { addressKey: '00123' }],
    ['an address in another form of Unicode', '0701740605;A\u030a1;;;;', { addressKey: 'Å1' }],
    [
      'invisible characters',
      '0701740605;\u200bA1\u00a0;boende;;\u00a0ja\u200b;',
      { addressKey: 'A1', protected: true },
    ],
    ['too few cells', '0701740605;A1', { row: 1, code: 'phone.cells-missing' }],
    ['too many cells', '0701740605;A1;;;;;x', { row: 1, code: 'phone.cells-extra' }],
    ['empty cells at the end', '0701740605;A1;;;;;;', { e164: '+46701740605' }],
    ['a stray quotation mark', '0701740605;A"1;;;;', { row: 1, code: 'phone.quote-stray' }],
    ['an unknown role', '0701740605;A1;kung;;;', { row: 1, code: 'phone.unknown-role', value: 'kung' }],
  ])('takes or refuses %s', async (_name, line, expected) => {
    expect(await read(`${header}\n${line}\n`)).toEqual([expect.objectContaining(expected)]);
  });

  it('reads a byte order mark, quotes and Latin-1 letters', async () => {
    const text = `\ufeff${header}\n"070-174 06 05";"A;1";;;;\n`;
    expect(await read(text)).toMatchObject([{ addressKey: 'A;1' }]);
    const latin = Buffer.from(`${header}\n0701740605;Å1;;;;\n`, 'latin1');
    expect(await read(latin, { ...phones, encoding: 'latin1' })).toMatchObject([{ addressKey: 'Å1' }]);
  });

  it.each([
    ['a missing column', 'Telefon;Adress\n', 'directory.column-missing'],
    ['another delimiter', `${header.replaceAll(';', ',')}\n`, 'table.other-delimiter'],
    ['another separator in its sep= line', `sep=,\n${header}\n`, 'table.other-delimiter'],
    ['a quote that never ends', `${header}\n"0701740605;A1;;;;\n`, 'table.quote-open'],
    [
      'quotation marks that swallow a row',
      `${header}\n0701740605;"A1;;;;\n0701740606;A2;;;;\n0701740607;A3";;;;\n`,
      'table.quote-open',
    ],
    ['no content', '', 'directory.file-empty'],
    ['two columns of one name', `${header};Skydd\n0701740605;A1;;;S;;\n`, 'table.column-doubled'],
    ['two columns of numbers', `Telefon;${header}\n`, 'table.column-doubled'],
    ['two columns of addresses', `Adress;${header}\n`, 'table.column-doubled'],
    ['two columns that differ by a no-break space', `${header};Skydd\u00a0\n`, 'table.column-doubled'],
    ['two columns that differ by a byte order mark', `\ufeff${header};\ufeffSkydd\n`, 'table.column-doubled'],
    ['two columns that differ by case', `${header};SKYDD\n`, 'table.column-doubled'],
    ['two columns that differ by width', `${header};Ｓｋｙｄｄ\n`, 'table.column-doubled'],
    ['two columns that differ by quotation marks', `${header};"Skydd"\n`, 'table.column-doubled'],
    ['two columns that differ by Unicode form', `${header};Spra\u030ak\n`, 'table.column-doubled'],
  ])('refuses the file for %s', async (_name, text, code) => {
    await expect(read(text)).rejects.toMatchObject({ code });
  });

  it('reads files with a sep= line, empty columns and doubled byte order marks from spreadsheets', async () => {
    const row = { e164: '+46701740605', addressKey: 'A1' };
    for (const text of [
      `sep=;\r\n${header}\r\n0701740605;A1;;;;\r\n`,
      `\ufeffsep=;\n${header}\n0701740605;A1;;;;\n`,
      `${header};;\n0701740605;A1;;;;;;\n`,
      `${header};;\n0701740605;A1;;;;\n`,
      `\ufeff\ufeff Telefon\u00a0;Adress;Roll;Spra\u030ak;Skydd;Land;Anm;Anm\n0701740605;A1;;;;;x;y\n`,
    ])
      expect(await read(text)).toEqual([expect.objectContaining({ row: 1, ...row })]);
  });

  it('reads a long file with line ends of an old Mac, and one with mixed line ends', async () => {
    const line = '0701740605;A1;;;;';
    expect(await read(`${header}\r${`${line}\r`.repeat(20_000)}`)).toHaveLength(20_000);
    const mixed = `${header}\r\n${line}\n${line}\r${line}\r\n`;
    expect(await read(mixed)).toEqual(Array(3).fill(expect.objectContaining({ addressKey: 'A1' })));
    await expect(
      read(
        Buffer.concat([Buffer.from(`${header}\r${line}\r`), Buffer.from('0701740605;Å1;;;;\r', 'latin1')]),
      ),
    ).rejects.toMatchObject({ code: 'directory.mixed-encoding', details: { line: 3 } });
  });

  it('refuses undeclared UTF-16', async () => {
    const text = Buffer.from(`${header}\n0701740605;A1;;;;\n`, 'utf16le');
    await expect(read(text, { ...phones, encoding: 'latin1' })).rejects.toMatchObject({
      code: 'table.not-text',
    });
  });

  it('refuses UTF-8 that is declared as Latin 1, even if only one letter shows it', async () => {
    for (const letter of ['Å', 'Ä', 'Ö', 'å', 'é'])
      await expect(
        read(Buffer.from(`Telefon;Adress;${letter}\n`), { ...phones, encoding: 'latin1' }),
      ).rejects.toMatchObject({ code: 'directory.mixed-encoding', details: { line: 1 } });
  });

  it('refuses a file in two encodings, and names the line', async () => {
    const utf8 = Buffer.from(`${header}\n0701740605;Å1;;;;\n`);
    const latin = Buffer.from('0701740606;Å2;;;;\n', 'latin1');
    const mixed = Buffer.concat([utf8, latin, utf8]);
    const refused = { code: 'directory.mixed-encoding', details: { file: 'phones.csv' } };
    await expect(read(mixed)).rejects.toMatchObject({ ...refused, details: { line: 3, encoding: 'utf8' } });
    await expect(read(mixed, { ...phones, encoding: 'latin1' })).rejects.toMatchObject({
      details: { line: 1, encoding: 'latin1' },
    });
    // More than one chunk.
    const long = `0;;${'x'.repeat(200)};;;\n`.repeat(500);
    const late = Buffer.concat([Buffer.from(`${header}\n${long}`), latin]);
    await expect(read(late)).rejects.toMatchObject({ details: { line: 502 } });
  });

  it('refuses a line without end, instead of buffering it', async () => {
    const endless = `${header}\n${'0'.repeat(300_000)}`;
    await expect(read(endless)).rejects.toMatchObject({
      code: 'directory.line-too-long',
      details: { line: 2 },
    });
    const quoted = `${header}\n"${'0701740605;A1;;;;\n'.repeat(10_000)}`;
    await expect(read(quoted)).rejects.toMatchObject({ code: 'table.row-too-large' });
  });

  it('refuses a file that is not there', async () => {
    await expect(all(readPhoneRows(join(folder, 'none.csv'), phones, 'SE'))).rejects.toMatchObject({
      code: 'directory.unreadable-file',
    });
  });
});
