import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { startTestApp, testConfig } from '../../test/support/app.js';
import { openTestDatabase } from '../../test/support/database.js';
import { addMember } from './add-member.js';
import { removeMember } from './remove-member.js';

const hiring = '--name Anna --email anna@example.se --department VA --roles author'.split(' ');
const leaving = ['--email', 'anna@example.se'];

describe('a member who leaves', () => {
  let app: NestFastifyApplication;
  let printed: jest.SpyInstance<void, Parameters<typeof console.log>>;
  beforeAll(async () => {
    printed = jest.spyOn(console, 'log').mockImplementation(() => undefined);
    await (await openTestDatabase()).destroy();
    app = await startTestApp();
  });
  afterAll(async () => {
    printed.mockRestore();
    await app.close();
  });

  const hire = async () => {
    await addMember(hiring)(await testConfig());
    return /^ {2}(\S+)$/m.exec(String(printed.mock.lastCall?.[0]))?.[1] ?? 'no key was printed';
  };
  const leave = async (argv = leaving) => removeMember(argv)(await testConfig());
  const signIn = (key: string) => app.inject({ method: 'POST', url: '/api/v1/session', payload: { key } });

  it('is signed out and can not sign in, until added again', async () => {
    const key = await hire();
    const { name, value } = (await signIn(key)).cookies[0]!;
    const whoAmI = () => app.inject({ url: '/api/v1/session', cookies: { [name]: value } });
    expect((await whoAmI()).statusCode).toBe(200);

    await leave();
    expect((await whoAmI()).statusCode).toBe(401);
    expect((await signIn(key)).json()).toMatchObject({ code: 'staff.wrong-key' });
    const byKey = await app.inject({ url: '/api/v1/session', headers: { authorization: `Bearer ${key}` } });
    expect(byKey.statusCode).toBe(401);

    expect((await signIn(await hire())).json()).toMatchObject({ name: 'Anna' });
    expect((await signIn(key)).statusCode).toBe(401);
    expect(
      await app.get(DataSource).query(
        `SELECT action, count(DISTINCT subject)::int AS people, count(*)::int AS times FROM audit_entry
         WHERE action LIKE 'member.%' GROUP BY action ORDER BY action`,
      ),
    ).toEqual([
      { action: 'member.hire', people: 1, times: 2 },
      { action: 'member.remove', people: 1, times: 1 },
    ]);
  });

  it('can be removed only once; an unknown e-mail is refused', async () => {
    await hire();
    await leave();
    await expect(leave()).rejects.toMatchObject({ code: 'staff.no-such-member' });
    await expect(leave(['--email', 'bo@example.se'])).rejects.toMatchObject({ code: 'staff.no-such-member' });
  });

  it.each([[[]], [['--email', 'anna']], [['--name', 'Anna']]])(
    'is not removed with wrong arguments, and the usage is shown: %j',
    async (argv) => {
      await expect(leave(argv)).rejects.toThrow('budkavle remove-member --email');
    },
  );
});
