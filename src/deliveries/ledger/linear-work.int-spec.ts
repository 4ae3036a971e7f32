import type { DataSource, EntityManager } from 'typeorm';
import { openTestDatabase } from '../../../test/support/database.js';
import { PlanWork } from '../../../test/support/plan-work.js';
import { Scene } from '../../../test/support/scene.js';
import type { Broadcast } from '../../broadcasts/broadcast.js';
import { EnrolmentRepository } from './enrolment.repository.js';
import { ReachRepository } from '../../directory/reach/reach.repository.js';
import { newId } from '../../kernel/ids.js';
import { AudienceCountsRepository } from '../../audiences/audience-counts.repository.js';
import type { Audience } from '../../audiences/audience.js';
import { OverlapsRepository } from '../../audiences/overlaps.repository.js';
import { CountCache } from '../../audiences/count-cache.repository.js';

/** Number of addresses. Each has two phones. */
const size = 2_000;
/**
 * Maximum rows that a statement may visit: each row a few dozen times. Each row with each other row would be thousands.
 */
const most = 80 * 2 * size;

// Also on the embedded database (planner): a newer planner must not choose a plan that grows faster.
describe('the number of rows visited right after an import', () => {
  let db: DataSource;
  let all: string, half: string, rest: string;
  let earlier: Broadcast;
  const broadcast = (audience: Audience): Broadcast => ({
    id: newId(),
    kind: 'alert',
    state: 'approved',
    lane: 'urgent',
    exercise: false,
    channels: 'mobile-first',
    audience,
    audienceName: 'Alla',
    texts: [{ language: 'sv', sms: 'Koka vattnet.', segments: 1 }],
    expiresAt: new Date(Date.now() + 3_600_000),
    createdAt: new Date(),
    authors: [],
    version: 1,
  });

  beforeAll(async () => {
    db = await openTestDatabase();
    const scene = new Scene(db);
    all = await scene.municipality('Alla', { x: 0, y: 0, side: 900 });
    half = await scene.area('Hälften', { x: 0, y: 0, side: 900 });
    rest = await scene.area('Resten', { x: 0, y: 0, side: 900 });
    await db.query(
      `INSERT INTO address (id, source, source_key, street, number, search_name, point, point_source)
       SELECT gen_random_uuid(), 'scene', i::text, 'Gatan', i::text, 'gatan ' || i,
         ST_SetSRID(ST_MakePoint(828010 + i % 500, 7293010 + i / 500), 3006), 'own' FROM generate_series(1, $1::int) i`,
      [size],
    );
    await db.query(
      `INSERT INTO address_place SELECT p.id, a.id FROM place p JOIN address a
         ON p.id = $1 OR a.source_key::int % 2 = CASE p.id WHEN $2 THEN 0 ELSE 1 END`,
      [all, half],
    );
    await comeIn();
    earlier = broadcast({ places: [all] });
    await db.query(
      `INSERT INTO broadcast (id, kind, state, lane, exercise, channels, audience, audience_name, expires_at, created_at, authors, version, planned)
       VALUES ($1, 'alert', 'completed', 'urgent', false, 'mobile-first', '{}', '', now(), now(), '{}', 1, 1)`,
      [earlier.id],
    );
    await db.transaction((tx) => new EnrolmentRepository(db).enrol(earlier, tx));
  });
  afterAll(() => db.destroy());

  /** Inserts a register: a mobile and a landline at each address, one in fifty protected. */
  async function comeIn(): Promise<void> {
    await db.query(
      `INSERT INTO phone (e164, kind, generated) SELECT '+4670' || lpad(i::text, 7, '0'), 'mobile', true FROM generate_series(1, $1::int) i
       UNION ALL SELECT '+46920' || (200000 + i), 'landline', true FROM generate_series(1, $1::int) i ON CONFLICT DO NOTHING`,
      [size],
    );
    await db.query(
      `INSERT INTO phone_address (phone, address_id, role, source, household, protected)
       SELECT p.e164, a.id, 'resident', 'scene', 'h', right(p.e164, 2) = '50'
       FROM phone p JOIN address a ON right(p.e164, 6)::int % 200000 = a.source_key::int`,
    );
  }

  /** Refills the tables with the statistics of empty tables: the planner then assumes that they hold one row. */
  async function comeInAnew(): Promise<void> {
    await db.query('DELETE FROM phone_address');
    await db.query('DELETE FROM reach_due');
    await db.query('DELETE FROM reach');
    await db.query('ANALYZE reach, reach_due, phone_address');
    await comeIn();
  }

  const moments = {
    'when the planner has no statistics': () =>
      db.query(`DELETE FROM pg_statistic WHERE starelid IN
      ('reach'::regclass, 'reach_due'::regclass, 'phone'::regclass, 'phone_address'::regclass, 'address_place'::regclass)`),
    'when the planner thinks that filled tables are empty': comeInAnew,
    'when all reach has been computed, and all is due again': async () => {
      await comeInAnew();
      const reach = new ReachRepository(db);
      while ((await reach.refresh(10_000)).taken > 0);
      await db.query('INSERT INTO reach_due SELECT id FROM address');
    },
  };
  const audiences: Record<string, () => Audience> = {
    'a place': () => ({ places: [all] }),
    'places but for one': () => ({ places: [all], minus: { places: [half] } }),
    'a role': () => ({ places: [all], roles: ['resident'] }),
    'an extension': () => ({ places: [all, half], beyond: earlier.id }),
    'an all-clear': () => ({ recipientsOf: earlier.id }),
  };

  const visited = async (work: (tx: EntityManager) => Promise<unknown>): Promise<number> => {
    const plan = new PlanWork();
    const runner = db.createQueryRunner();
    await runner.startTransaction();
    try {
      // This memory limit is as small for the addresses here as the usual one is for a million.
      await runner.query(`SET LOCAL work_mem = '256kB'`);
      await work(plan.measuring(runner.manager));
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
    return plan.visited;
  };

  describe.each(Object.entries(moments))('%s', (_, begin) => {
    beforeAll(async () => {
      await begin();
    });

    it.each(Object.entries(audiences))('counting visits linearly many rows: %s', async (_, audience) => {
      const counts = new AudienceCountsRepository(db, new CountCache(db));
      const rows = await visited((tx) => counts.countNow(audience(), 'mobile-first', tx));
      expect(rows).toBeGreaterThan(size);
      expect(rows).toBeLessThan(most);
    });

    it.each(Object.entries(audiences))('enrolling visits linearly many rows: %s', async (_, audience) => {
      const enrolment = new EnrolmentRepository(db);
      const rows = await visited((tx) => enrolment.enrol(broadcast(audience()), tx));
      expect(rows).toBeGreaterThan(size);
      expect(rows).toBeLessThan(most);
    });

    it('finding what two areas share visits linearly many rows', async () => {
      const overlaps = new OverlapsRepository(db);
      const others = [{ places: [rest] }, { places: [rest], minus: { places: [half] } }];
      const rows = await visited((tx) => overlaps.with({ places: [half] }, others, tx));
      expect(rows).toBeGreaterThan(size / 2);
      expect(rows).toBeLessThan(most);
    });

    it('computing reach visits linearly many rows', async () => {
      const rows = await visited((tx) => new ReachRepository(db).refresh(10_000, tx));
      expect(rows).toBeGreaterThan(size);
      expect(rows).toBeLessThan(most);
    });
  });

  it('counting a few addresses does not read all that are due', async () => {
    const few = await new Scene(db).area('Några', { x: 0, y: 0, side: 900 });
    await db.query('INSERT INTO address_place SELECT $1, id FROM address LIMIT 20', [few]);
    const many = 50_000;
    // Statistics that make the planner think that all of the list belongs to one address.
    await db.query('DELETE FROM reach_due');
    await db.query('INSERT INTO reach_due SELECT $1::uuid FROM generate_series(1, $2::int)', [newId(), many]);
    await db.query('ANALYZE reach_due');
    await db.query('DELETE FROM reach_due');
    await db.query('INSERT INTO reach_due SELECT gen_random_uuid() FROM generate_series(1, $1::int)', [many]);
    await db.query('INSERT INTO reach_due SELECT id FROM address');
    const counts = new AudienceCountsRepository(db, new CountCache(db));
    const rows = await visited((tx) => counts.countNow({ places: [few] }, 'mobile-first', tx));
    expect(rows).toBeGreaterThan(20);
    // It reads about ten thousand rows to find that there are many.
    expect(rows).toBeLessThan(many / 2);
  });
});
