import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { startTestApp } from '../../test/support/app.js';
import { openTestDatabase } from '../../test/support/database.js';
import { newId } from '../kernel/ids.js';
import { MembersRepository } from './members.repository.js';
import { hashSecret } from './secrets.js';
import { itOnServer } from '../../test/support/on-server.js';

describe('a staff session', () => {
  let app: NestFastifyApplication;
  let db: DataSource;
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
    db = await openTestDatabase();
    app = await startTestApp();
  });
  beforeEach(async () => {
    await db.query('TRUNCATE code_allowance');
    await give(key);
  });
  afterAll(async () => {
    await app.close();
    await db.destroy();
  });

  const open = (secret: string, headers: Record<string, string> = {}) =>
    app.inject({ method: 'POST', url: '/api/v1/session', payload: { key: secret }, headers });
  const acts = async () =>
    (await db.query<{ action: string }[]>('SELECT action FROM audit_entry ORDER BY id')).map(
      (row) => row.action,
    );

  it('a session begins with a right key and ends at sign-out', async () => {
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

  it('a member belongs to the existing department of the same name, whatever id was given', async () => {
    const members = app.get(MembersRepository);
    const id = await members.ensureDepartment('Räddningstjänsten');
    const sara = { ...aino, id: newId(), email: 'sara@example.com', departmentName: 'Räddningstjänsten' };
    await members.ensureMember({ ...sara, departmentId: newId() }, hashSecret('a-key-of-sara'), 'test');
    expect(await members.findByKeyHash(hashSecret('a-key-of-sara'))).toMatchObject({ departmentId: id });
  });

  it('a session ends when its key is replaced', async () => {
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
  ])('signing in with %s is refused with a problem document', async (_name, payload, status, code) => {
    const answer = await app.inject({ method: 'POST', url: '/api/v1/session', payload });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ code, status, type: `urn:budkavle:${code}` });
  });

  it('a client is stopped after ten wrong keys, in the body or as a bearer, and the audit log has them', async () => {
    const before = (await acts()).length;
    for (let i = 0; i < 5; i++) {
      expect((await open(`wrong-${i}`)).statusCode).toBe(401);
      const bearer = { authorization: `Bearer wrong-${i}` };
      expect((await app.inject({ url: '/api/v1/session', headers: bearer })).statusCode).toBe(401);
    }
    expect((await acts()).slice(before)).toEqual(Array(10).fill('staff.sign-in-refused'));
    const refused = await open('wrong-again');
    expect(refused.json()).toMatchObject({ status: 429, code: 'staff.too-many-keys', minutes: 2 });
    expect(refused.headers['retry-after']).toBe('120');
    expect((await acts()).slice(before)).toHaveLength(10);
    // Another client behind the same address, with a right key, is let in.
    expect((await open(key)).statusCode).toBe(201);
  });

  // Connections to an embedded database share one session, so none of them ever waits for another's lock.
  itOnServer('a client over the limit of wrong keys is refused without waiting for a lock', async () => {
    for (let i = 0; i < 10; i++) await open(`wrong-${i}`);
    await db.transaction(async (tx) => {
      await tx.query('SELECT FROM code_allowance FOR UPDATE');
      expect((await open('wrong-again')).json()).toMatchObject({ code: 'staff.too-many-keys' });
    });
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a sibling domain', { 'sec-fetch-site': 'same-site' }, 403],
    ['another origin, in an old browser', { origin: 'https://evil.example' }, 403],
    ['no origin that is known', { origin: 'null' }, 403],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['text', { 'content-type': 'text/plain' }, 415],
  ])(
    'a request from %s can neither sign in, sign out nor act with a cookie',
    async (_from, headers: Record<string, string>, status) => {
      const form = { payload: `key=${key}`, headers };
      const json = { payload: { key }, headers };
      const given = 'content-type' in headers ? form : json;
      const signIn = await app.inject({ method: 'POST', url: '/api/v1/session', ...given });
      expect(signIn.statusCode).toBe(status);
      expect(signIn.cookies).toEqual([]);
      const { cookies: opened } = await open(key);
      const cookies = { [opened[0]!.name]: opened[0]!.value };
      for (const [method, url] of [
        ['DELETE', '/api/v1/session'],
        ['POST', '/api/v1/measure'],
      ] as const)
        expect((await app.inject({ method, url, ...given, cookies })).statusCode).toBe(status);
      expect((await app.inject({ url: '/api/v1/session', cookies })).statusCode).toBe(200);
    },
  );

  it('signing in and signing out are in the audit log', async () => {
    const { cookies } = await open(key);
    await app.inject({
      method: 'DELETE',
      url: '/api/v1/session',
      cookies: { [cookies[0]!.name]: cookies[0]!.value },
    });
    expect((await acts()).slice(-2)).toEqual(['staff.sign-in', 'staff.sign-out']);
  });

  it('signing in on https sets a __Host- cookie, and ignores any other cookie', async () => {
    const https = await startTestApp({ PUBLIC_URL: 'https://sms.example.se' });
    try {
      const signIn = await https.inject({ method: 'POST', url: '/api/v1/session', payload: { key } });
      const { name, value, secure, path } = signIn.cookies[0]!;
      expect({ name, secure, path }).toEqual({ name: '__Host-budkavle_staff', secure: true, path: '/' });
      const status = async (cookies: Record<string, string>) =>
        (await https.inject({ url: '/api/v1/session', cookies })).statusCode;
      expect(await status({ [name]: value })).toBe(200);
      expect(await status({ budkavle_staff: value })).toBe(401);
    } finally {
      await https.close();
    }
  });
});
