import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startTestApp } from '../../../test/support/app.js';
import { openTestDatabase, testDatabaseUrl } from '../../../test/support/database.js';
import { eventually } from '../../../test/support/eventually.js';
import { doorTo, type Door } from '../../../test/support/outage.js';

describe('the feeds when the database is away', () => {
  let app: NestFastifyApplication;
  let door: Door;
  beforeEach(async () => {
    await (await openTestDatabase()).destroy();
    door = await doorTo(await testDatabaseUrl());
    app = await startTestApp({ DATABASE_URL: door.url });
  });
  afterEach(async () => {
    await app.close();
    await door.shut();
  });

  const feeds = ['alerts.geojson', 'alerts.json', 'alerts.atom'];
  const get = (name: string, headers: Record<string, string> = {}) =>
    app.inject({ url: `/feeds/${name}`, headers });

  const undated = (body: string): string => body.replace(/"timestamp":"[^"]*"/, '');

  it('say what they said last, with its age, and go on when it is back', async () => {
    const before = await Promise.all(feeds.map((name) => get(name)));
    await door.shut();
    for (const [nth, name] of feeds.entries()) {
      const old = await eventually(async () => {
        const answer = await get(name);
        return Number(answer.headers['age']) > 0 && answer;
      });
      expect([old.statusCode, undated(old.body)]).toEqual([200, undated(before[nth]!.body)]);
      expect(old.headers['cache-control']).toContain('stale-if-error');
      const known = await get(name, { 'if-none-match': old.headers['etag'] as string });
      expect([known.statusCode, Number(known.headers['age']) > 0]).toEqual([304, true]);
    }

    await door.open();
    await eventually(async () => (await get('alerts.atom')).headers['age'] === '0');
  });

  it('answer 503 with a problem document if they never read it', async () => {
    // The first request of a process makes sure that the schema is there.
    expect((await app.inject({ url: '/robots.txt' })).statusCode).toBe(200);
    await door.shut();
    for (const name of feeds) {
      const answer = await get(name);
      expect([answer.statusCode, answer.json()]).toMatchObject([503, { code: 'database-away' }]);
      expect(answer.headers).toMatchObject({
        'content-type': expect.stringContaining('application/problem+json') as string,
        'access-control-allow-origin': '*',
        'cache-control': 'no-store',
        'retry-after': '5',
      });
    }
  });
});
