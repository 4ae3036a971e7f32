import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { startTestApp } from '../../test/support/app.js';
import { openTestDatabase } from '../../test/support/database.js';
import { hire, type Hired } from '../../test/support/staff.js';

describe('the phone of a member of staff', () => {
  let app: NestFastifyApplication;
  let anna: Hired;
  beforeAll(async () => {
    await (await openTestDatabase()).destroy();
    app = await startTestApp();
    anna = await hire(app, 'Anna', ['author']);
  });
  afterAll(() => app.close());

  const give = (phone: unknown) =>
    app.inject({ method: 'PUT', url: '/api/v1/session/phone', headers: anna.headers, payload: { phone } });
  const phone = async () =>
    (await app.inject({ url: '/api/v1/session', headers: anna.headers })).json<{ phone?: string }>().phone;

  it('is set by themselves in any usual form, and removed', async () => {
    expect((await give('070-174 06 05')).json()).toMatchObject({ name: 'Anna', phone: '+46701740605' });
    expect(await phone()).toBe('+46701740605');
    expect((await give(null)).statusCode).toBe(200);
    expect(await phone()).toBeUndefined();
  });

  it.each([
    ['a landline', '08-465 004 00', 'staff.phone-not-mobile'],
    ['words', 'ring mig', 'phone.not-a-number'],
    ['nothing', '', 'phone.not-a-number'],
  ])('can’t be %s', async (_what, text, code) => {
    expect((await give(text)).json()).toMatchObject({ status: 400, code });
  });

  it('is in the audit log without its digits', async () => {
    await give('070-174 06 06');
    const entries = await app
      .get(DataSource)
      .query<{ action: string; detail: object }[]>(
        `SELECT action, detail FROM audit_entry WHERE subject = $1 ORDER BY id DESC LIMIT 1`,
        [anna.id],
      );
    expect(entries).toEqual([{ action: 'member.phone-set', detail: {} }]);
  });
});
