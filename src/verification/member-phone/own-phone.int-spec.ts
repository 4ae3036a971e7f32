import { DataSource } from 'typeorm';
import { openTestDatabase } from '../../../test/support/database.js';
import { PublicSite } from '../../../test/support/public-site.js';
import { hire, type Hired } from '../../../test/support/staff.js';
import { requireAuditLast } from '../../../test/support/audit-last.js';
import { AuditLog } from '../../staff/audit-log.js';
import { MembersRepository } from '../../staff/members.repository.js';
import { RemoveMember } from '../../staff/remove-member.js';

const first = '+46701740605';
const second = '+46701740606';
const wrong = (code: string) => (code === '000000' ? '000001' : '000000');

describe('the phone of a member of staff', () => {
  let site: PublicSite;
  let anna: Hired;
  beforeAll(async () => {
    await (await openTestDatabase()).destroy();
    site = await PublicSite.start();
    requireAuditLast(site.app.get(AuditLog, { strict: false }));
  });
  beforeEach(async () => {
    await site.app.get(DataSource).query('TRUNCATE verification, code_allowance');
    site.refuseToSend = false;
    anna = await hire(site.app, 'Anna', ['author']);
  });
  afterAll(() => site.close());

  const request = (method: 'GET' | 'PUT' | 'POST', path: string, payload?: object, who = anna) =>
    site.app.inject({ method, url: `/api/v1/session${path}`, headers: who.headers, payload });
  const give = (phone: unknown, who = anna) => request('PUT', '/phone', { phone }, who);
  const confirm = (code: string, who = anna) => request('POST', '/phone/confirmation', { code }, who);
  const phone = async () => (await request('GET', '')).json<{ phone?: string }>().phone;
  const set = async (number: string) => {
    await give(number);
    await confirm(site.codeTo(number));
  };
  const audited = async () =>
    (
      await site.app
        .get(DataSource)
        .query<{ action: string; detail: object }[]>(
          `SELECT action, detail FROM audit_entry WHERE subject = $1 AND action LIKE 'member.phone%' ORDER BY id`,
          [anna.id],
        )
    ).map(({ action, detail }) => [action, detail]);

  it('is given in any usual form, confirmed by the code that went there, and removed', async () => {
    const asked = await give('070-174 06 05');
    expect(asked.json()).toEqual({ unconfirmed: { phone: first, expiresAt: '2026-03-02T09:10:00.000Z' } });
    expect((await request('GET', '/phone')).json()).toEqual(asked.json());
    expect(await phone()).toBeUndefined();
    expect((await confirm(site.codeTo(first))).json()).toEqual({ phone: first });
    expect(await phone()).toBe(first);
    expect((await give(null)).json()).toEqual({});
    expect(await phone()).toBeUndefined();
  });

  it('stays the old one until the new one is confirmed', async () => {
    await set(first);
    expect((await give(second)).json()).toMatchObject({ phone: first, unconfirmed: { phone: second } });
    expect(await phone()).toBe(first);
    await confirm(site.codeTo(second));
    expect(await phone()).toBe(second);
  });

  it('stays the old one when the code is wrong, and the answer has the tries left', async () => {
    await set(first);
    await give(second);
    expect((await confirm(wrong(site.codeTo(second)))).json()).toMatchObject({
      status: 400,
      code: 'verification.wrong-code',
      left: 4,
    });
    expect(await phone()).toBe(first);
  });

  it('is not confirmed by the right code after five wrong ones', async () => {
    await give(first);
    const code = site.codeTo(first);
    for (let n = 0; n < 4; n++) await confirm(wrong(code));
    const tooMany = { status: 429, code: 'verification.too-many-tries' };
    expect((await confirm(wrong(code))).json()).toMatchObject(tooMany);
    expect((await confirm(code)).json()).toMatchObject(tooMany);
    expect(await phone()).toBeUndefined();
    expect((await request('GET', '/phone')).json()).toEqual({});
  });

  it('is not confirmed by a code that is older than ten minutes', async () => {
    await give(first);
    site.pass(10);
    expect((await confirm(site.codeTo(first))).json()).toMatchObject({
      status: 409,
      code: 'verification.expired',
    });
    expect(await phone()).toBeUndefined();
  });

  it('is the one that the last tab asked for: the earlier code no longer counts', async () => {
    await give(first);
    await give(second);
    const [earlier, later] = [site.codeTo(first), site.codeTo(second)];
    if (earlier !== later)
      expect((await confirm(earlier)).json()).toMatchObject({ code: 'verification.wrong-code' });
    expect((await request('GET', '/phone')).json()).toMatchObject({ unconfirmed: { phone: second } });
    expect((await confirm(later)).json()).toEqual({ phone: second });
  });

  it('is set by one of two tabs that ask at the same time', async () => {
    await Promise.all([give(first), give(second)]);
    const { unconfirmed } = (await request('GET', '/phone')).json<{ unconfirmed: { phone: string } }>();
    expect((await confirm(site.codeTo(unconfirmed.phone))).json()).toEqual({ phone: unconfirmed.phone });
  });

  it('is set once when the code is given twice at the same time', async () => {
    await give(first);
    const both = await Promise.all([confirm(site.codeTo(first)), confirm(site.codeTo(first))]);
    expect(both.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect(await audited()).toEqual([['member.phone-set', {}]]);
  });

  it('is not confirmed by a code that a colleague got', async () => {
    const bo = await hire(site.app, 'Bo');
    await give(first, bo);
    expect((await confirm(site.codeTo(first))).json()).toMatchObject({
      status: 409,
      code: 'verification.none',
    });
    expect(await phone()).toBeUndefined();
  });

  it('is not brought back by a code after it was removed', async () => {
    await give(first);
    await give(null);
    expect((await confirm(site.codeTo(first))).json()).toMatchObject({ code: 'verification.none' });
  });

  it.each([
    ['a landline', '08-465 004 00', 'verification.landline'],
    ['words', 'ring mig', 'phone.not-a-number'],
    ['nothing', '', 'verification.mobile-missing'],
    ['a number abroad', '+47 412 34 567', 'verification.foreign-number'],
  ])('can’t be %s', async (_what, text, code) => {
    expect((await give(text)).json()).toMatchObject({ status: 400, code });
  });

  it('gets at most five codes an hour', async () => {
    for (let n = 0; n < 5; n++) expect((await give(first)).statusCode).toBe(200);
    expect((await give(first)).json()).toMatchObject({
      status: 429,
      code: 'verification.too-many-for-number',
    });
  });

  it('stays the old one when the code could not be sent', async () => {
    await set(first);
    site.refuseToSend = true;
    expect((await give(second)).json()).toMatchObject({ status: 503, code: 'verification.not-sent' });
    expect((await request('GET', '/phone')).json()).toEqual({ phone: first });
  });

  it('gets the code in the language of the page', async () => {
    const headers = { ...anna.headers, 'accept-language': 'en' };
    await site.app.inject({
      method: 'PUT',
      url: '/api/v1/session/phone',
      headers,
      payload: { phone: first },
    });
    expect(site.sent.at(-1)).toMatchObject({ phone: first, language: 'en' });
  });

  it('is in the audit log without its digits', async () => {
    await set(second);
    await give(null);
    expect(await audited()).toEqual([
      ['member.phone-set', {}],
      ['member.phone-removed', {}],
    ]);
  });

  it('is not kept when they leave, and neither is what they have not confirmed', async () => {
    await give(first);
    await site.app.get(RemoveMember, { strict: false }).run(`${anna.id}@example.com`);
    expect(await site.app.get(MembersRepository, { strict: false }).ownPhone(anna.id)).toEqual({});
  });
});
