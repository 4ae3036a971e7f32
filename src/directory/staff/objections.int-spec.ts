import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { startTestApp } from '../../../test/support/app.js';
import { openTestDatabase } from '../../../test/support/database.js';
import { hire } from '../../../test/support/staff.js';
import { newId } from '../../kernel/ids.js';
import { PersonalDataStores } from '../../personal-data/personal-data-stores.js';
import { MembersRepository } from '../../staff/members.repository.js';
import { hashSecret } from '../../staff/secrets.js';
import { ImportPhones } from '../registers/import-phones.js';
import { readPhoneProfile } from '../registers/phone-profile.js';
import { PhoneIntake } from '../registers/phone-intake.repository.js';

const key = 'a-key-of-somebody';

describe('objections entered by staff', () => {
  let db: DataSource;
  let app: NestFastifyApplication;

  beforeAll(async () => {
    db = await openTestDatabase();
    app = await startTestApp();
    await app.get(MembersRepository).ensureMember(
      {
        id: newId(),
        name: 'Aino Alm',
        email: 'aino@example.com',
        departmentId: newId(),
        departmentName: 'Kundservice',
        roles: ['service-owner'],
      },
      hashSecret(key),
      'test',
    );
  });
  afterAll(async () => {
    await app.close();
    await db.destroy();
  });

  it('require a service owner', async () => {
    const bo = await hire(app, 'Bo', ['author', 'approver']);
    const answer = await object({ phone: '070-174 06 05', objects: true }, `Bearer ${bo.key}`);
    expect(answer.json()).toMatchObject({ status: 403, code: 'staff.role-required' });
  });

  const object = (payload: unknown, authorization = `Bearer ${key}`) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/objections',
      headers: { authorization },
      payload: payload as object,
    });
  const objectedAt = async (e164: string): Promise<Date | null | undefined> =>
    (
      await db.query<{ objected_at: Date | null }[]>('SELECT objected_at FROM phone WHERE e164 = $1', [e164])
    )[0]?.objected_at;

  it('keep the time of the first objection until it is withdrawn', async () => {
    await db.query(`INSERT INTO phone (e164, kind) VALUES ('+46701740605', 'mobile')`);
    await object({ phone: '070-174 06 05', objects: true });
    const first = await objectedAt('+46701740605');
    expect(first).toEqual(expect.any(Date));
    await object({ phone: '+46 70 174 06 05', objects: true });
    expect(await objectedAt('+46701740605')).toEqual(first);
    await object({ phone: '0701740605', objects: false });
    expect(await objectedAt('+46701740605')).toBeNull();
  });

  it('get the same answer for an unknown number, and are stored in case it is imported', async () => {
    const known = await object({ phone: '0701740605', objects: true });
    const unknown = await object({ phone: '0701740606', objects: true });
    expect([unknown.statusCode, unknown.body]).toEqual([known.statusCode, known.body]);
    expect(unknown.json()).toEqual({ objects: true });
    expect(await objectedAt('+46701740606')).toEqual(expect.any(Date));
    const never = await object({ phone: '0701740607', objects: false });
    expect([never.statusCode, never.json()]).toEqual([200, { objects: false }]);
  });

  it('are in the audit log with the member, and never with the number', async () => {
    await object({ phone: '0701740608', objects: true });
    const entries = await db.query<{ subject: string; member_id: string; detail: object }[]>(
      `SELECT * FROM audit_entry WHERE action = 'directory.objection' ORDER BY id DESC`,
    );
    expect(entries[0]).toMatchObject({
      subject: expect.stringMatching(/^ph_[0-9a-f]{12}$/),
      member_id: expect.any(String),
      detail: { objects: true },
    });
    expect(JSON.stringify(entries)).not.toContain('1740608');
  });

  it.each([
    ['an invalid number', { phone: '12', objects: true }, 400, 'phone.not-a-number'],
    ['a missing choice', { phone: '0701740605' }, 400, 'request.invalid'],
    ['an unknown field', { phone: '0701740605', objects: true, why: '' }, 400, 'request.invalid'],
  ])('are refused with %s', async (_name, payload, status, code) => {
    const answer = await object(payload);
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  });

  it('are refused without a valid key', async () => {
    expect((await object({ phone: '0701740605', objects: true }, 'Bearer none')).statusCode).toBe(401);
  });

  it('survive an erasure while a file of phones is imported', async () => {
    await object({ phone: '0701740612', objects: true });
    await db.query(
      `INSERT INTO address (id, source, source_key, street, number, search_name, point, point_source)
       VALUES ($1, 'register', 'C1', 'Storgatan', '3', '', ST_SetSRID(ST_MakePoint(800000, 7300000), 3006), 'own')`,
      [newId()],
    );
    const phones = app.get(PhoneIntake);
    const prepare = phones.prepareIncoming.bind(phones);
    jest.spyOn(phones, 'prepareIncoming').mockImplementationOnce(async (tx) => {
      await app.get(PersonalDataStores).erase('+46701740612', tx);
      await prepare(tx);
    });
    await writeFile(join(tmpdir(), 'phones-while-erased.csv'), 'tel,adr\n0701740612,C1\n');
    const profile = readPhoneProfile(
      'source: erased\naddresses: register\nphones: {file: phones-while-erased.csv, columns: {number: tel, addressKey: adr}}',
    );
    await app.get(ImportPhones).run(profile, tmpdir());
    expect(await objectedAt('+46701740612')).toEqual(expect.any(Date));
  });

  it('are kept by an import, which lists refused rows in the order of the file', async () => {
    await db.query(
      `INSERT INTO address (id, source, source_key, street, number, search_name, point, point_source)
       VALUES ($1, 'register', 'A1', 'Storgatan', '1', '', ST_SetSRID(ST_MakePoint(800000, 7300000), 3006), 'own')`,
      [newId()],
    );
    await writeFile(
      join(tmpdir(), 'phones-of-a-test.csv'),
      'tel,adr\n0701740610,B7\n12,A1\n0701740611,A1\n070-174 06 06,A1\n',
    );
    const profile = readPhoneProfile(
      'source: owners\naddresses: register\nphones: {file: phones-of-a-test.csv, columns: {number: tel, addressKey: adr}}',
    );
    const report = await app.get(ImportPhones).run(profile, tmpdir());
    expect(report).toMatchObject({
      source: 'owners',
      rows: 4,
      added: 2,
      refused: [
        { row: 1, code: 'phone.unknown-address', value: 'B7' },
        { row: 2, code: 'phone.not-a-number', value: 'A1' },
      ],
    });
    // The person who objected before the number was known still objects.
    expect(await objectedAt('+46701740606')).toEqual(expect.any(Date));
    expect(await app.get(ImportPhones).run(profile, tmpdir())).toMatchObject({ unchanged: 2, added: 0 });
  });
});
