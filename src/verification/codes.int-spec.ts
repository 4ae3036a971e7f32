import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../test/support/database.js';
import { PublicSite } from '../../test/support/public-site.js';
import { ConfirmVerification } from './confirm-verification.js';
import { RequestVerification } from './request-verification.js';
import { VerificationsRepository } from './verifications.repository.js';

const phone = '+46701740605';
const wrong = (code: string) => (code === '000000' ? '000001' : '000000');

// Also on the embedded database (capability): codes are broadcasts to one phone.
describe('verifying a phone number', () => {
  let db: DataSource;
  let site: PublicSite;

  const request = (changes: Partial<Parameters<RequestVerification['run']>[0]> = {}) =>
    site.app
      .get(RequestVerification, { strict: false })
      .run({ number: phone, purpose: 'test', language: 'sv', client: '192.0.2.7', ...changes });
  const confirm = (session: string | undefined, code: string) =>
    site.app.get(ConfirmVerification, { strict: false }).run(session, code);
  const trusted = (session: string) =>
    site.app.get(VerificationsRepository, { strict: false }).requireTrusted(session);
  const count = async (table: string) =>
    (await db.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${table}`))[0]!.n;

  beforeAll(async () => {
    db = await openTestDatabase();
    site = await PublicSite.start({ CODES_PER_DAY: '30' });
  });
  beforeEach(async () => {
    await db.query('TRUNCATE verification, code_allowance');
    site.sent.length = 0;
  });
  afterAll(async () => {
    await site.close();
    await db.destroy();
  });

  it('trusts the browser with the number after the right code', async () => {
    const { session } = await request();
    expect(site.sent).toMatchObject([{ phone, kind: 'mobile', language: 'sv' }]);
    await expect(trusted(session)).rejects.toMatchObject({ code: 'verification.required' });
    const confirmed = await confirm(session, site.codeTo(phone));
    expect(await trusted(confirmed.session)).toMatchObject({ phone });
  });

  it('calls a landline, but only when the request allows landlines', async () => {
    const landline = { number: '08-465 004 00' };
    await expect(request(landline)).rejects.toMatchObject({ code: 'verification.landline' });
    const { session } = await request({ ...landline, landlines: true });
    expect(site.sent).toMatchObject([{ phone: '+46846500400', kind: 'landline' }]);
    const confirmed = await confirm(session, site.sent[0]!.code);
    expect(await trusted(confirmed.session)).toMatchObject({ kind: 'landline', purpose: 'test' });
    const verifications = site.app.get(VerificationsRepository, { strict: false });
    await expect(verifications.requireTrusted(confirmed.session, 'mobile')).rejects.toMatchObject({
      code: 'verification.required',
    });
  });

  it('starts what was requested once, and not at all when that fails', async () => {
    const { session } = await request({ wanted: ['0190b0f0-0000-7000-8000-000000000000'] });
    const begin = jest.fn().mockRejectedValueOnce(new Error('no room'));
    const code = site.codeTo(phone);
    const attempt = () =>
      site.app.get(ConfirmVerification, { strict: false }).run(session, code, begin as () => Promise<void>);
    await expect(attempt()).rejects.toThrow('no room');
    await attempt();
    await attempt();
    expect(begin).toHaveBeenCalledTimes(2);
    site.pass(2);
    await expect(attempt()).rejects.toMatchObject({ code: 'verification.used' });
  });

  it('stores neither code nor session nor address in clear', async () => {
    const { session } = await request();
    const rows = JSON.stringify(
      await db.query('SELECT * FROM verification, code_allowance'),
      (_key, value) => (value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value),
    );
    for (const secret of [session, site.codeTo(phone), '192.0.2.7']) expect(rows).not.toContain(secret);
  });

  it('allows five tries, even when more come concurrently', async () => {
    const { session } = await request();
    const code = site.codeTo(phone);
    const tries = await Promise.allSettled(Array.from({ length: 12 }, () => confirm(session, wrong(code))));
    const codes = tries.map((result) => (result as { reason?: { code: string } }).reason?.code);
    expect(codes.filter((each) => each === 'verification.wrong-code')).toHaveLength(4);
    expect(codes.filter((each) => each === 'verification.too-many-tries')).toHaveLength(8);
    await expect(confirm(session, code)).rejects.toMatchObject({ code: 'verification.too-many-tries' });
    await expect(trusted(session)).rejects.toMatchObject({ code: 'verification.required' });
  });

  it('starts what was requested once when the right code is sent twice, and trusts both sessions', async () => {
    const { session } = await request();
    const code = site.codeTo(phone);
    const begin = jest.fn(() => Promise.resolve());
    const confirmation = site.app.get(ConfirmVerification, { strict: false });
    const presses = await Promise.all([
      confirmation.run(session, code, begin),
      confirmation.run(session, code, begin),
    ]);
    expect(begin).toHaveBeenCalledTimes(1);
    for (const press of presses) expect(await trusted(press.session)).toMatchObject({ phone });
  });

  it('never trusts the session that requested the code, which an attacker may have planted', async () => {
    const { session } = await request();
    const confirmed = await confirm(session, site.codeTo(phone));
    expect(confirmed.session).not.toBe(session);
    await expect(trusted(session)).rejects.toMatchObject({ code: 'verification.required' });
    site.pass(2);
    await expect(confirm(session, site.codeTo(phone))).rejects.toMatchObject({ code: 'verification.used' });
  });

  it('counts wrong codes per number and hour, across codes and browsers', async () => {
    const guess = async () => {
      const { session } = await request();
      for (let i = 0; i < 5; i++)
        await expect(confirm(session, wrong(site.codeTo(phone)))).rejects.toMatchObject({
          kind: expect.stringMatching(/invalid|too-many/),
        });
    };
    await guess();
    await guess();
    const { session } = await request();
    await expect(confirm(session, site.codeTo(phone))).rejects.toMatchObject({
      code: 'verification.too-many-tries-for-number',
      details: { minutes: 6 },
    });
    site.pass(6);
    await confirm(session, site.codeTo(phone));
  });

  it('input that cannot be a code costs no try', async () => {
    const { session } = await request();
    for (let i = 0; i < 7; i++)
      await expect(confirm(session, '12')).rejects.toMatchObject({ code: 'verification.not-a-code' });
    await confirm(session, site.codeTo(phone));
  });

  it.each([
    ['ten minutes have passed', () => site.pass(10), 'verification.expired'],
    ['it is another browser', () => undefined, 'verification.none'],
  ])('refuses the right code when %s', async (_name, happen, code) => {
    const { session } = await request();
    happen();
    const used = code === 'verification.none' ? 'another session' : session;
    await expect(confirm(used, site.codeTo(phone))).rejects.toMatchObject({ code });
  });

  it("a new code makes the session's earlier code invalid", async () => {
    const first = await request();
    const firstCode = site.codeTo(phone);
    const second = await request({ session: first.session });
    await expect(confirm(first.session, firstCode)).rejects.toMatchObject({ code: 'verification.none' });
    await confirm(second.session, site.codeTo(phone));
  });

  it('trusts the session for half an hour, and deletes it later', async () => {
    const asked = await request();
    const { session } = await confirm(asked.session, site.codeTo(phone));
    site.pass(29);
    await trusted(session);
    site.pass(1);
    await expect(trusted(session)).rejects.toMatchObject({ code: 'verification.required' });
    site.pass(61);
    await request({ number: '070-174 06 06' });
    expect(await count('verification')).toBe(1);
  });

  it('reports that the code could not be sent', async () => {
    site.refuseToSend = true;
    await expect(request()).rejects.toMatchObject({ code: 'verification.not-sent' });
    site.refuseToSend = false;
  });

  describe('verification codes under a flood', () => {
    const mobile = (n: number) => `+467017406${String(n).padStart(2, '0')}`;

    it('codes are limited to five an hour for a number, from any address', async () => {
      const asked = await Promise.allSettled(
        Array.from({ length: 9 }, (_, i) => request({ client: `192.0.2.${i}` })),
      );
      expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
      await expect(request()).rejects.toMatchObject({
        code: 'verification.too-many-for-number',
        details: { minutes: 12 },
      });
      site.pass(12);
      await request();
    });

    it("unused codes are limited to twenty an hour from one household's addresses", async () => {
      for (let i = 0; i < 20; i++) await request({ number: mobile(5 + i), client: `2001:db8::${i}` });
      await expect(request({ number: mobile(70), client: '2001:db8::ffff' })).rejects.toMatchObject({
        code: 'verification.too-many-from-address',
      });
      await request({ number: mobile(70), client: '2001:db8:0:1::1' });
    });

    it('codes are limited to three calls an hour for a number and six from an address', async () => {
      const landline = (n: number) => `+468465004${String(n).padStart(2, '0')}`;
      const call = (n: number, client: string) => request({ number: landline(n), landlines: true, client });
      for (const n of [1, 2, 3]) await call(0, `192.0.2.${n}`);
      await expect(call(0, '192.0.2.4')).rejects.toMatchObject({
        code: 'verification.too-many-for-number',
        details: { minutes: 20 },
      });
      for (let n = 1; n <= 6; n++) await call(n, '192.0.2.200');
      await expect(call(7, '192.0.2.200')).rejects.toMatchObject({
        code: 'verification.too-many-from-address',
      });
    });

    it("used codes are given back, so that a library's visitors are not locked out", async () => {
      for (let i = 0; i < 25; i++) {
        const { session } = await request({ number: mobile(5 + i) });
        await confirm(session, site.codeTo(mobile(5 + i)));
      }
    });

    it("codes are paused when the day's total is spent, used or not", async () => {
      for (let i = 0; i < 30; i++) {
        const { session } = await request({ number: mobile(5 + i), client: `192.0.2.${i}` });
        await confirm(session, site.codeTo(mobile(5 + i)));
      }
      await expect(request({ number: mobile(80) })).rejects.toMatchObject({
        code: 'verification.paused',
        kind: 'unavailable',
        details: { minutes: 48 },
      });
    });

    it('a refused code takes nothing from the other allowances when one is empty', async () => {
      for (let i = 0; i < 5; i++) await request();
      const before = await db.query('SELECT * FROM code_allowance ORDER BY scope');
      await expect(request()).rejects.toThrow();
      expect(await db.query('SELECT * FROM code_allowance ORDER BY scope')).toEqual(before);
    });
  });
});
