import { TestLedger } from '../../../test/support/ledger.js';
import type { AttemptResult } from '../attempt.js';

const accepted: AttemptResult = { kind: 'accepted', providerRef: 'SM1' };
const notSent: AttemptResult = { kind: 'not-sent', reason: '20429', afterMs: 60_000 };
const rejected: AttemptResult = { kind: 'rejected', reason: '21211' };
const inDoubt: AttemptResult = { kind: 'in-doubt', reason: 'ECONNRESET' };

// Also on the embedded database (session): every statement of a delivery's life runs in it.
describe('recording the results of attempts', () => {
  let test: TestLedger;
  beforeAll(async () => {
    test = await TestLedger.open();
  });
  afterAll(() => test.close());

  /** One delivery being sent, and a way to record its result. */
  const sent = async () => {
    const broadcast = await test.approved({ landlines: 1 });
    const batch = (await test.batches.claim(broadcast.id, 'voice', 'a'))!;
    const token = (await test.startSending(batch)).get(1)!;
    await test.batches.release(batch, []);
    const record = (result: AttemptResult, as = token) =>
      test.ledger.record(broadcast.id, 'voice', [{ n: 1, token: as, result }]);
    const row = async () => (await test.rows(broadcast))[0]!;
    return { broadcast, id: broadcast.id, token, record, row };
  };

  it.each<[string, AttemptResult, object]>([
    ['accepted', accepted, { status: 'accepted', provider_ref: 'SM1', reason: null, attempts: 1 }],
    ['rejected', rejected, { status: 'rejected', reason: '21211', attempts: 1 }],
    ['in doubt', inDoubt, { status: 'in-doubt', reason: 'ECONNRESET', attempts: 1 }],
    [
      'not sent, which does not count as an attempt',
      notSent,
      { status: 'planned', reason: '20429', attempts: 0 },
    ],
  ])('records a result that was %s, and repeating it changes nothing', async (_what, result, row) => {
    const delivery = await sent();
    await delivery.record(result);
    expect(await delivery.row()).toMatchObject(row);
    await delivery.record(result);
    expect(await delivery.row()).toMatchObject(row);
    const batches = await test.batchesOf(delivery.broadcast);
    expect(batches).toEqual(result === notSent ? [{ ns: [1], worker: null, due: false }] : []);
    const doubts = await test.db.query<unknown[]>('SELECT 1 FROM delivery_doubt WHERE broadcast_id = $1', [
      delivery.id,
    ]);
    expect(doubts).toHaveLength(result === inDoubt ? 1 : 0);
  });

  it.each([accepted, rejected, inDoubt, notSent])(
    'ignores a result with the token of another attempt: $kind',
    async (result) => {
      const delivery = await sent();
      await delivery.record(result, 'AAAAAAAAAAAAAAAA');
      expect(await delivery.row()).toMatchObject({ status: 'sending', provider_ref: null });
    },
  );

  it('accepts an answer that arrives after its worker was given up', async () => {
    const delivery = await sent();
    await delivery.record({ kind: 'in-doubt', reason: 'worker-lost' });
    await delivery.record(accepted);
    expect(await delivery.row()).toMatchObject({ status: 'accepted', provider_ref: 'SM1' });
  });

  it("a result after a receipt only adds the provider's reference", async () => {
    const delivery = await sent();
    await test.receipts.keep([
      {
        ...delivery,
        broadcastId: delivery.id,
        n: 1,
        providerRef: 'SM1',
        status: 'delivered',
      },
    ]);
    await test.receipts.apply(10);
    for (const result of [accepted, rejected, inDoubt, notSent]) {
      await delivery.record(result);
      expect(await delivery.row()).toMatchObject({ status: 'delivered', provider_ref: 'SM1', reason: null });
    }
    expect(await test.batchesOf(delivery.broadcast)).toEqual([]);
  });

  it('applies receipts in the order they came, set by set', async () => {
    const [one, other] = [await sent(), await sent()];
    const told = ({ id, token }: typeof one, status: 'sent' | 'delivered' | 'failed') => {
      const reason = status === 'failed' ? '30008' : undefined;
      return { broadcastId: id, n: 1, token, providerRef: 'SM1', status, reason };
    };
    await test.receipts.keep([told(one, 'delivered'), told(other, 'failed'), told(one, 'failed')]);
    await test.receipts.keep([told(other, 'delivered'), told(other, 'sent')]);
    expect(await test.receipts.apply(1)).toEqual({ taken: 1, failures: [] });
    expect(await one.row()).toMatchObject({ status: 'delivered', reason: null });
    expect(await test.receipts.apply(10)).toEqual({ taken: 1, failures: [] });
    expect(await other.row()).toMatchObject({ status: 'failed', reason: '30008' });
    expect(await test.receipts.apply(10)).toEqual({ taken: 0, failures: [] });
  });

  it.each<['cancelled' | 'expired', string]>([
    ['cancelled', `UPDATE broadcast SET state = 'cancelled' WHERE id = $1`],
    ['expired', 'UPDATE broadcast SET expires_at = now() WHERE id = $1'],
  ])('plans nothing again once the broadcast is %s', async (status, ending) => {
    const delivery = await sent();
    await test.db.query(ending, [delivery.id]);
    await delivery.record(notSent);
    expect(await delivery.row()).toMatchObject({ status, reason: '20429' });
    expect(await test.batchesOf(delivery.broadcast)).toEqual([]);
  });

  describe('a delivery that was planned again after a doubt', () => {
    const plannedAgain = async () => {
      const delivery = await sent();
      await delivery.record(inDoubt);
      await test.db.query('UPDATE delivery_doubt SET look_at = now()');
      const doubt = (await test.doubts.take(100)).find(({ broadcastId }) => broadcastId === delivery.id)!;
      await test.doubts.sendAgain(doubt);
      expect(await delivery.row()).toMatchObject({ status: 'planned', resent: true });
      return delivery;
    };

    it('a late acceptance is kept, so it is not sent twice', async () => {
      const delivery = await plannedAgain();
      await delivery.record(accepted);
      expect(await delivery.row()).toMatchObject({ status: 'accepted', provider_ref: 'SM1' });
      const batch = (await test.batches.claim(delivery.id, 'voice', 'b'))!;
      expect((await test.startSending(batch)).size).toBe(0);
    });

    it.each([rejected, inDoubt, notSent])(
      'stays planned, in one batch, after a late result: $kind',
      async (result) => {
        const delivery = await plannedAgain();
        await delivery.record(result);
        expect(await delivery.row()).toMatchObject({ status: 'planned' });
        expect(await test.batchesOf(delivery.broadcast)).toEqual([{ ns: [1], worker: null, due: true }]);
      },
    );
  });

  it('close ends only planned deliveries, and repeating it changes nothing', async () => {
    const broadcast = await test.approved({ landlines: 6 });
    const batch = (await test.batches.claim(broadcast.id, 'voice', 'a'))!;
    const tokens = await test.startSending(batch, [1, 2, 3, 4]);
    await test.ledger.record(broadcast.id, 'voice', [
      { n: 1, token: tokens.get(1)!, result: accepted },
      { n: 2, token: tokens.get(2)!, result: rejected },
      { n: 3, token: tokens.get(3)!, result: inDoubt },
    ]);
    for (const as of ['cancelled', 'expired'] as const) await test.ledger.close(broadcast.id, as);
    expect(await test.statuses(broadcast)).toEqual({
      accepted: 1,
      rejected: 1,
      'in-doubt': 1,
      sending: 1,
      cancelled: 2,
    });
    expect(await test.report(broadcast)).toMatchObject({ planned: 6 });
    expect(await test.ledger.open(broadcast.id)).toMatchObject({ planned: 0, unsent: 2, unreceipted: 1 });
  });
});
