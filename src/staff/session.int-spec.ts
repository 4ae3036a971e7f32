import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startTestApp } from '../../test/support/app.js';
import { openTestDatabase } from '../../test/support/database.js';
import { newId } from '../kernel/ids.js';
import { MembersRepository } from './members.repository.js';
import { hashSecret } from './staff.guard.js';

describe('signing in', () => {
  let app: NestFastifyApplication;
  const key = 'a-key-of-somebody';

  beforeAll(async () => {
    await (await openTestDatabase()).destroy();
    app = await startTestApp();
    await app.get(MembersRepository).ensureMember(
      {
        id: newId(),
        name: 'Aino Alm',
        email: 'aino@example.com',
        departmentId: newId(),
        departmentName: 'VA',
        roles: ['author'],
      },
      hashSecret(key),
      'test',
    );
  });
  afterAll(() => app.close());

  it('gives a session for a right key, and ends it', async () => {
    const signIn = await app.inject({ method: 'POST', url: '/api/v1/session', payload: { key } });
    expect(signIn.statusCode).toBe(201);
    const cookie = signIn.cookies[0];
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
    const cookies = { [cookie!.name]: cookie!.value };
    expect((await app.inject({ url: '/api/v1/session', cookies })).json()).toMatchObject({
      name: 'Aino Alm',
    });
    await app.inject({ method: 'DELETE', url: '/api/v1/session', cookies });
    expect((await app.inject({ url: '/api/v1/session', cookies })).statusCode).toBe(401);
  });

  it.each([
    ['a wrong key', { key: 'wrong' }, 401, 'staff.wrong-key'],
    ['no key', {}, 400, 'request.invalid'],
    ['a field nobody knows', { key, admin: true }, 400, 'request.invalid'],
  ])('refuses %s with a problem document', async (_name, payload, status, code) => {
    const answer = await app.inject({ method: 'POST', url: '/api/v1/session', payload });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ code, status, type: `urn:budkavle:${code}` });
  });
});
