import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startTestApp } from '../../test/support/app.js';
import { eventually } from '../../test/support/eventually.js';
import { fictionLandline, fictionMobile } from '../../test/support/fiction-phones.js';
import { TestLedger } from '../../test/support/ledger.js';
import { hire, type Hired } from '../../test/support/staff.js';
import type { Broadcast } from '../broadcasts/broadcast.js';
import { DisposeOfDeliveries } from '../deliveries/disposal/dispose-of-deliveries.js';
import { Sweeper } from './sweeper.js';
import { Upkeep } from './upkeep.js';

const daysAgo = (days: number): Date => new Date(Date.now() - days * 86_400_000);

/** The tables that may contain phones: the directory knows people with or without a broadcast. */
const directory = ['phone', 'phone_address'];

describe('a broadcast whose deliveries are disposed of', () => {
  let test: TestLedger;
  let app: NestFastifyApplication;
  let anna: Hired;
  beforeAll(async () => {
    test = await TestLedger.open();
    app = await startTestApp();
    anna = await hire(app, 'Anna');
  });
  afterAll(async () => {
    await app.close();
    await test.close();
  });

  /** A broadcast that ended `days` days ago, with every outcome by text and call, and with rows in every table. */
  const ended = async (days: number): Promise<Broadcast> => {
    const { id } = await test.approved({ mobiles: 20, landlines: 4 }, { createdAt: daysAgo(days + 1) });
    await test.db.query(
      `UPDATE delivery SET token = 'AAAAAAAAAAAAAAAA', provider_ref = 'SM' || n, updated_at = $2,
         confirmed = channel = 'voice', resent = n % 9 = 0,
         status = (ARRAY['delivered', 'undelivered', 'rejected', 'suppressed', 'unknown', 'no-receipt', 'cancelled'])[1 + n % 7],
         reason = CASE n % 7 WHEN 1 THEN '30003' WHEN 2 THEN (ARRAY['21211', '30006'])[1 + n % 2] WHEN 3 THEN 'objected' END
       WHERE broadcast_id = $1`,
      [id, daysAgo(days)],
    );
    await test.db.query(`INSERT INTO delivery_doubt (broadcast_id, n, look_at) VALUES ($1, 4, now())`, [id]);
    await test.db.query(
      `INSERT INTO delivery_event (broadcast_id, n, kind, detail) VALUES ($1, 4, 'given-up', '{"ref": "SM4"}')`,
      [id],
    );
    await test.db.query(
      `UPDATE broadcast SET state = 'completed', planned = 21, started_at = $2, completed_at = $2, expires_at = $2 WHERE id = $1`,
      [id, daysAgo(days)],
    );
    return test.broadcasts.get(id);
  };

  const answers = async ({ id }: Broadcast): Promise<string[]> => {
    const paths: [string, string?][] = [
      [`/broadcasts/${id}`],
      [`/broadcasts`],
      [`/broadcasts/${id}/report`],
      [`/broadcasts/${id}/report`, 'text/csv'],
      [`/broadcasts/${id}/report?separator=semicolon`, 'text/csv'],
    ];
    const given: string[] = [];
    for (const [path, accept] of paths) {
      const headers = { ...anna.headers, ...(accept ? { accept } : {}) };
      const answer = await app.inject({ url: `/api/v1${path}`, headers });
      expect(answer.statusCode).toBe(200);
      given.push(answer.body);
    }
    return given;
  };
  const doubts = async ({ id }: Broadcast): Promise<unknown[]> =>
    (await app.inject({ url: `/api/v1/broadcasts/${id}/report/doubts`, headers: anna.headers })).json();

  /** The names of all tables in which any of the texts occurs. */
  const tablesWith = async (texts: readonly string[]): Promise<string[]> => {
    const tables = await test.db.query<{ name: string }[]>(
      `SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition
         AND relnamespace = 'public'::regnamespace AND relname <> ALL($1) ORDER BY 1`,
      [[...directory, 'spatial_ref_sys', 'migrations']],
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const [row] = await test.db.query<{ there: boolean }[]>(
        `SELECT EXISTS (SELECT FROM ${name} t WHERE t::text LIKE ANY($1)) AS there`,
        [texts.map((text) => `%${text}%`)],
      );
      if (row!.there) found.push(name);
    }
    return found;
  };

  it('every API answer stays identical, and no table contains a phone', async () => {
    const old = await ended(91);
    const before = await answers(old);
    const phones = [fictionMobile(0), fictionMobile(19), fictionLandline(0)];
    expect(await tablesWith(phones)).toEqual(['delivery']);
    expect(await tablesWith([old.id])).toEqual(expect.arrayContaining(['delivery_event']));
    expect((await doubts(old)).length).toBeGreaterThan(2);
    await app.get(DisposeOfDeliveries).run();
    expect(await tablesWith(phones)).toEqual([]);
    expect(await tablesWith([old.id])).toEqual([
      'audit_entry',
      'broadcast',
      'broadcast_event',
      'broadcast_text',
      'disposed_broadcast',
    ]);
    expect(await answers(old)).toEqual(before);
    expect(await doubts(old)).toEqual([]);
  });

  it('the sweeper only completes it, and changes nothing else', async () => {
    const old = await ended(92);
    await test.db.query(`UPDATE broadcast SET state = 'sending', completed_at = NULL WHERE id = $1`, [
      old.id,
    ]);
    await app.get(DisposeOfDeliveries).run();
    const before = await test.report(old);
    await app.get(Sweeper).run();
    expect(await test.broadcasts.get(old.id)).toMatchObject({ state: 'completed', planned: 21 });
    expect(await test.report(old)).toEqual(before);
  });

  it('upkeep disposes of it without being asked, and leaves newer broadcasts alone', async () => {
    const [old, young] = [await ended(93), await ended(89)];
    const before = await answers(young);
    const upkeep = app.get(Upkeep);
    upkeep.start();
    try {
      await eventually(async () => (await test.rows(old)).length === 0);
    } finally {
      await upkeep.stop();
    }
    expect(await test.rows(young)).toHaveLength(24);
    expect((await answers(young))[2]).toEqual(before[2]);
  });
});
