import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startTestApp } from '../../test/support/app.js';
import { openTestDatabase } from '../../test/support/database.js';
import { AuditLog } from './audit-log.js';
import { HireMember, type Hiring } from './hire-member.js';

describe('hiring somebody', () => {
  let app: NestFastifyApplication;
  let close: () => Promise<void>;
  beforeAll(async () => {
    const db = await openTestDatabase();
    app = await startTestApp();
    close = async () => {
      await app.close();
      await db.destroy();
    };
  });
  afterAll(() => close());

  const anna: Hiring = {
    name: 'Anna Ek',
    email: 'anna.ek@example.se',
    department: 'Vatten och avlopp',
    roles: ['author'],
  };
  const hire = (hiring: Hiring) => app.get(HireMember, { strict: false }).run(hiring);
  const signIn = (key: string) => app.inject({ method: 'POST', url: '/api/v1/session', payload: { key } });

  it('lets them sign in; again, with other roles and another key, the first is void', async () => {
    const first = await hire(anna);
    expect((await signIn(first)).statusCode).toBe(201);
    const second = await hire({ ...anna, roles: ['author', 'approver'] });
    expect((await signIn(first)).statusCode).toBe(401);
    const answer = await signIn(second);
    expect(answer.json()).toMatchObject({ name: 'Anna Ek', roles: ['author', 'approver'] });
  });

  it('moves whoever is hired by another department', async () => {
    await hire(anna);
    const key = await hire({ ...anna, department: 'Räddningstjänsten' });
    expect((await signIn(key)).json()).toMatchObject({ department: 'Räddningstjänsten' });
  });

  it('leaves the old key good when it comes to nothing', async () => {
    const key = await hire(anna);
    jest.spyOn(app.get(AuditLog), 'record').mockRejectedValueOnce(new Error('the disk is full'));
    await expect(hire({ ...anna, department: 'Kultur', roles: ['admin'] })).rejects.toThrow('disk');
    expect((await signIn(key)).json()).toMatchObject({ department: anna.department, roles: anna.roles });
  });

  it('refuses a role that there is not', async () => {
    await expect(hire({ ...anna, roles: ['boss'] })).rejects.toMatchObject({ code: 'staff.no-such-role' });
  });
});
