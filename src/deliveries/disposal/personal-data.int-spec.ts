import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../../../test/support/eventually.js';
import { fictionMobile as mobile } from '../../../test/support/fiction-phones.js';
import { Pipeline } from '../../../test/support/pipeline.js';
import { hire, type Hired } from '../../../test/support/staff.js';
import { ImportPhones } from '../../directory/registers/import-phones.js';
import { readPhoneProfile } from '../../directory/registers/phone-profile.js';
import { ErasureAnswer, PersonalDataAnswer } from '../../personal-data/personal-data-answers.js';
import { PersonalDataStores } from '../../personal-data/personal-data-stores.js';

describe('the personal data of one phone', () => {
  let pipeline: Pipeline;
  let owner: Hired;
  let property: string;
  const [own, neighbour] = [mobile(0), mobile(1)];

  beforeEach(async () => {
    pipeline = await Pipeline.start();
    owner = await hire(pipeline.app, 'Ove', ['service-owner']);
    property = await pipeline.scene.property('Porsön 1:1', { x: 0, y: 0, side: 50 });
    const home = await pipeline.scene.address('Storgatan 3', { x: 10, y: 10 });
    await home.phone(own);
    await home.phone(neighbour);
    await pipeline.scene.settle();
    await pipeline.db.query(
      `INSERT INTO inbound_text (provider_ref, phone, recipient, body, outcome)
       VALUES ('SM1', $1, '+46701740699', 'Kan ni stoppa vattnet?', 'answered')`,
      [own],
    );
    const topic = await pipeline.scene.topic('Vägar');
    await pipeline.scene.subscribe(topic, own);
    await pipeline.db.query(
      `INSERT INTO consent_text (hash, version, language, body) VALUES ('\\x01', '1', 'sv', 'Jag vill ha sms.')`,
    );
    await pipeline.db.query(
      `INSERT INTO consent_event (at, phone, topic_id, act, how, text_hash) VALUES (now(), $1, $2, 'began', 'web', '\\x01')`,
      [own, topic],
    );
  });
  afterEach(() => pipeline.stop());

  const asked = { phone: own, reason: 'Begäran KS 2026-17' };
  const exported = async () =>
    PersonalDataAnswer.parse((await pipeline.post(owner, '/personal-data/exports', asked)).json());
  const rowsOf = async (kind: string) =>
    (await exported()).holds.find((held) => held.kind === kind)?.rows ?? [];
  const erase = () => pipeline.post(owner, '/personal-data/erasures', asked);
  const report = async (id: string): Promise<Record<string, unknown>> =>
    (await pipeline.get(`/broadcasts/${id}/report`)).json();
  const sent = async (): Promise<string> => {
    const id = await pipeline.send({ places: [property] });
    pipeline.startWorker();
    await eventually(async () => (await report(id)).delivered === 2);
    return id;
  };
  /** The names of tables in which any row contains the text. */
  const tablesWith = async (text: string): Promise<string[]> => {
    const tables = await pipeline.db.query<{ name: string }[]>(
      `SELECT c.oid::regclass::text AS name FROM pg_class c
       WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'spatial_ref_sys'`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await pipeline.db.query<unknown[]>(
        `SELECT 1 FROM ${name} t WHERE t::text LIKE '%' || $1 || '%' LIMIT 1`,
        [text],
      );
      if (rows.length > 0) found.push(name);
    }
    return found;
  };

  it('an export covers every store, and the audit log records it under a hash of the phone', async () => {
    await sent();
    const { phone, holds } = await exported();
    expect(phone).toBe(own);
    expect(Object.fromEntries(holds.map(({ kind, rows }) => [kind, rows.length]))).toMatchObject({
      phone: 1,
      addresses: 1,
      subscriptions: 1,
      consents: 1,
      messages: 1,
      codes: 0,
      'inbound-texts': 1,
    });
    expect(await rowsOf('messages')).toMatchObject([
      { outcome: { sv: 'Framme' }, audience: 'Porsön 1:1', text: expect.any(String) },
    ]);
    expect(await rowsOf('consents')).toMatchObject([
      { act: { sv: 'Anmälan' }, how: { sv: 'På webbplatsen' }, text: 'Jag vill ha sms.' },
    ]);
    const entries = await pipeline.db.query<object[]>(
      `SELECT subject, detail FROM audit_entry WHERE action = 'personal-data.export'`,
    );
    expect(entries[0]).toEqual({
      subject: expect.stringMatching(/^ph_/),
      detail: { reason: 'Begäran KS 2026-17' },
    });
  });

  it.each([
    ['already-told', 'Har redan fått meddelandet'],
    ['30007', 'Kod 30007'],
  ])('a look-up gives the language and the reason of a failure in words (%s)', async (reason, sv) => {
    await sent();
    await pipeline.db.query('UPDATE delivery SET reason = $1', [reason]);
    const look = { phone: own, reason: 'Ringde om vattnet' };
    const looked = await pipeline.post(owner, '/directory/lookups', look);
    const { elsewhere } = looked.json<{ elsewhere: { kind: string; rows: object[] }[] }>();
    const rows = (kind: string) => elsewhere.find((held) => held.kind === kind)?.rows;
    expect(rows('messages')).toMatchObject([{ reason: { sv } }]);
    expect(rows('subscriptions')).toMatchObject([{ language: { sv: 'Svenska', en: 'Swedish' } }]);
    expect(await rowsOf('phone')).toMatchObject([{ language: { sv: 'Svenska' } }]);
  });

  it('an export hides addresses, phone and messages of a protected identity', async () => {
    await pipeline.db.query('UPDATE phone_address SET protected = true WHERE phone = $1', [own]);
    const id = await pipeline.send({ places: [property] });
    expect(await report(id)).toMatchObject({ planned: 1 });
    expect([await rowsOf('addresses'), await rowsOf('phone'), await rowsOf('messages')]).toEqual([
      [],
      [],
      [],
    ]);
  });

  it('hides earlier alerts too once the identity is protected', async () => {
    await sent();
    expect(await rowsOf('messages')).toHaveLength(1);
    await pipeline.db.query('UPDATE phone_address SET protected = true WHERE phone = $1', [own]);
    expect(await rowsOf('messages')).toEqual([]);
    const looked = await pipeline.post(owner, '/directory/lookups', {
      phone: own,
      reason: 'Ringde om vattnet',
    });
    expect(looked.body).not.toContain('Porsön');
  });

  it('erasing removes the phone from every table, and all sums stay the same', async () => {
    const id = await sent();
    const before = await report(id);
    expect(await tablesWith(own)).not.toEqual([]);

    const answer = await erase();
    expect(ErasureAnswer.parse(answer.json()).erased).toEqual(
      expect.arrayContaining([
        { kind: 'addresses', erased: 1, anonymised: 0 },
        { kind: 'subscriptions', erased: 1, anonymised: 0 },
        { kind: 'consents', erased: 1, anonymised: 0 },
        { kind: 'messages', erased: 0, anonymised: 1 },
      ]),
    );
    expect(await tablesWith(own)).toEqual([]);
    expect(await report(id)).toEqual(before);
    // An all-clear goes to those who got the alert and are still in the ledger.
    expect(await pipeline.db.query('SELECT phone FROM told')).toEqual([{ phone: neighbour }]);
    const [row] = await pipeline.db.query<object[]>(
      `SELECT phone, token, provider_ref FROM delivery WHERE phone <> $1`,
      [neighbour],
    );
    expect(row).toEqual({ phone: expect.stringMatching(/^x\d{15}$/), token: null, provider_ref: null });
    expect((await exported()).holds.flatMap(({ rows }) => rows)).toEqual([]);
    expect((await erase()).statusCode).toBe(200);
  });

  it('refuses erasure while a message is being sent, and erases nothing until then', async () => {
    const id = await pipeline.send({ places: [property] });
    expect((await erase()).json()).toMatchObject({ status: 409, code: 'personal-data.message-under-way' });
    expect(await rowsOf('subscriptions')).toHaveLength(1);
    await pipeline.post(pipeline.bo, `/broadcasts/${id}/cancellation`);
    expect((await erase()).statusCode).toBe(200);
    expect(await report(id)).toMatchObject({ planned: 2, cancelled: 2 });
  });

  it('keeps an objection after erasure, in case the register imports the number again', async () => {
    await pipeline.post(owner, '/objections', { phone: own, objects: true });
    await erase();
    const file = 'register-after-erasure.csv';
    await pipeline.db.query(`UPDATE address SET source = 'register', source_key = 'A1'`);
    await writeFile(join(tmpdir(), file), `tel,adr\n${own},A1\n${neighbour},A1\n`);
    const profile = readPhoneProfile(
      `source: owners\naddresses: register\nphones: {file: ${file}, columns: {number: tel, addressKey: adr}}`,
    );
    const bring = () => pipeline.app.get(ImportPhones, { strict: false }).run(profile, tmpdir());
    const objecting = async () =>
      (
        await pipeline.db.query<{ e164: string }[]>('SELECT e164 FROM phone WHERE objected_at IS NOT NULL')
      ).map(({ e164 }) => e164);
    await bring();
    expect(await objecting()).toEqual([own]);
    // An objection that was withdrawn stays withdrawn.
    await pipeline.post(owner, '/objections', { phone: own, objects: false });
    await bring();
    expect(await objecting()).toEqual([]);
  });

  it('keeps a protection set by staff after erasure, until staff remove it', async () => {
    const [home] = await pipeline.db
      .query<{ id: string }[]>(`UPDATE address SET source = 'register', source_key = 'A1' RETURNING id`)
      .then(([rows]) => rows as unknown as { id: string }[]);
    const at = { phone: own, addressId: home!.id };
    await pipeline.post(owner, '/directory/placements', { ...at, protected: true });
    await erase();
    const file = 'register-after-protection.csv';
    await writeFile(join(tmpdir(), file), `tel,adr\n${own},A1\n${neighbour},A1\n`);
    const profile = readPhoneProfile(
      `source: owners\naddresses: register\nphones: {file: ${file}, columns: {number: tel, addressKey: adr}}`,
    );
    const bring = () => pipeline.app.get(ImportPhones, { strict: false }).run(profile, tmpdir());
    await bring();
    expect(await rowsOf('addresses')).toEqual([]);
    await pipeline.post(owner, '/directory/placements', at);
    await pipeline.post(owner, '/directory/removals', at);
    await bring();
    expect(await rowsOf('addresses')).toHaveLength(1);
  });

  it('each store disposes of its own old data', async () => {
    await pipeline.db.query(
      `INSERT INTO verification (session_hash, phone, language, code_hash, client_hash, expires_at)
       VALUES ('\\x01', $1, 'sv', '\\x01', '\\x01', now() - interval '2 hours')`,
      [own],
    );
    expect(await rowsOf('codes')).toHaveLength(1);
    await pipeline.app.get(PersonalDataStores, { strict: false }).disposeOfOld();
    expect(await rowsOf('codes')).toEqual([]);
  });

  it('a duty officer may neither export nor erase personal data', async () => {
    const duty = await hire(pipeline.app, 'Tova', ['duty-officer']);
    for (const path of ['exports', 'erasures'])
      expect((await pipeline.post(duty, `/personal-data/${path}`, asked)).statusCode).toBe(403);
  });
});
