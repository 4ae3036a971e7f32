import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startTestApp } from '../../../test/support/app.js';
import { openTestDatabase } from '../../../test/support/database.js';
import { securityHeaders } from '../../../test/support/security-headers.js';
import { hire } from '../../../test/support/staff.js';

describe('HTTP headers', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    await (await openTestDatabase()).destroy();
    app = await startTestApp({ PUBLIC_URL: 'https://sms.example.se' });
  });
  afterAll(() => app.close());

  it.each([
    ['a public page', '/amnen', 200],
    ['a stylesheet', '/style/site.css', 200],
    ['a page that does not exist', '/finns-inte', 404],
    ['a file of the site', '/robots.txt', 200],
    ['the description of the API', '/api', 200],
    ['an answer of the API', '/api/v1/session', 200],
    ['a map tile', '/api/v1/tiles/10/5/5.mvt', 204],
    ['a refusal of the API', '/api/v1/tiles/99/0/0.mvt', 400],
    ['a path that is too long to be routed', `/api/v1/broadcasts/${'a'.repeat(500)}`, 404],
    ['a health check', '/healthz', 200],
  ])('include all security headers for %s', async (_what, url, status) => {
    const { headers: key } = await hire(app, 'Anna');
    const answer = await app.inject({ url, headers: key });
    expect([answer.statusCode, answer.headers]).toEqual([status, expect.objectContaining(securityHeaders())]);
  });

  it('do not demand https if PUBLIC_URL is http', async () => {
    const plain = await startTestApp({ PUBLIC_URL: 'http://localhost:3000' });
    const { headers } = await plain.inject({ url: '/amnen' });
    await plain.close();
    expect(headers).not.toHaveProperty('strict-transport-security');
    expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
  });

  it('forbid caching of API answers', async () => {
    const { headers: key } = await hire(app, 'Anna');
    for (const url of ['/api/v1/broadcasts', '/api/v1/session', '/api/v1/directory/sources']) {
      const answer = await app.inject({ url, headers: key });
      expect([url, answer.headers['cache-control']]).toEqual([url, 'no-store']);
    }
  });

  it('with x-forwarded-for from an untrusted proxy cause a single log warning', async () => {
    const warned = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    const told = () =>
      warned.mock.calls.filter(([line]) => (line as { event?: string }).event === 'proxy.not-trusted');
    await app.inject({ url: '/healthz' });
    expect(told()).toHaveLength(0);
    for (const client of ['192.0.2.1', '192.0.2.2'])
      await app.inject({ url: '/healthz', headers: { 'x-forwarded-for': client } });
    expect(told()).toHaveLength(1);
    warned.mockRestore();
  });

  it('include www-authenticate on a 401', async () => {
    const answer = await app.inject({ url: '/api/v1/broadcasts' });
    expect([answer.statusCode, answer.headers['www-authenticate'], answer.headers['cache-control']]).toEqual([
      401,
      'Bearer realm="Budkavle"',
      'no-store',
    ]);
  });
});
