import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startTestApp } from '../../test/support/app.js';
import { openTestDatabase } from '../../test/support/database.js';

describe('files at well-known addresses', () => {
  let app: NestFastifyApplication;
  let silent: NestFastifyApplication;
  beforeAll(async () => {
    await (await openTestDatabase()).destroy();
    app = await startTestApp({
      PUBLIC_URL: 'https://sms.example.se/',
      CONTACT_PHONE: '08-465 004 10',
      CONTACT_EMAIL: 'info@example.se',
      CONTACT_URL: 'https://www.example.se/kontakt',
    });
    silent = await startTestApp();
  });
  afterAll(async () => {
    await app.close();
    await silent.close();
  });

  it("robots.txt allows the residents' pages and disallows the API and the console", async () => {
    const { statusCode, headers, body } = await app.inject({ url: '/robots.txt' });
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
    expect(body.split('\n')).toEqual(['User-agent: *', 'Disallow: /api/', 'Disallow: /console', '']);
  });

  it('security.txt gives the configured contacts in order, and an expiry date', async () => {
    const { statusCode, headers, body } = await app.inject({ url: '/.well-known/security.txt' });
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
    const expires = /^Expires: (.*)$/m.exec(body)![1]!;
    expect(body.split('\n')).toEqual([
      'Contact: mailto:info@example.se',
      'Contact: https://www.example.se/kontakt',
      'Contact: tel:+46846500410',
      `Expires: ${expires}`,
      'Preferred-Languages: sv, en',
      'Canonical: https://sms.example.se/.well-known/security.txt',
      '',
    ]);
    const days = (Date.parse(expires) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(179);
    expect(days).toBeLessThan(181);
  });

  it('security.txt is missing when no contact is configured', async () => {
    expect((await silent.inject({ url: '/.well-known/security.txt' })).statusCode).toBe(404);
  });
});
