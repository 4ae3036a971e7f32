import type { DataSource } from 'typeorm';
import { testConfig } from '../../../test/support/app.js';
import { emptyTables, openTestDatabase } from '../../../test/support/database.js';
import { newId } from '../../kernel/ids.js';
import { SystemClock } from '../../kernel/clock.js';
import { AuditLog } from '../../staff/audit-log.js';
import type { PhoneRow } from '../phone-row.js';
import { PhoneSourcesRepository } from './phone-sources.repository.js';
import { PhoneDoubts } from './phone-doubts.repository.js';
import { PhoneIntake } from './phone-intake.repository.js';
import { ReachRepository } from '../reach/reach.repository.js';
import { RefreshReach } from '../reach/refresh-reach.js';
import { ReplacePhoneSource } from './replace-phone-source.js';

const mobile = (n: number): string => `+467017406${String(n).padStart(2, '0')}`;
const landline = (n: number): string => `+468465004${String(n).padStart(2, '0')}`;

const at = (addressKey: string, e164: string, more: Partial<PhoneRow> = {}): PhoneRow => ({
  e164,
  kind: e164.startsWith('+467') ? 'mobile' : 'landline',
  role: 'resident',
  addressKey,
  ...more,
});

describe('replacing what a source says about phones', () => {
  let db: DataSource;
  let replace: ReplacePhoneSource;
  let sources: PhoneSourcesRepository;

  const who = async (source: string): Promise<string[]> => {
    const rows = await db.query<{ line: string }[]>(
      `SELECT concat_ws(' ', a.source_key, pa.phone, pa.role, pa.household, CASE WHEN pa.protected THEN 'protected' END) AS line
       FROM phone_address pa JOIN address a ON a.id = pa.address_id WHERE pa.source = $1 ORDER BY line`,
      [source],
    );
    return rows.map(({ line }) => line);
  };
  const phone = async (e164: string): Promise<Record<string, unknown> | undefined> =>
    (await db.query<Record<string, unknown>[]>('SELECT * FROM phone WHERE e164 = $1', [e164]))[0];

  beforeAll(async () => {
    db = await openTestDatabase();
    const clock = new SystemClock();
    sources = new PhoneSourcesRepository(db);
    replace = new ReplacePhoneSource(
      new PhoneIntake(db),
      new PhoneDoubts(),
      sources,
      new RefreshReach(new ReachRepository(db)),
      clock,
      new AuditLog(db, clock, await testConfig({})),
    );
  });
  beforeEach(async () => {
    await emptyTables(
      db,
      'phone, phone_address, phone_source, address, place, audit_entry, reach, reach_due',
    );
    for (const key of ['A1', 'A2', 'A3'])
      await db.query(
        `INSERT INTO address (id, source, source_key, street, number, search_name, point, point_source)
         VALUES ($1, 'register', $2, 'Storgatan', $2, $2, ST_SetSRID(ST_MakePoint(800000, 7300000), 3006), 'own')`,
        [newId(), key],
      );
    await db.query(
      `INSERT INTO address (id, source, source_key, street, number, search_name, point, point_source, valid_to)
       VALUES ($1, 'register', 'gone', 'Storgatan', '9', '9', ST_SetSRID(ST_MakePoint(800000, 7300000), 3006), 'own', now())`,
      [newId()],
    );
  });
  afterAll(() => db.destroy());

  const load = (source: string, rows: PhoneRow[]) =>
    replace.run({ source, addressSource: 'register', rows: rows.values() });

  it('stores phones at their addresses, and changes nothing when the same rows come again', async () => {
    const rows = [
      at('A1', mobile(5), { household: 'h1', language: 'se' }),
      at('A1', landline(1), { role: 'business' }),
      at('A2', mobile(5), { role: 'owner', protected: true }),
    ];
    expect(await load('skatteverket', rows)).toEqual({
      source: 'skatteverket',
      rows: 3,
      phones: 2,
      added: 3,
      changed: 0,
      removed: 0,
      unchanged: 0,
      refused: [],
      withheld: 0,
      refreshed: 2,
    });
    expect(await who('skatteverket')).toEqual([
      `A1 ${mobile(5)} resident h1`,
      `A1 ${landline(1)} business`,
      `A2 ${mobile(5)} owner protected`,
    ]);
    const before = await phone(mobile(5));
    expect(before).toMatchObject({ language: 'se', kind: 'mobile', generated: false });
    expect(await load('skatteverket', rows)).toMatchObject({
      added: 0,
      changed: 0,
      removed: 0,
      unchanged: 3,
    });
    expect(await phone(mobile(5))).toEqual(before);
    expect(await db.query('SELECT 1 FROM audit_entry')).toHaveLength(1);
  });

  it('has worked out the reach at its commit, so that an alert right after it need not wait', async () => {
    await load('skatteverket', [at('A1', mobile(5)), at('A2', mobile(5), { protected: true })]);
    expect(await db.query('SELECT 1 FROM reach_due')).toHaveLength(0);
    expect(await db.query('SELECT phone, suppressed, elsewhere FROM reach')).toEqual(
      Array(2).fill({ phone: mobile(5), suppressed: 'protected-identity', elsewhere: true }),
    );
  });

  it('replaces only its own rows', async () => {
    await load('own', [at('A1', mobile(5)), at('A2', mobile(6))]);
    await load('other', [at('A1', mobile(5)), at('A3', mobile(7))]);
    expect(await load('own', [at('A2', mobile(6), { role: 'owner' }), at('A3', mobile(8))])).toMatchObject({
      added: 1,
      changed: 1,
      removed: 1,
    });
    expect(await who('own')).toEqual([`A2 ${mobile(6)} owner`, `A3 ${mobile(8)} resident`]);
    expect(await who('other')).toEqual([`A1 ${mobile(5)} resident`, `A3 ${mobile(7)} resident`]);
  });

  it('deletes a phone that is no longer at any address, unless it objected', async () => {
    await load('own', [at('A1', mobile(5)), at('A1', mobile(6), { objects: true }), at('A1', mobile(7))]);
    await load('own', [at('A1', mobile(7))]);
    expect(await phone(mobile(5))).toBeUndefined();
    expect(await phone(mobile(6))).toMatchObject({ objected_at: expect.any(Date) });
  });

  it('keeps an objection, a quarantine and a language when the source no longer gives them', async () => {
    await load('own', [at('A1', mobile(5), { objects: true, quarantine: '30005', language: 'en' })]);
    const before = await phone(mobile(5));
    await load('own', [at('A1', mobile(5))]);
    expect(await phone(mobile(5))).toEqual(before);
    expect(before).toMatchObject({ quarantine_reason: '30005', language: 'en' });
  });

  it('refuses rows with an unknown address, and takes the others', async () => {
    const report = await load('own', [
      at('A1', mobile(5)),
      at('B9', mobile(6)),
      at('gone', mobile(7), { row: 77 }),
    ]);
    expect(report.refused).toEqual([
      { row: 2, code: 'phone.unknown-address', value: 'B9' },
      { row: 77, code: 'phone.unknown-address', value: 'gone' },
    ]);
    expect(await who('own')).toEqual([`A1 ${mobile(5)} resident`]);
  });

  it('merges duplicate pairs, and keeps the strongest role and any protection', async () => {
    await load('own', [
      at('A1', mobile(5), { role: 'watcher' }),
      at('A1', mobile(5), { role: 'resident', protected: true }),
    ]);
    expect(await who('own')).toEqual([`A1 ${mobile(5)} resident protected`]);
  });

  it('never lets a generated household bring alerts to a real phone', async () => {
    await load('real', [at('A1', mobile(5))]);
    const report = await load('made-up', [
      at('A2', mobile(5), { generated: true }),
      at('A2', mobile(6), { generated: true }),
    ]);
    expect(report.refused).toEqual([{ row: 1, code: 'phone.real-number', value: 'A2' }]);
    expect(await phone(mobile(5))).toMatchObject({ generated: false });

    await load('real', [at('A1', mobile(5)), at('A1', mobile(6))]);
    expect(await who('made-up')).toEqual([]);
    expect(await phone(mobile(6))).toMatchObject({ generated: false });
  });

  it('keeps what holder and staff entered about a generated number that turns out to be real', async () => {
    await load('made-up', [at('A2', mobile(6), { generated: true })]);
    for (const source of ['self', 'staff'])
      await db.query(
        `INSERT INTO phone_address (phone, address_id, role, source)
         SELECT $1, id, 'resident', $2 FROM address WHERE source_key = 'A3'`,
        [mobile(6), source],
      );
    await load('real', [at('A1', mobile(6))]);
    expect(await who('made-up')).toEqual([]);
    for (const source of ['self', 'staff']) expect(await who(source)).toEqual([`A3 ${mobile(6)} resident`]);
  });

  it.each([
    ['no row is usable', () => [at('B9', mobile(5))], 'directory.nothing-to-import'],
    ['the file has no rows', () => [], 'directory.nothing-to-import'],
    [
      'the source fails half-way',
      function* () {
        yield at('A2', mobile(9));
        throw new Error('disk');
      },
      'disk',
    ],
  ])('changes nothing when %s', async (_name, rows, message) => {
    await load('own', [at('A1', mobile(5))]);
    await expect(replace.run({ source: 'own', addressSource: 'register', rows: rows() })).rejects.toThrow(
      message,
    );
    expect(await who('own')).toEqual([`A1 ${mobile(5)} resident`]);
    expect(await phone(mobile(9))).toBeUndefined();
  });

  it('lists the refused rows when it refuses the whole source', async () => {
    const unreadable = [{ row: 1, code: 'phone.not-a-number' as const, value: 'A1' }];
    const given = { source: 'own', addressSource: 'register', unreadable };
    await expect(replace.run({ ...given, rows: [{ ...at('B9', mobile(5)), row: 2 }] })).rejects.toMatchObject(
      {
        code: 'directory.nothing-to-import',
        refused: [...unreadable, { row: 2, code: 'phone.unknown-address', value: 'B9' }],
      },
    );
    await expect(replace.run({ ...given, rows: [] })).rejects.toMatchObject({ refused: unreadable });
  });

  it('refuses a delivery that lacks many of the rows, unless shrinking is allowed', async () => {
    const many = Array.from({ length: 120 }, (_, n) =>
      at('A1', `+46980319${200 + (n % 100)}`, n < 100 ? {} : { addressKey: 'A2' }),
    );
    await load('own', many);
    await expect(load('own', many.slice(0, 90))).rejects.toThrow('directory.source-shrank');
    expect(await who('own')).toHaveLength(120);
    const few = { source: 'own', addressSource: 'register', rows: many.slice(0, 90) };
    expect(await replace.run({ ...few, mayShrinkBy: 0.25, dryRun: true })).toMatchObject({ removed: 30 });
    expect(await replace.run({ ...few, allowShrink: true })).toMatchObject({ removed: 30 });
  });

  it('reports in a dry run what would happen, and changes nothing', async () => {
    await load('own', [at('A1', mobile(5)), at('A1', mobile(6))]);
    const before = await sources.list();
    const rows = [at('A1', mobile(5), { role: 'owner' }), at('A2', mobile(7)), at('B9', mobile(8))];
    expect(
      await replace.run({ source: 'own', addressSource: 'register', rows: rows.values(), dryRun: true }),
    ).toMatchObject({ added: 1, changed: 1, removed: 1, refused: [{ row: 3 }] });
    expect(await who('own')).toEqual([`A1 ${mobile(5)} resident`, `A1 ${mobile(6)} resident`]);
    expect(await sources.list()).toEqual(before);
  });

  it('stores the last confirmation of a source, its report, and the age of its oldest row', async () => {
    await load('own', [at('A1', mobile(5)), at('A2', mobile(5)), at('B9', mobile(6))]);
    const [first] = await sources.list();
    expect(first).toMatchObject({
      source: 'own',
      phones: 1,
      pairs: 2,
      addressSource: 'register',
      replacedBy: 'program',
      report: { rows: 3, added: 2, refused: { 'phone.unknown-address': 1 } },
    });
    await load('own', [at('A1', mobile(5)), at('A2', mobile(5))]);
    const [again] = await sources.list();
    expect(again).toMatchObject({ oldest: first!.oldest, report: { added: 0, unchanged: 2, refused: {} } });
    expect(again!.replacedAt!.getTime()).toBeGreaterThanOrEqual(first!.replacedAt!.getTime());
  });
});
