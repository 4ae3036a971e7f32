import { newId } from '../../kernel/ids.js';
import { TestLedger } from '../../../test/support/ledger.js';
import { itOnServer } from '../../../test/support/on-server.js';

const mobile = (n: number) => `+467017406${String(n).padStart(2, '0')}`;

// Also on the embedded database (postgis): addresses in an area are found with PostGIS.
describe('freezing an audience into the ledger', () => {
  let test: TestLedger;
  beforeAll(async () => {
    test = await TestLedger.open();
  });
  afterAll(() => test.close());

  it('writes one row per phone, in batches of at most a hundred of one channel', async () => {
    const broadcast = await test.approved({ mobiles: 95, landlines: 150 });
    const rows = await test.rows(broadcast);
    expect(rows.map(({ n }) => n)).toEqual(Array.from({ length: 245 }, (_, i) => i + 1));
    expect(new Set(rows.map(({ phone }) => phone)).size).toBe(245);
    const batches = await test.batchesOf(broadcast);
    expect(batches.flatMap(({ ns }) => ns)).toEqual(rows.map(({ n }) => n));
    for (const { ns } of batches) {
      expect(ns.length).toBeLessThanOrEqual(100);
      expect(new Set(ns.map((n) => rows[n - 1]!.channel)).size).toBe(1);
    }
  });

  it('enrols a phone at two addresses once, and keeps the reason of those left out', async () => {
    const { scene } = test;
    const area = await scene.area('Två hus', { x: 0, y: 0, side: 100 });
    const [one, two] = [
      await scene.address('Ett 1', { x: 10, y: 10 }),
      await scene.address('Två 2', { x: 20, y: 10 }),
    ];
    await one.phone(mobile(10));
    await two.phone(mobile(10));
    await two.phone(mobile(11), { objects: true });
    await two.phone(mobile(12), { protected: true });
    await test.db.query(`INSERT INTO address_place (place_id, address_id) SELECT $1, unnest($2::uuid[])`, [
      area,
      [one.id, two.id],
    ]);
    const broadcast = await test.approved({}, { audience: { places: [area] } });
    const rows = await test.rows(broadcast);
    expect(rows.map(({ phone, status, reason }) => [phone, status, reason])).toEqual([
      [mobile(10), 'planned', null],
      [mobile(11), 'suppressed', 'objection'],
      [mobile(12), 'suppressed', 'protected-identity'],
    ]);
    expect(await test.report(broadcast)).toMatchObject({
      planned: 1,
      suppressed: 0,
      reasons: {},
    });
    expect((await test.batchesOf(broadcast)).flatMap(({ ns }) => ns)).toEqual([1]);
  });

  it('the primary key rejects a second delivery to the same phone', async () => {
    const broadcast = await test.approved({ mobiles: 3 });
    await expect(test.db.transaction((tx) => test.enrolment.enrol(broadcast, tx))).rejects.toThrow(
      /duplicate key/,
    );
    await expect(
      test.db.query(
        `INSERT INTO delivery (broadcast_id, n, phone, channel, language, segments, generated, status)
         SELECT broadcast_id, 99, phone, channel, language, segments, generated, status FROM delivery
         WHERE broadcast_id = $1 AND n = 1`,
        [broadcast.id],
      ),
    ).rejects.toThrow(/duplicate key/);
    expect(await test.statuses(broadcast)).toEqual({ planned: 3 });
  });

  it("uses each phone's language, or the first text's, with the segments of that text", async () => {
    const { scene } = test;
    await test.db.query('DELETE FROM phone');
    const area = await scene.area('Språk', { x: 0, y: 0, side: 100 });
    const address = await scene.address('Språk 1', { x: 10, y: 10 });
    await address.phone(mobile(20), { language: 'sv' });
    await address.phone(mobile(21), { language: 'en' });
    await address.phone(mobile(22), { language: 'fi' });
    await address.phone('+46846500420', { kind: 'landline', language: 'en' });
    await test.db.query('INSERT INTO address_place (place_id, address_id) VALUES ($1, $2)', [
      area,
      address.id,
    ]);
    const { id } = await test.approved(
      {},
      {
        audience: { places: [area] },
        texts: [
          { language: 'en', sms: 'Boil the water.', segments: 2 },
          { language: 'sv', sms: 'Koka vattnet.', segments: 1 },
        ],
      },
    );
    const rows = await test.db.query<object[]>(
      'SELECT phone, language, segments FROM delivery WHERE broadcast_id = $1 ORDER BY n',
      [id],
    );
    expect(rows).toEqual([
      { phone: mobile(20), language: 'sv', segments: 1 },
      { phone: mobile(21), language: 'en', segments: 2 },
      { phone: mobile(22), language: 'en', segments: 2 },
      { phone: '+46846500420', language: 'en', segments: 1 },
    ]);
  });

  it.each([
    ['the first instant of a month', '2031-03-01T00:00:00.000Z', 'delivery_203103'],
    ['the last instant of a month', '2031-03-31T23:59:59.999Z', 'delivery_203103'],
    ['the turn of a year', '2032-01-01T00:00:00.000Z', 'delivery_203201'],
    ['a leap day', '2032-02-29T12:00:00.000Z', 'delivery_203202'],
  ])('keeps %s in the partition of its month', async (_when, at, partition) => {
    const createdAt = new Date(at);
    const broadcast = await test.approved({ mobiles: 2 }, { createdAt, expiresAt: new Date('2033-01-01') });
    const rows = await test.db.query<{ partition: string }[]>(
      'SELECT DISTINCT tableoid::regclass::text AS partition FROM delivery WHERE broadcast_id = $1',
      [broadcast.id],
    );
    expect(rows).toEqual([{ partition }]);
  });

  it("creates a month's partition once when several start at the same time", async () => {
    const at = new Date('2034-05-05T05:05:05Z');
    await Promise.all(
      Array.from({ length: 4 }, () => test.db.query('SELECT ensure_delivery_partition($1)', [at])),
    );
    await expect(test.approved({ mobiles: 1 }, { createdAt: at, id: newId(at) })).resolves.toBeDefined();
  });

  // The embedded database has one session, so nobody ever waits for a lock there.
  const there = async (month: string): Promise<boolean> =>
    (await test.db.query<{ there: boolean }[]>('SELECT to_regclass($1) IS NOT NULL AS there', [month]))[0]!
      .there;
  const locked = async (mode: string, work: () => Promise<void>): Promise<void> => {
    const other = test.db.createQueryRunner();
    await other.startTransaction();
    try {
      await other.query(`LOCK TABLE delivery IN ${mode} MODE`);
      await work();
    } finally {
      await other.rollbackTransaction();
      await other.release();
    }
  };

  itOnServer('creates a partition during an enrolment, and lets other enrolments into the ledger', () =>
    locked('ROW EXCLUSIVE', async () => {
      await test.db.query(`SELECT ensure_delivery_partition('2035-07-07')`);
      expect(await there('delivery_203507')).toBe(true);
      const createdAt = new Date('2035-08-08T08:08:08Z');
      const broadcast = await test.approved({ mobiles: 1 }, { createdAt, expiresAt: new Date('2036-01-01') });
      expect(await test.statuses(broadcast)).toEqual({ planned: 1 });
    }),
  );

  itOnServer("skips a month whose lock can't be taken, and creates it the next time", async () => {
    const [{ month }] = await test.db.query<[{ month: string }]>(
      `SELECT 'delivery_' || to_char((now() + interval '2 months') AT TIME ZONE 'UTC', 'YYYYMM') AS month`,
    );
    await test.db.query(`DROP TABLE IF EXISTS ${month}`);
    await locked('SHARE ROW EXCLUSIVE', async () => {
      await test.enrolment.prepareMonths();
      expect(await there(month)).toBe(false);
    });
    await test.enrolment.prepareMonths();
    expect(await there(month)).toBe(true);
  });
});
