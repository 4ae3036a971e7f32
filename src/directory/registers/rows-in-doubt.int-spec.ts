import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { startTestApp } from '../../../test/support/app.js';
import { emptyTables, openTestDatabase } from '../../../test/support/database.js';
import { newId } from '../../kernel/ids.js';
import { PersonalDataStores } from '../../personal-data/personal-data-stores.js';
import { ImportPhones, type PhoneImport } from './import-phones.js';
import { readPhoneProfile } from './phone-profile.js';

const profileOf = (source: string) =>
  readPhoneProfile(`
source: ${source}
addresses: register
phones:
  file: phones.csv
  delimiter: ';'
  columns: {number: Telefon, addressKey: Adress, role: Roll, protected: Skydd, objects: Nix}
  yes: [ja]
  no: [nej]
`);

describe('refused phone rows that may have marked somebody as protected', () => {
  let db: DataSource;
  let app: NestFastifyApplication;
  let folder: string;

  beforeAll(async () => {
    db = await openTestDatabase();
    app = await startTestApp();
    folder = await mkdtemp(join(tmpdir(), 'doubt-'));
  });
  beforeEach(async () => {
    await emptyTables(
      db,
      'phone, phone_address, phone_source, address, place, reach, reach_due, kept_objection',
    );
    for (const key of ['A1', 'A2', 'A3'])
      await db.query(
        `INSERT INTO address (id, source, source_key, street, number, search_name, point, point_source)
         VALUES ($1, 'register', $2, 'Storgatan', $2, $2, ST_SetSRID(ST_MakePoint(800000, 7300000), 3006), 'own')`,
        [newId(), key],
      );
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
    await app.close();
    await db.destroy();
  });

  const deliver = async (lines: readonly string[], source = 'own', how: PhoneImport = {}) => {
    await writeFile(join(folder, 'phones.csv'), ['Telefon;Adress;Roll;Skydd;Nix', ...lines, ''].join('\n'));
    return app.get(ImportPhones).run(profileOf(source), folder, how);
  };
  /** The last two digits of each phone that an alert reaches. */
  const alerted = async (): Promise<string[]> => {
    const rows = await db.query<{ phone: string }[]>(
      `SELECT DISTINCT right(phone, 2) AS phone FROM reach WHERE suppressed IS NULL ORDER BY 1`,
    );
    return rows.map(({ phone }) => phone);
  };
  const other = '070-174 06 20;A3;;;';
  const plain = '070-174 06 05;A1;;;';

  it.each([
    ['the mark is neither yes nor no', '070-174 06 05;A2;;Sekretess;', 1],
    ['the objection is neither yes nor no', '070-174 06 05;A2;;;kanske', 1],
    ['the number is written in another way', '+46 (0)70 174 06 05;A2;;?;', 1],
    ['its address is unknown', '070-174 06 05;B9;;ja;', 1],
    ['its address is unknown, and it objects', '070-174 06 05;B9;;;ja', 1],
    ['its address is missing, and the mark unclear', '070-174 06 05;;;?;', 1],
    ['its address is a decimal', '070-174 06 05;1,0;;ja;', 1],
    ['its role is unknown', '070-174 06 05;A2;chef;ja;', 1],
    ['its cell holds two numbers', '070-174 06 05 / 070-174 06 06;A2;;ja;', 2],
    ['its cell holds two numbers without a separator', '0701740605  0701740606;A2;;?;', 2],
    ['its number has become a decimal', '701740605.0;A2;;ja;', 1],
    ['its number is followed by a name', '070-174 06 05 (Anna);A2;;?;', 1],
    ['it has a cell too many', '070-174 06 05;A2;x;;ja;;y', 1],
    ['it has a cell too few', '070-174 06 05;A2', 1],
    ['a quotation mark stands inside a cell', '070-174 06 05;A2;;"j"a;', 1],
  ])('withhold the phone from alerts through its other rows when %s', async (_what, refused, withheld) => {
    for (const lines of [
      [plain, refused, other],
      [refused, other, plain],
    ]) {
      expect(await deliver(lines)).toMatchObject({ withheld, refused: [expect.anything()] });
      expect(await alerted()).toEqual(['20']);
      await deliver([plain, other]);
      expect(await alerted()).toEqual(['05', '20']);
    }
  });

  it('never show their number in the report', async () => {
    const report = await deliver([plain, '070-174 06 06;A2;;?;', '070-174 06 07 (Anna);A2;;ja;']);
    expect(JSON.stringify(report)).not.toMatch(/1740?\s?60[67]|06 0[67]/);
  });

  it('withhold the phone from alerts through other sources, in any order of delivery', async () => {
    await deliver([plain, other], 'elsewhere');
    await deliver(['070-174 06 05;A2;;?;', other]);
    expect(await alerted()).toEqual(['20']);
    await deliver(['070-174 06 06;A2;;?;', other]);
    expect(await alerted()).toEqual(['05', '20']);
    await deliver([plain, '070-174 06 06;A1;;;', other], 'elsewhere');
    expect(await alerted()).toEqual(['05', '20']);
    // One of two sources is enough to withhold a phone.
    await deliver(['070-174 06 06;A1;;?;', other], 'elsewhere');
    await deliver(['070-174 06 06;A1;;;', other]);
    expect(await alerted()).toEqual(['20']);
    await deliver(['070-174 06 06;A1;;;', other], 'elsewhere');
    expect(await alerted()).toEqual(['06', '20']);
    await deliver([other]);
    await deliver([other], 'elsewhere');
    expect(await db.query('SELECT e164 FROM phone')).toEqual([{ e164: '+46701740620' }]);
  });

  it.each([
    ['its mark is unclear', '070-174 06 05;A1;;?;'],
    ['its number can’t be read', '07O-174 06 05;A1;;ja;'],
    ['neither number nor address can be read', '07O-174 06 05;B9;;ja;'],
    ['its cells can’t be separated', '07O-174 06 05;A1;;"j"a;'],
  ])('do not end an earlier protection when %s', async (_what, refused) => {
    await deliver([plain, other], 'elsewhere');
    await deliver(['070-174 06 05;A1;;ja;', other]);
    expect(await alerted()).toEqual(['20']);
    for (let times = 0; times < 2; times += 1) {
      await deliver([refused, other]);
      expect(await alerted()).toEqual(['20']);
    }
    await deliver([plain, other]);
    expect(await alerted()).toEqual(['05', '20']);
  });

  it('withhold nobody if they clearly say no', async () => {
    expect(await deliver([plain, '070-174 06 05;B9;;nej;', '070-174 06 05;A2;chef;;', other])).toMatchObject({
      withheld: 0,
    });
    expect(await alerted()).toEqual(['05', '20']);
  });

  it('are counted in a dry run, which changes nothing', async () => {
    await deliver([plain, other]);
    const refused = '070-174 06 05;A2;;?;';
    expect(await deliver([plain, refused, other], 'own', { dryRun: true })).toMatchObject({ withheld: 1 });
    expect(await alerted()).toEqual(['05', '20']);
  });

  it('make a delivery broken if more than a fifth of its rows are in doubt', async () => {
    const many = (mark: (n: number) => string) =>
      Array.from(
        { length: 120 },
        (_, n) => `09803192${String(n % 100).padStart(2, '0')};A${n < 100 ? 1 : 2};;${mark(n)};`,
      );
    await deliver(many(() => 'nej'));
    await expect(deliver(many((n) => (n % 4 === 0 ? 'N' : 'nej')))).rejects.toMatchObject({
      code: 'directory.source-shrank',
    });
  });

  it('do not lose the objection of an erased person', async () => {
    await deliver(['070-174 06 05;A1;;;ja', other]);
    await db.transaction((tx) => app.get(PersonalDataStores).erase('+46701740605', tx));
    await deliver(['070-174 06 05;A1;;?;', other]);
    await deliver([plain, other]);
    expect(await alerted()).toEqual(['20']);
  });

  it('hide the phone’s addresses in its export, as those of a protected phone', async () => {
    await deliver([plain, '070-174 06 05;A2;;?;', other]);
    const held = await app.get(PersonalDataStores).exportRows('+46701740605');
    expect(JSON.stringify(held)).not.toContain('Storgatan');
  });
});
