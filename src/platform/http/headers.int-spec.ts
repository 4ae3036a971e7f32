import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startTestApp } from '../../../test/support/app.js';
import { openTestDatabase } from '../../../test/support/database.js';
import { hire } from '../../../test/support/staff.js';

describe('what stands in the head of an answer', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    await (await openTestDatabase()).destroy();
    app = await startTestApp({ PUBLIC_URL: 'https://sms.example.se' });
  });
  afterAll(() => app.close());

  it('keeps browsers on https, and other sites’ windows and devices away', async () => {
    const { headers } = await app.inject({ url: '/amnen' });
    expect(headers).toMatchObject({
      'strict-transport-security': 'max-age=31536000',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    });
  });

  it('keeps the API’s answers out of every cache', async () => {
    const { headers: key } = await hire(app, 'Anna');
    for (const url of ['/api/v1/broadcasts', '/api/v1/session', '/api/v1/directory/sources']) {
      const answer = await app.inject({ url, headers: key });
      expect([url, answer.headers['cache-control']]).toEqual([url, 'no-store']);
    }
  });

  it('says once in the log that a proxy is not believed', async () => {
    const warned = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    const told = () => warned.mock.calls.filter(([text]) => String(text).includes('TRUSTED_PROXIES'));
    await app.inject({ url: '/healthz' });
    expect(told()).toHaveLength(0);
    for (const client of ['192.0.2.1', '192.0.2.2'])
      await app.inject({ url: '/healthz', headers: { 'x-forwarded-for': client } });
    expect(told()).toHaveLength(1);
    warned.mockRestore();
  });

  it('says how to sign in where that is missing', async () => {
    const answer = await app.inject({ url: '/api/v1/broadcasts' });
    expect([answer.statusCode, answer.headers['www-authenticate'], answer.headers['cache-control']]).toEqual([
      401,
      'Bearer realm="Budkavle"',
      'no-store',
    ]);
  });
});
