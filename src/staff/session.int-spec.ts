import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startTestApp } from '../../test/support/app.js';
import { openTestDatabase } from '../../test/support/database.js';
import { newId } from '../kernel/ids.js';
import { MembersRepository } from './members.repository.js';
import { hashSecret } from './staff.guard.js';

describe('signing in', () => {
  let app: NestFastifyApplication;
  const key = 'a-key-of-somebody';
  const aino = {
    id: newId(),
    name: 'Aino Alm',
    email: 'aino@example.com',
    departmentId: newId(),
    departmentName: 'VA',
    roles: ['author' as const],
  };
  const give = (secret: string) => app.get(MembersRepository).ensureMember(aino, hashSecret(secret), 'test');

  beforeAll(async () => {
    await (await openTestDatabase()).destroy();
    app = await startTestApp();
    await give(key);
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

  it('is the department’s that is there already under this name, whatever id was meant for it', async () => {
    const members = app.get(MembersRepository);
    const id = await members.ensureDepartment('Räddningstjänsten');
    const sara = { ...aino, id: newId(), email: 'sara@example.com', departmentName: 'Räddningstjänsten' };
    await members.ensureMember({ ...sara, departmentId: newId() }, hashSecret('a-key-of-sara'), 'test');
    expect(await members.findByKeyHash(hashSecret('a-key-of-sara'))).toMatchObject({ departmentId: id });
  });

  it('ends with the key it was done with', async () => {
    await give('a-key-that-is-lost');
    const signIn = await app.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { key: 'a-key-that-is-lost' },
    });
    const cookies = { [signIn.cookies[0]!.name]: signIn.cookies[0]!.value };
    expect((await app.inject({ url: '/api/v1/session', cookies })).statusCode).toBe(200);
    await give('a-key-in-its-place');
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
