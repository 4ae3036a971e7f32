import { testConfig } from '../../../test/support/app.js';
import { fictionMobile } from '../../../test/support/fiction-phones.js';
import { TestLedger } from '../../../test/support/ledger.js';
import { pollUntil } from '../../../test/support/pipeline.js';
import type { Broadcast } from '../../broadcasts/broadcast.js';
import { DisposalRepository } from './disposal.repository.js';
import { DisposeOfDeliveries } from './dispose-of-deliveries.js';
import { itOnServer } from '../../../test/support/on-server.js';

const daysAgo = (days: number): Date => new Date(Date.now() - days * 86_400_000);

const nameOf = (date: Date): string => `delivery_${date.toISOString().slice(0, 7).replace('-', '')}`;

describe('disposing of who got what', () => {
  let test: TestLedger;
  let dispose: DisposeOfDeliveries;
  beforeAll(async () => {
    test = await TestLedger.open();
    const { db, ledger, broadcasts } = test;
    dispose = new DisposeOfDeliveries(new DisposalRepository(db), ledger, broadcasts, await testConfig());
  });
  afterAll(() => test.close());

  /**
   * A broadcast sent `days` days ago to two phones, one of them in doubt. It has been over since then, unless another
   * state is given. Its deliveries changed last `days` days ago, unless `lastHeard` is given.
   */
  const sent = async (
    days: number,
    { lastHeard = days, ...more }: Partial<Broadcast> & { lastHeard?: number } = {},
  ): Promise<Broadcast> => {
    const createdAt = daysAgo(days);
    const { kind = 'alert' } = more;
    const broadcast = await test.approved({ mobiles: 2 }, { createdAt, kind });
    const batch = (await test.batches.claim(broadcast.id, 'sms', 'a'))!;
    const tokens = await test.startSending(batch);
    await test.ledger.record(broadcast.id, 'sms', [
      { n: 1, token: tokens.get(1)!, result: { kind: 'accepted', providerRef: 'SM1' } },
      { n: 2, token: tokens.get(2)!, result: { kind: 'in-doubt', reason: 'timeout' } },
    ]);
    const token = tokens.get(1)!;
    await test.receipts.keep([
      { broadcastId: broadcast.id, n: 1, token, providerRef: 'SM1', status: 'delivered' },
    ]);
    await test.receipts.apply(10);
    await test.db.query(
      `UPDATE delivery SET updated_at = $2, status = CASE n WHEN 2 THEN 'unknown' ELSE status END WHERE broadcast_id = $1`,
      [broadcast.id, daysAgo(lastHeard)],
    );
    const { state = 'completed', completedAt = createdAt, expiresAt = createdAt } = more;
    await test.db.query(
      `UPDATE broadcast SET state = $2, completed_at = $3, expires_at = $4, planned = 2 WHERE id = $1`,
      [broadcast.id, state, state === 'completed' ? completedAt : null, expiresAt],
    );
    return broadcast;
  };
  const traces = async ({ id }: Broadcast): Promise<number> => {
    const tables = ['delivery', 'delivery_event', 'delivery_doubt', 'delivery_batch'];
    const counted = await Promise.all(
      tables.map((table) =>
        test.db.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${table} WHERE broadcast_id = $1`, [
          id,
        ]),
      ),
    );
    return counted.reduce((sum, [row]) => sum + row!.n, 0);
  };
  const percentOf = async ({ id }: Broadcast) => (await test.reports.percents([id])).get(id);

  const counts = ({ id }: Broadcast) => test.reports.counts(id);

  /** True while any session of this database waits for a lock: on a month, or on the ledger it is a partition of. */
  const someoneWaits = async (): Promise<boolean> => {
    const waiting = await test.db.query<unknown[]>(
      `SELECT FROM pg_locks WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    return waiting.length > 0;
  };

  it('erases all personal data of an old broadcast, and the report stays the same', async () => {
    const old = await sent(120);
    expect(await traces(old)).toBeGreaterThan(3);
    const before = await test.report(old);
    expect(before).toMatchObject({ planned: 2, delivered: 1, unknown: 1 });
    const countsBefore = await counts(old);
    expect(countsBefore.reduce((sum, { placed }) => sum + placed!, 0)).toBeGreaterThan(0);
    await dispose.run();
    expect(await traces(old)).toBe(0);
    expect(await test.report(old)).toEqual(before);
    expect(await counts(old)).toEqual(countsBefore.map((count) => ({ ...count, recent: 0 })));
    expect(await percentOf(old)).toBe(100);
    expect((await test.broadcasts.get(old.id)).texts[0]!.sms).toBe('Koka vattnet.');
    const kept = await test.db.query<{ counts: object }[]>('SELECT counts FROM disposed_broadcast');
    expect(JSON.stringify(kept)).not.toContain(fictionMobile(0).slice(1));
    await dispose.run();
    expect(await test.report(old)).toEqual(before);
  });

  it.each<[string, number, NonNullable<Parameters<typeof sent>[1]>]>([
    ['younger', 80, {}],
    ['written long ago but completed recently', 120, { completedAt: daysAgo(80) }],
    ['still being sent', 120, { state: 'sending', expiresAt: daysAgo(-1) }],
    ['paused', 120, { state: 'paused', expiresAt: daysAgo(-1) }],
    ['not completed and expired only recently', 120, { state: 'sending', expiresAt: daysAgo(80) }],
    ['cancelled, with a recent change to a delivery', 120, { state: 'cancelled', lastHeard: 80 }],
  ])('keeps a broadcast that is %s', async (_what, days, more) => {
    const broadcast = await sent(days, more);
    const before = await traces(broadcast);
    await dispose.run();
    expect(await traces(broadcast)).toBe(before);
    await test.db.query(`UPDATE broadcast SET state = 'draft' WHERE id = $1`, [broadcast.id]);
  });

  it('disposes of a broadcast that was cancelled long ago, even if it would have expired later', async () => {
    const broadcast = await sent(120, { state: 'cancelled', expiresAt: daysAgo(85) });
    const before = await test.report(broadcast);
    await dispose.run();
    expect(await traces(broadcast)).toBe(0);
    expect(await test.report(broadcast)).toEqual(before);
  });

  it('disposes of a broadcast that expired long ago without being completed', async () => {
    const broadcast = await sent(120, { state: 'sending' });
    await test.db.query(
      `UPDATE delivery SET status = CASE n WHEN 1 THEN 'planned' ELSE 'in-doubt' END WHERE broadcast_id = $1`,
      [broadcast.id],
    );
    await dispose.run();
    expect(await traces(broadcast)).toBe(0);
    expect(await test.report(broadcast)).toMatchObject({ planned: 2, expired: 1, inDoubt: 1, pending: 0 });
  });

  it('deletes a verification code entirely, with its broadcast', async () => {
    const code = await sent(120, { kind: 'verification' });
    await dispose.run();
    expect(await traces(code)).toBe(0);
    expect(await test.db.query('SELECT FROM broadcast WHERE id = $1', [code.id])).toEqual([]);
    expect(await test.db.query('SELECT FROM disposed_broadcast WHERE broadcast_id = $1', [code.id])).toEqual(
      [],
    );
  });

  it('several workers at once dispose of each broadcast exactly once', async () => {
    const days = [121, 122, 123, 124, 155, 156, 187, 188, 219, 220, 251, 252];
    // Months are created before they are used, as the product does. A statement planned before would not see them.
    for (const day of days) await test.db.query('SELECT ensure_delivery_partition($1)', [daysAgo(day)]);
    const many = await Promise.all(days.map((day) => sent(day)));
    await Promise.all(Array.from({ length: 4 }, () => dispose.run()));
    for (const broadcast of many) {
      expect(await traces(broadcast)).toBe(0);
      expect(await test.report(broadcast)).toMatchObject({ planned: 2, delivered: 1, unknown: 1 });
    }
  });

  it('drops an empty month and keeps a month with deliveries', async () => {
    const months = () =>
      test.db.query<{ name: string }[]>(
        `SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'delivery'::regclass ORDER BY 1`,
      );
    for (const day of [daysAgo(400), new Date()])
      await test.db.query('SELECT ensure_delivery_partition($1)', [day]);
    const held = await sent(300, { completedAt: daysAgo(10) });
    expect(await months()).toContainEqual({ name: nameOf(daysAgo(400)) });
    await dispose.run();
    expect(await months()).not.toContainEqual({ name: nameOf(daysAgo(400)) });
    expect(await months()).toContainEqual({ name: nameOf(daysAgo(300)) });
    expect(await months()).toContainEqual({ name: nameOf(new Date()) });
    expect(await traces(held)).toBeGreaterThan(0);
  });

  // Clients of an embedded database share one session, so nobody ever waits for another client's lock there.
  itOnServer('never drops a month while a draft of that month is being approved', async () => {
    const draft = await sent(500, { completedAt: daysAgo(499) });
    await dispose.run();
    await test.db.query('SELECT ensure_delivery_partition($1)', [draft.createdAt]);
    let disposed = false;
    await test.db.transaction(async (tx) => {
      await test.enrolment.enrol(draft, tx);
      void dispose.run().then(() => (disposed = true));
      await pollUntil(
        async () => disposed || (await someoneWaits()),
        (isThere) => isThere,
      );
    });
    await pollUntil(
      () => Promise.resolve(disposed),
      (isDone) => isDone,
    );
    expect(await test.rows(draft)).toHaveLength(2);
  });
});
