import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../test/support/database.js';
import { newId } from '../kernel/ids.js';
import { ApproversToldRepository } from './approvers/approvers-told.repository.js';
import { IncidentsRepository } from './incidents/incidents.repository.js';
import { LastPlacesRepository } from './last-places/last-places.repository.js';

interface Plan {
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}

const codes = 5_000;

/** Rows of `broadcast` that a plan has read. */
const read = (plan: Plan): number =>
  (plan['Relation Name'] === 'broadcast'
    ? (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops']
    : 0) + (plan.Plans ?? []).reduce((sum, each) => sum + read(each), 0);

/** A municipality sends few broadcasts and very many codes. */
describe('between many codes', () => {
  let db: DataSource;
  beforeAll(async () => {
    db = await openTestDatabase();
    await db.query(
      `INSERT INTO broadcast (id, kind, state, lane, exercise, channels, audience, audience_name, authors, expires_at, created_at)
       SELECT first_uuid_at(now() - make_interval(secs => n)), 'verification', 'completed', 'verification', false,
         'mobile-first', '{}', 'verification', '{}', now(), now() FROM generate_series(1, $1) n`,
      [codes],
    );
    await db.query('ANALYZE broadcast');
  });
  afterAll(() => db.destroy());

  /** Runs the statements of `work` for their plans. */
  async function rowsRead(work: (explained: DataSource) => Promise<unknown>): Promise<number> {
    let rows = 0;
    const explain = async (text: string, parameters?: unknown[]) => {
      const [row] = await db.query<[{ 'QUERY PLAN': [{ Plan: Plan }] }]>(
        `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${text}`,
        parameters,
      );
      rows += read(row['QUERY PLAN'][0].Plan);
      return [];
    };
    await work(
      new Proxy(db, { get: (of, name) => (name === 'query' ? explain : Reflect.get(of, name, of)) }),
    );
    return rows;
  }

  it.each([
    [
      'submissions to tell approvers of',
      (to: DataSource) => new ApproversToldRepository(to).due(new Date(), 10),
    ],
    ['incidents', (to: DataSource) => new IncidentsRepository(to).list({ limit: 30 })],
    ['the last places of a member', (to: DataSource) => new LastPlacesRepository(to).of(newId(new Date()))],
  ])('%s are found without reading the codes', async (_what, find) => {
    expect(await rowsRead(find)).toBeLessThan(codes / 10);
  });
});
