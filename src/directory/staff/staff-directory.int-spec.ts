import type { z } from 'zod';
import { emptyTables } from '../../../test/support/database.js';
import { Pipeline } from '../../../test/support/pipeline.js';
import { hire, type Hired } from '../../../test/support/staff.js';
import { fictionMobile as mobile } from '../../../test/support/fiction-phones.js';
import { DisposeOfPhones } from '../dispose-of-phones.js';
import { PhoneLookupAnswer } from './lookup-answers.js';
import { QuarantineAnswer } from './quarantine-answers.js';
import { PhoneSourceAnswer } from '../registers/phone-source-answers.js';

describe('the directory for staff', () => {
  let pipeline: Pipeline;
  let owner: Hired;
  let duty: Hired;
  let home: string;
  beforeAll(async () => {
    pipeline = await Pipeline.start();
    owner = await hire(pipeline.app, 'Ove', ['service-owner']);
    duty = await hire(pipeline.app, 'Tova', ['duty-officer']);
  });
  afterAll(() => pipeline.stop());
  beforeEach(async () => {
    await emptyTables(
      pipeline.db,
      'phone, phone_address, phone_source, kept_objection, address, topic, audit_entry',
    );
    home = (await pipeline.scene.address('Storgatan 3', { x: 10, y: 10 })).id;
  });

  const post = (who: Hired, path: string, body: object) => pipeline.post(who, `/directory/${path}`, body);
  const lookUp = async (phone: string, who = owner): Promise<z.infer<typeof PhoneLookupAnswer>> =>
    PhoneLookupAnswer.parse((await post(who, 'lookups', { phone, reason: 'Ringde om vattnet' })).json());
  const place = (phone: string, more: object = {}) =>
    post(owner, 'placements', { phone, addressId: home, ...more });
  const audited = (action: string) =>
    pipeline.db.query<{ subject: string; member_id: string; detail: object }[]>(
      'SELECT subject, member_id, detail FROM audit_entry WHERE action = $1 ORDER BY id',
      [action],
    );

  it('a lookup shows a number’s addresses, their sources, its objection and its subscriptions', async () => {
    await place(mobile(0), { role: 'owner', language: 'en' });
    await pipeline.post(owner, '/objections', { phone: mobile(0), objects: true });
    const topic = await pipeline.scene.topic('Vägar');
    await pipeline.scene.subscribe(topic, mobile(0), 'en');

    const { phone, kind, known, elsewhere } = await lookUp('070-174 06 05', duty);
    expect({ phone, kind }).toEqual({ phone: mobile(0), kind: 'mobile' });
    expect(known).toMatchObject({
      language: 'en',
      objectedAt: expect.any(String),
      quarantine: null,
      addresses: [{ address: 'Storgatan 3', source: 'staff', role: 'owner', addressId: home, gone: false }],
    });
    expect(elsewhere.find((held) => held.kind === 'subscriptions')?.rows).toMatchObject([
      { topic: { sv: 'Vägar' }, language: { sv: 'Engelska', en: 'English' } },
    ]);
  });

  it('the audit log records each lookup with its reason, and never the number', async () => {
    await lookUp(mobile(0), duty);
    const [entry] = await audited('directory.look-up');
    expect(entry).toEqual({
      subject: expect.stringMatching(/^ph_[0-9a-f]{12}$/),
      member_id: duty.id,
      detail: { reason: 'Ringde om vattnet' },
    });
  });

  it('limits a member to sixty lookups and exports an hour', async () => {
    const reader = await hire(pipeline.app, 'Lena', ['service-owner']);
    const ask = (path: string, n: number) =>
      pipeline.post(reader, path, { phone: mobile(n % 90), reason: 'Ringde om vattnet' });
    for (let n = 0; n < 59; n++) expect((await ask('/directory/lookups', n)).statusCode).toBe(200);
    expect((await ask('/personal-data/exports', 59)).statusCode).toBe(200);
    for (const path of ['/directory/lookups', '/personal-data/exports'])
      expect((await ask(path, 60)).json()).toMatchObject({
        status: 429,
        code: 'personal-data.too-many-looks',
        minutes: 1,
      });
    expect(await audited('directory.look-up')).toHaveLength(59);
    await lookUp(mobile(60), duty);
  });

  it('gives the same answer for a protected identity as for an unknown number', async () => {
    const unknown = await lookUp(mobile(1));
    await place(mobile(0), { protected: true });
    await place(mobile(0), { addressId: (await pipeline.scene.address('Lillgatan 1', { x: 5, y: 5 })).id });
    expect({ ...(await lookUp(mobile(0))), phone: mobile(1) }).toEqual(unknown);
    expect(unknown.known).toBeNull();
  });

  it('keeps a protection by staff until they remove the phone', async () => {
    const isProtected = async () =>
      (await pipeline.db.query<object[]>('SELECT FROM phone_address WHERE protected')).length > 0;
    await place(mobile(0), { protected: true });
    await place(mobile(0), { role: 'owner' });
    expect(await isProtected()).toBe(true);
    await post(owner, 'removals', { phone: mobile(0), addressId: home });
    await place(mobile(0));
    expect(await isProtected()).toBe(false);
  });

  it('lets staff change and remove only what staff have entered', async () => {
    await place(mobile(0));
    await place(mobile(0), { role: 'watcher' });
    expect((await lookUp(mobile(0))).known?.addresses).toMatchObject([{ role: 'watcher' }]);
    await pipeline.db.query(
      `INSERT INTO phone_address (phone, address_id, role, source) VALUES ($1, $2, 'resident', 'register')`,
      [mobile(0), home],
    );
    const at = { phone: mobile(0), addressId: home };
    expect((await post(owner, 'removals', at)).statusCode).toBe(204);
    expect((await lookUp(mobile(0))).known?.addresses).toMatchObject([{ source: 'register' }]);
    expect((await post(owner, 'removals', at)).json()).toMatchObject({
      code: 'directory.not-placed-by-staff',
    });
  });

  it('deletes a phone when staff remove it from its only address', async () => {
    await place(mobile(0));
    await post(owner, 'removals', { phone: mobile(0), addressId: home });
    expect(await pipeline.db.query('SELECT FROM phone')).toEqual([]);
  });

  it('lists quarantined phones masked and with a readable reason, and filters by reason', async () => {
    const there = await pipeline.scene.address('Kajen 1', { x: 1, y: 1 });
    await there.phone(mobile(2), { quarantined: '30005' });
    await there.phone(mobile(3), { quarantined: '99999' });
    await there.phone(mobile(4), { quarantined: '30005', protected: true });
    const list = async (query = '') =>
      QuarantineAnswer.parse(
        (
          await pipeline.app.inject({
            url: `/api/v1/directory/quarantine${query}`,
            headers: duty.headers,
          })
        ).json(),
      );
    const { reasons, phones } = await list();
    expect(reasons).toMatchObject([
      { code: '30005', phones: 1, words: { sv: expect.stringContaining('avslutat') } },
      { code: '99999', phones: 1, words: { sv: expect.stringContaining('kod 99999') } },
    ]);
    expect(phones.map(({ masked }) => masked).sort()).toEqual(['••• 07', '••• 08']);
    expect((await list('?reason=30005')).phones).toMatchObject([{ masked: '••• 07', code: '30005' }]);
    expect(JSON.stringify(phones)).not.toContain('174060');
    expect((await audited('directory.list-quarantined')).map(({ detail }) => detail)).toEqual([
      { reason: null, phones: 2 },
      { reason: '30005', phones: 1 },
    ]);
  });

  it('lists every quarantined phone in pages, and no page URL reveals a phone', async () => {
    const there = await pipeline.scene.address('Kajen 1', { x: 1, y: 1 });
    for (let n = 0; n < 9; n += 1) await there.phone(mobile(n), { quarantined: '30005' });
    await pipeline.db.query(
      `UPDATE phone SET quarantined_at = CASE
         WHEN e164 < $1 THEN '2026-11-01 10:00:00.123456Z'::timestamptz WHEN e164 < $2 THEN now() END`,
      [mobile(4), mobile(6)],
    );
    const seen: string[] = [];
    const addresses: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const url = `/api/v1/directory/quarantine?reason=30005&limit=2${next && `&after=${next}`}`;
      addresses.push(url, Buffer.from(next, 'base64url').toString('latin1'));
      const page: unknown = (await pipeline.app.inject({ url, headers: duty.headers })).json();
      const { phones, ...more } = QuarantineAnswer.parse(page);
      seen.push(...phones.map(({ masked }) => masked));
      ({ next } = more);
    }
    expect(seen).toHaveLength(9);
    expect(new Set(seen).size).toBe(9);
    expect(addresses.join(' ')).not.toContain('174');
    const forged = await pipeline.app.inject({
      url: `/api/v1/directory/quarantine?after=${'A'.repeat(80)}`,
      headers: duty.headers,
    });
    expect(forged.json()).toMatchObject({ status: 400, code: 'directory.unknown-cursor' });
  });

  it('staff release a quarantine once, and an old one is released automatically', async () => {
    const there = await pipeline.scene.address('Kajen 1', { x: 1, y: 1 });
    for (const n of [2, 3, 4]) await there.phone(mobile(n), { quarantined: '30005' });
    await pipeline.db.query(
      `UPDATE phone SET quarantined_at = now() - make_interval(days => CASE e164 WHEN $1 THEN 181 ELSE 179 END)`,
      [mobile(3)],
    );
    expect((await post(owner, 'quarantine/releases', { phone: mobile(2) })).statusCode).toBe(204);
    expect((await post(owner, 'quarantine/releases', { phone: mobile(2) })).json()).toMatchObject({
      code: 'directory.not-quarantined',
    });
    expect(await audited('directory.release-quarantine')).toMatchObject([{ detail: { reason: '30005' } }]);
    await pipeline.app.get(DisposeOfPhones, { strict: false }).run();
    expect(await pipeline.db.query('SELECT e164 FROM phone WHERE quarantine_reason IS NOT NULL')).toEqual([
      { e164: mobile(4) },
    ]);
  });

  it('disposes of phones without an address, unless they have an objection or a quarantine', async () => {
    await pipeline.db.query(
      `INSERT INTO phone (e164, kind, objected_at, quarantine_reason) VALUES
         ($1, 'mobile', NULL, NULL), ($2, 'mobile', now(), NULL), ($3, 'mobile', NULL, '30005')`,
      [mobile(5), mobile(6), mobile(7)],
    );
    await pipeline.app.get(DisposeOfPhones, { strict: false }).run();
    expect(await pipeline.db.query('SELECT e164 FROM phone ORDER BY 1')).toEqual([
      { e164: mobile(6) },
      { e164: mobile(7) },
    ]);
  });

  it('moves what staff and residents entered to the same address under its new key', async () => {
    const placed = async () =>
      pipeline.db.query<object[]>(
        `SELECT pa.source, a.source_key AS key FROM phone_address pa JOIN address a ON a.id = pa.address_id
         WHERE phone = $1 ORDER BY 1, 2`,
        [mobile(0)],
      );
    const gone = async () => {
      const answer = await pipeline.app.inject({ url: '/api/v1/directory/sources', headers: owner.headers });
      return PhoneSourceAnswer.array()
        .parse(answer.json())
        .map((source) => [source.source, source.gone]);
    };
    await place(mobile(0), { protected: true });
    for (const source of ['self', 'register'])
      await pipeline.db.query(
        `INSERT INTO phone_address (phone, address_id, role, source) VALUES ($1, $2, 'resident', $3)`,
        [mobile(0), home, source],
      );
    await pipeline.db.query(`UPDATE address SET valid_to = now(), source_key = 'old' WHERE id = $1`, [home]);
    // Another address with this name, far away.
    await pipeline.scene.address('Storgatan 3', { x: 5000, y: 10 });
    await pipeline.app.get(DisposeOfPhones, { strict: false }).run();
    expect(await gone()).toEqual([
      ['register', 1],
      ['self', 1],
      ['staff', 1],
    ]);
    await pipeline.db.query(`UPDATE address SET source_key = 'far' WHERE valid_to IS NULL`);
    await pipeline.scene.address('Storgatan 3', { x: 11, y: 10 });
    await pipeline.app.get(DisposeOfPhones, { strict: false }).run();
    expect(await placed()).toEqual([
      { source: 'register', key: 'old' },
      { source: 'self', key: 'Storgatan 3' },
      { source: 'staff', key: 'Storgatan 3' },
    ]);
    expect(await pipeline.db.query('SELECT source FROM phone_address WHERE protected')).toEqual([
      { source: 'staff' },
    ]);
    expect(await audited('directory.follow-addresses')).toMatchObject([{ detail: { moved: 2 } }]);
    await pipeline.app.get(DisposeOfPhones, { strict: false }).run();
    expect(await gone()).toEqual([
      ['register', 1],
      ['self', 0],
      ['staff', 0],
    ]);
  });

  it('lists the sources with their sizes and ages', async () => {
    await place(mobile(0));
    const answer = await pipeline.app.inject({ url: '/api/v1/directory/sources', headers: owner.headers });
    expect(PhoneSourceAnswer.array().parse(answer.json())).toMatchObject([
      { source: 'staff', phones: 1, pairs: 1, replacedAt: null, report: null },
    ]);
  });

  it.each<[string, object, number, string]>([
    ['lookups', { phone: '12', reason: 'ärende' }, 400, 'phone.not-a-number'],
    ['lookups', { phone: '0701740605' }, 400, 'request.invalid'],
    ['lookups', { phone: '0701740605', reason: '  ' }, 400, 'request.invalid'],
    [
      'placements',
      { phone: '0701740605', addressId: '01900000-0000-7000-8000-000000000000' },
      404,
      'directory.no-such-address',
    ],
    ['placements', { phone: '0701740605', addressId: 'här' }, 400, 'request.invalid'],
  ])('refuses invalid requests: %s %j', async (path, body, status, code) => {
    const answer = await post(owner, path, body);
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  });

  it.each(['lookups', 'placements', 'removals', 'quarantine/releases'])(
    'refuses a member who only writes broadcasts: %s',
    async (path) => {
      const phone = '0701740605';
      const body = {
        lookups: { phone, reason: 'nyfiken' },
        placements: { phone, addressId: home },
        removals: { phone, addressId: home },
      }[path] ?? { phone };
      expect((await post(pipeline.anna, path, body)).json()).toMatchObject({ code: 'staff.role-required' });
    },
  );
});
