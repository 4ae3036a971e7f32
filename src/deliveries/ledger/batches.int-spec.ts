import type { BroadcastState } from '../../broadcasts/broadcast.js';
import { TestLedger } from '../../../test/support/ledger.js';
import type { ClaimedBatch } from '../delivery.js';

// Also on the embedded database (session): claims skip locked rows, but nothing is ever locked there.
describe('batches', () => {
  let test: TestLedger;
  beforeAll(async () => {
    test = await TestLedger.open();
  });
  afterAll(() => test.close());

  const claim = async (id: string, worker = 'a'): Promise<ClaimedBatch> =>
    (await test.batches.claim(id, 'voice', worker))!;

  it('each batch is claimed by one worker only, even when many ask at once', async () => {
    const broadcast = await test.approved({ landlines: 280 });
    await test.db.query(
      `WITH cut AS (DELETE FROM delivery_batch WHERE broadcast_id = $1 RETURNING broadcast_id, channel, ns)
       INSERT INTO delivery_batch (broadcast_id, channel, ns) SELECT broadcast_id, channel, ARRAY[n] FROM cut, unnest(ns) n`,
      [broadcast.id],
    );
    const taken: ClaimedBatch[] = [];
    const worker = async (name: string): Promise<void> => {
      for (;;) {
        const batch = await test.batches.claim(broadcast.id, 'voice', name);
        if (!batch) return;
        taken.push(batch);
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, i) => worker(`worker ${i}`)));
    // A claim may find that the last free batch is locked by another, and end. A real loop looks again within a second.
    await worker('last');
    expect(new Set(taken.map(({ id }) => id)).size).toBe(taken.length);
    expect(taken.flatMap(({ planned }) => planned.map(({ n }) => n)).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 280 }, (_, i) => i + 1),
    );
  });

  it("due broadcasts match the sender's channel and kinds, highest lane first, then oldest first", async () => {
    const made = [
      await test.approved({ mobiles: 1 }, { lane: 'routine' }),
      await test.approved({ mobiles: 1 }, { lane: 'crisis' }),
      await test.approved({ mobiles: 1 }, { lane: 'urgent' }),
      await test.approved({ mobiles: 1 }, { lane: 'crisis' }),
      await test.approved({ mobiles: 1 }, { lane: 'verification', kind: 'verification' }),
      await test.approved({ landlines: 1 }, { lane: 'crisis' }),
    ];
    const [routine, crisis, urgent, crisis2, code] = made.map(({ id }) => id);
    const due = async (kinds: string[]) => {
      const ids = (await test.batches.due({ id: 'any', channel: 'sms', kinds })).map(({ id }) => id);
      return ids.filter((id) => made.some((one) => one.id === id));
    };
    expect(await due(['alert'])).toEqual([crisis, crisis2, urgent, routine]);
    expect(await due(['topic', 'verification'])).toEqual([code]);
    await test.batches.claim(crisis!, 'sms', 'a');
    expect(await due(['alert'])).toEqual([crisis2, urgent, routine]);
  });

  it.each<[BroadcastState, boolean]>([
    ['approved', true],
    ['sending', true],
    ['paused', false],
    ['cancelled', false],
    ['completed', false],
    ['draft', false],
  ])('a batch of a broadcast in state %s may be sent: %p', async (state, may) => {
    const { id } = await test.approved({ landlines: 2 });
    const batch = await claim(id);
    await test.db.query('UPDATE broadcast SET state = $2 WHERE id = $1', [id, state]);
    expect((await test.startSending(batch)).size).toBe(may ? 2 : 0);
    expect(await test.statuses({ id })).toEqual(may ? { sending: 2 } : { planned: 2 });
  });

  it('a batch of an expired broadcast is not sent', async () => {
    const { id } = await test.approved({ landlines: 2 });
    const batch = await claim(id);
    await test.db.query('UPDATE broadcast SET expires_at = now() WHERE id = $1', [id]);
    expect((await test.startSending(batch)).size).toBe(0);
  });

  it('a worker that slept through its lease may not send, before and after another worker claims the batch', async () => {
    const { id } = await test.approved({ landlines: 3 });
    const slept = await claim(id, 'sleeper');
    await test.leaseRunsOut({ id });
    expect((await test.startSending(slept)).size).toBe(0);
    await test.batches.reclaim();
    expect((await test.startSending(slept)).size).toBe(0);
    const now = await claim(id, 'successor');
    expect(now.fence).toBeGreaterThan(slept.fence);
    expect((await test.startSending(slept)).size).toBe(0);
    await test.batches.release(slept, []);
    expect(await test.batchesOf({ id })).toMatchObject([{ worker: 'successor' }]);
    expect((await test.startSending(now)).size).toBe(3);
  });

  it('sending from a batch renews its lease', async () => {
    const { id } = await test.approved({ landlines: 2 });
    const batch = await claim(id);
    await test.db.query(`UPDATE delivery_batch SET lease_until = now() + interval '1 second' WHERE id = $1`, [
      batch.id,
    ]);
    await test.startSending(batch, [1]);
    const [row] = await test.db.query<{ s: number }[]>(
      `SELECT extract(epoch FROM lease_until - now())::float8 AS s FROM delivery_batch WHERE id = $1`,
      [batch.id],
    );
    expect(row!.s).toBeGreaterThan(25);
  });

  it('reclaiming the batch of a dead worker: what was being sent is in doubt, the rest is planned', async () => {
    const broadcast = await test.approved({ landlines: 5 });
    const { id } = broadcast;
    const batch = await claim(id, 'lost');
    await test.startSending(batch, [1, 2]);
    expect(await test.batches.reclaim()).toBe(0);
    await test.leaseRunsOut({ id });
    expect(await test.batches.reclaim()).toBe(1);
    expect(await test.batches.reclaim()).toBe(0);
    expect(await test.statuses({ id })).toEqual({ 'in-doubt': 2, planned: 3 });
    expect(await test.report(broadcast)).toMatchObject({
      planned: 5,
      inDoubt: 2,
      pending: 3,
      reasons: { 'inDoubt:worker-lost': 2 },
    });
    const doubts = await test.db.query<{ n: number }[]>(
      'SELECT n FROM delivery_doubt WHERE broadcast_id = $1 ORDER BY n',
      [id],
    );
    expect(doubts.map(({ n }) => n)).toEqual([1, 2]);
    const again = await claim(id, 'successor');
    expect(again.planned.map(({ n }) => n)).toEqual([3, 4, 5]);
    expect([...(await test.startSending(again)).keys()].sort()).toEqual([3, 4, 5]);
  });

  it('a released batch is deleted when empty, and otherwise free with the rest', async () => {
    const { id } = await test.approved({ landlines: 4 });
    const first = await claim(id);
    await test.startSending(first, [1]);
    await test.batches.release(first, [2, 3, 4]);
    expect(await test.batchesOf({ id })).toEqual([{ ns: [2, 3, 4], worker: null, due: true }]);
    const second = await claim(id);
    await test.batches.release(second, [4]);
    expect(await test.batchesOf({ id })).toEqual([{ ns: [4], worker: null, due: true }]);
    const third = await claim(id);
    await test.batches.release(third, []);
    expect(await test.batchesOf({ id })).toEqual([]);
  });

  it('a delivery in two batches is sent only once', async () => {
    const { id } = await test.approved({ landlines: 2 });
    await test.db.query(
      `INSERT INTO delivery_batch (broadcast_id, channel, ns) VALUES ($1, 'voice', '{1,2}')`,
      [id],
    );
    const [one, two] = [await claim(id, 'one'), await claim(id, 'two')];
    const [a, b] = await Promise.all([test.startSending(one), test.startSending(two)]);
    expect([...a.keys(), ...b.keys()].sort()).toEqual([1, 2]);
  });

  it('planned deliveries in no batch are cut into batches again', async () => {
    const { id } = await test.approved({ mobiles: 2, landlines: 3 });
    await test.ledger.gatherStray(id);
    expect(await test.batchesOf({ id })).toHaveLength(2);
    await test.db.query('DELETE FROM delivery_batch WHERE broadcast_id = $1', [id]);
    await test.ledger.gatherStray(id);
    await test.ledger.gatherStray(id);
    expect((await test.batchesOf({ id })).map(({ ns }) => ns)).toEqual([
      [1, 2],
      [3, 4, 5],
    ]);
  });
});
