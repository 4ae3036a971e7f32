import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { createTestApp } from '../../../test/support/app.js';
import { openTestDatabase, testDatabaseUrl } from '../../../test/support/database.js';
import { eventually } from '../../../test/support/eventually.js';
import { doorTo, type Door } from '../../../test/support/outage.js';
import { hire } from '../../../test/support/staff.js';
import { withTimeout } from '../queue/with-timeout.js';
import { drain } from './drain.js';

describe('a web server', () => {
  let app: NestFastifyApplication;
  let door: Door;
  let url: string;
  let answerSlowly: () => void;
  beforeEach(async () => {
    await (await openTestDatabase()).destroy();
    door = await doorTo(await testDatabaseUrl());
    app = await createTestApp({ DATABASE_URL: door.url });
    const slowly = new Promise<void>((resolve) => (answerSlowly = resolve));
    app
      .getHttpAdapter()
      .getInstance()
      .get('/slow', async () => {
        await slowly;
        return 'whole';
      });
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
  });
  afterEach(async () => {
    answerSlowly();
    await app.close();
    await door.shut();
  });

  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(url + path, { headers: { 'accept-language': 'en', ...headers } });
    const text = await answer.text();
    const { code } = (text.startsWith('{') ? JSON.parse(text) : {}) as { code?: string };
    return { status: answer.status, code, text, headers: answer.headers };
  };

  it('fails /readyz first when told to stop, and ends after the requests in progress', async () => {
    const slow = ask('/slow');
    // What the first page of a process costs must not take up the grace period.
    await ask('/amnen');
    const stopped = drain(app, 2_000);
    expect(await ask('/readyz')).toMatchObject({ status: 503, code: 'stopping' });
    // Still answered: the proxy may not have noticed yet.
    const page = await ask('/amnen');
    expect(page.status).toBe(200);
    expect(page.headers.get('connection')).toBe('close');
    await eventually(async () => (await ask('/healthz').catch(() => 'refused')) === 'refused', {
      what: 'taking no more requests',
    });
    answerSlowly();
    expect(await slow).toMatchObject({ status: 200, text: 'whole' });
    await stopped;
  });

  it('finishes the requests in progress when closed, but does not wait for keep-alive connections', async () => {
    const slow = ask('/slow');
    await ask('/healthz');
    const closed = app.close();
    await eventually(async () => (await ask('/healthz').catch(() => 'refused')) === 'refused', {
      what: 'taking no more requests',
    });
    answerSlowly();
    expect(await slow).toMatchObject({ status: 200, text: 'whole' });
    await withTimeout(10_000, closed);
  });

  it('ends open event streams when told to stop', async () => {
    const member = await hire(app, 'Anna');
    const db = app.get(DataSource);
    const id = '01f0b0f0-0000-7000-8000-000000000000';
    await db.query(
      `INSERT INTO broadcast (id, kind, state, lane, exercise, channels, audience, audience_name, expires_at, created_at, authors)
       VALUES ($1, 'alert', 'draft', 'urgent', false, 'mobile-first', '{"places": []}', 'x', now() + interval '1 day', now(), '{}')`,
      [id],
    );
    const stream = await fetch(`${url}/api/v1/broadcasts/${id}/events`, { headers: member.headers });
    const reader = stream.body!.getReader();
    let seen = '';
    while (!seen.includes('event: progress')) seen += Buffer.from((await reader.read()).value!).toString();
    const stopped = drain(app, 0);
    await eventually(async () => (await reader.read()).done, { what: 'the end of the stream' });
    await stopped;
  });

  it('answers 503 not-migrated while a migration is missing', async () => {
    const db = app.get(DataSource);
    const [gone] = await db.query<{ timestamp: string; name: string }[]>(
      'SELECT timestamp, name FROM migrations ORDER BY id DESC LIMIT 1',
    );
    await db.query('DELETE FROM migrations WHERE name = $1', [gone!.name]);
    try {
      expect(await ask('/readyz')).toMatchObject({ status: 503, code: 'not-migrated' });
      const page = await ask('/amnen');
      expect(page).toMatchObject({ status: 503, code: 'not-migrated' });
      expect(page.text).toContain('1 migrations have not run');
      expect(page.headers.get('retry-after')).toBe('5');
      expect((await ask('/healthz')).status).toBe(200);
    } finally {
      await db.query('INSERT INTO migrations (timestamp, name) VALUES ($1, $2)', [
        gone!.timestamp,
        gone!.name,
      ]);
    }
    await eventually(async () => (await ask('/readyz')).status === 200, { what: 'ready' });
  });

  it('answers 503 database-away while the database is down, and recovers when it is back', async () => {
    const member = await hire(app, 'Anna');
    expect((await ask('/api/v1/broadcasts', member.headers)).status).toBe(200);
    await door.shut();
    const api = await ask('/api/v1/broadcasts', member.headers);
    expect(api).toMatchObject({ status: 503, code: 'database-away' });
    expect(api.headers.get('retry-after')).toBe('5');
    expect(await ask('/readyz')).toMatchObject({ status: 503, code: 'not-ready' });
    const page = await ask('/amnen', { accept: 'text/html' });
    expect([page.status, page.headers.get('retry-after')]).toEqual([503, '5']);
    expect(page.text).toContain('Databasen svarar inte just nu.');
    await door.open();
    await eventually(async () => (await ask('/api/v1/broadcasts', member.headers)).status === 200, {
      what: 'the API again',
    });
  });
});
