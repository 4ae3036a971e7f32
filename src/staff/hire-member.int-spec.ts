import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { startTestApp } from '../../test/support/app.js';
import { openTestDatabase } from '../../test/support/database.js';
import { AuditLog } from './audit-log.js';
import { newId } from '../kernel/ids.js';
import { HireMember, type Hiring } from './hire-member.js';
import { MembersRepository } from './members.repository.js';
import { RemoveMember } from './remove-member.js';
import { hashSecret } from './secrets.js';

describe('HireMember', () => {
  let app: NestFastifyApplication;
  let db: DataSource;
  beforeAll(async () => {
    db = await openTestDatabase();
    app = await startTestApp();
  });
  afterAll(async () => {
    await app.close();
    await db.destroy();
  });

  const anna: Hiring = {
    name: 'Anna Ek',
    email: 'anna.ek@example.se',
    department: 'Vatten och avlopp',
    roles: ['author'],
  };
  const hire = (hiring: Hiring) => app.get(HireMember, { strict: false }).run(hiring);
  const signIn = (key: string) => app.inject({ method: 'POST', url: '/api/v1/session', payload: { key } });

  it('a new member can sign in; hiring again gives new roles and makes the first key void', async () => {
    const first = await hire(anna);
    expect((await signIn(first)).statusCode).toBe(201);
    const second = await hire({ ...anna, roles: ['author', 'approver'] });
    expect((await signIn(first)).statusCode).toBe(401);
    const answer = await signIn(second);
    expect(answer.json()).toMatchObject({ name: 'Anna Ek', roles: ['author', 'approver'] });
  });

  it.each([
    [{ name: 'Anna\u202e Ek' }, 'name.unseen-character'],
    [{ name: '\u0410nna Ek' }, 'name.look-alike'],
    [{ department: 'V\u0430tten' }, 'name.look-alike'],
  ])('refuses a name with deceiving characters: %j', async (change, code) => {
    await expect(hire({ ...anna, ...change })).rejects.toMatchObject({ code });
  });

  it('refuses a department that looks like another', async () => {
    await hire(anna);
    for (const department of ['vatten och avlopp', 'Vatten och avIopp'])
      await expect(hire({ ...anna, department })).rejects.toMatchObject({
        code: 'staff.department-alike',
        details: { name: 'Vatten och avlopp' },
      });
  });

  it('moves a member who is hired by another department', async () => {
    await hire(anna);
    const key = await hire({ ...anna, department: 'Räddningstjänsten' });
    expect((await signIn(key)).json()).toMatchObject({ department: 'Räddningstjänsten' });
  });

  it('an e-mail address in other letter case is the same person', async () => {
    const key = await hire(anna);
    await hire({ ...anna, email: ' Anna.Ek@Example.SE ' });
    expect((await signIn(key)).statusCode).toBe(401);
    const members = await db.query('SELECT email FROM member WHERE left_at IS NULL');
    expect(members).toEqual([{ email: 'anna.ek@example.se' }]);
    const again = await hire({ ...anna, email: 'ANNA.EK@example.se' });
    await app.get(RemoveMember, { strict: false }).run('Anna.ek@EXAMPLE.se');
    expect((await signIn(again)).statusCode).toBe(401);
  });

  it('merges two members of one address that an earlier version allowed', async () => {
    await db.query('DROP INDEX IF EXISTS member_email');
    try {
      await hire(anna);
      const departmentId = await app.get(MembersRepository).ensureDepartment('Kultur');
      await db.query(
        `WITH twin AS (INSERT INTO member (id, department_id, name, email, roles)
           VALUES ($1, $2, 'Anna', 'ANNA.EK@example.se', '{approver}') RETURNING id)
         INSERT INTO access_key (hash, member_id, label) SELECT $3, id, 'test' FROM twin`,
        [newId(), departmentId, hashSecret('the-key-of-the-twin')],
      );
      expect((await signIn('the-key-of-the-twin')).statusCode).toBe(201);
      await hire(anna);
      expect((await signIn('the-key-of-the-twin')).statusCode).toBe(401);
    } finally {
      await db.query(`UPDATE member SET email = id::text WHERE email = 'ANNA.EK@example.se'`);
      await db.query('CREATE UNIQUE INDEX member_email ON member (lower(email))');
    }
  });

  it('the old key still works when hiring fails', async () => {
    const key = await hire(anna);
    jest.spyOn(app.get(AuditLog), 'record').mockRejectedValueOnce(new Error('the disk is full'));
    await expect(hire({ ...anna, department: 'Kultur', roles: ['admin'] })).rejects.toThrow('disk');
    expect((await signIn(key)).json()).toMatchObject({ department: anna.department, roles: anna.roles });
  });

  it('refuses an unknown role', async () => {
    await expect(hire({ ...anna, roles: ['boss'] })).rejects.toMatchObject({ code: 'staff.no-such-role' });
  });
});
