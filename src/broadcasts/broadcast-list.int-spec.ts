import { startTestApp } from '../../test/support/app.js';
import { openTestDatabase } from '../../test/support/database.js';
import { hire, type Hired } from '../../test/support/staff.js';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { newId } from '../kernel/ids.js';
import type { BroadcastState } from './broadcast.js';

describe('the list of broadcasts', () => {
  let db: DataSource;
  let app: NestFastifyApplication;
  let anna: Hired;
  const ids: string[] = [];

  beforeAll(async () => {
    db = await openTestDatabase();
    app = await startTestApp({});
    anna = await hire(app, 'Anna');
    const states: BroadcastState[] = [
      'draft',
      'completed',
      'sending',
      'cancelled',
      'completed',
      'paused',
      'rejected',
    ];
    for (const [n, state] of states.entries()) {
      const createdAt = new Date(Date.UTC(2026, 0, 1 + n));
      const id = newId(createdAt);
      ids.unshift(id);
      await db.query(
        `INSERT INTO broadcast (id, kind, state, lane, exercise, channels, audience, audience_name, expires_at, created_at, authors, version, planned)
         VALUES ($1, 'alert', $2, 'urgent', false, 'both', '{}', '', now(), $3, '{}', 1, $4)`,
        [id, state, createdAt, ['draft', 'rejected'].includes(state) ? null : 1],
      );
    }
  });
  afterAll(async () => {
    await app.close();
    await db.destroy();
  });

  const list = (query: string) =>
    app.inject({ method: 'GET', url: `/api/v1/broadcasts?${query}`, headers: anna.headers });
  const idsOf = (answer: { json: () => { id: string }[] }) => answer.json().map(({ id }) => id);

  it('each page links to the next, until all broadcasts were seen once', async () => {
    const seen: string[] = [];
    let query: string | undefined = 'limit=3';
    let pages = 0;
    while (query !== undefined && pages++ < 10) {
      const answer = await list(query);
      expect(answer.statusCode).toBe(200);
      seen.push(...idsOf(answer));
      query = /<\/api\/v1\/broadcasts\?(.*)>; rel="next"/.exec(String(answer.headers['link'] ?? ''))?.[1];
    }
    expect(seen).toEqual(ids);
    expect(pages).toBe(3);
  });

  it('the last page has no link to a next one', async () => {
    expect((await list('limit=7')).headers).not.toHaveProperty('link');
    expect((await list(`before=${ids.at(-1)}`)).json()).toEqual([]);
  });

  it('contains only the requested states, on each page', async () => {
    const [completed, sending] = [[ids[2], ids[5]], [ids[4]]];
    expect(idsOf(await list('state=completed'))).toEqual(completed);
    expect(idsOf(await list('state=completed&state=sending'))).toEqual([ids[2], ids[4], ids[5]]);
    const first = await list('state=completed&limit=1');
    expect(first.headers['link']).toBe(
      `</api/v1/broadcasts?limit=1&before=${completed[0]}&state=completed>; rel="next"`,
    );
    expect(idsOf(await list(`state=sending&before=${ids[3]}`))).toEqual(sending);
  });

  it.each(['before=1', 'state=unknown', 'limit=0', 'limit=201'])('refuses the query %s', async (query) => {
    expect((await list(query)).json()).toMatchObject({ status: 400, code: 'request.invalid' });
  });

  it('shows the percentage of final deliveries, also for broadcasts that are over', async () => {
    const percents = (await list('limit=7')).json<{ percent: number }[]>().map(({ percent }) => percent);
    // Rejected, paused, completed, cancelled, sending, completed, draft; without deliveries.
    expect(percents).toEqual([0, 0, 100, 100, 0, 100, 0]);
  });
});
