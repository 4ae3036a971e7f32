import { TestLedger } from '../../../test/support/ledger.js';
import { ParkedReceiptsRepository } from '../../deliveries/ledger/parked-receipts.repository.js';
import type { ReportedFailure } from '../../deliveries/failure.js';
import type { FailureConsequences } from '../sending/failure-consequences.js';
import { ApplyReceipts } from './apply-receipts.js';

describe("a receipt that can't be applied", () => {
  let test: TestLedger;
  let parked: ParkedReceiptsRepository;
  beforeAll(async () => {
    test = await TestLedger.open();
    parked = new ParkedReceiptsRepository(test.db);
  });
  afterAll(() => test.close());
  afterEach(() => test.db.query('TRUNCATE receipt_parked, receipt_inbox'));

  const sent = async (mobiles: number) => {
    const broadcast = await test.approved({ mobiles }, { channels: 'mobile-first' });
    const batch = (await test.batches.claim(broadcast.id, 'sms', 'a'))!;
    const tokens = await test.startSending(batch);
    const receipt = (n: number) => ({
      broadcastId: broadcast.id,
      n,
      token: tokens.get(n)!,
      providerRef: `SM${n}`,
      status: 'undelivered' as const,
      failure: 'no-such-number' as const,
    });
    return { broadcast, receipt };
  };
  const statuses = async (broadcast: { id: string }) =>
    (await test.rows(broadcast)).map(({ status }) => status);

  it('blocks no other receipt: it alone is parked, with the reason', async () => {
    const { broadcast, receipt } = await sent(5);
    const [, , bad] = await test.rows(broadcast);
    const afterFailure = {
      run: (failures: readonly ReportedFailure[]) =>
        failures.some(({ phone }) => phone === bad!.phone)
          ? Promise.reject(new TypeError('no such thing'))
          : Promise.resolve(),
    } as unknown as FailureConsequences;
    const apply = new ApplyReceipts(test.db, test.receipts, afterFailure, parked);
    await test.receipts.keep([1, 2, 3, 4].map(receipt));
    await test.receipts.keep([receipt(5)]);
    while (await apply.run());
    expect(await statuses(broadcast)).toEqual([
      'undelivered',
      'undelivered',
      'sending',
      'undelivered',
      'undelivered',
    ]);
    expect(await parked.sum()).toMatchObject({ parked: 1, error: 'no such thing' });
    expect(await test.db.query('SELECT n FROM receipt_parked')).toEqual([{ n: 3 }]);
    expect(await test.db.query('SELECT FROM receipt_inbox')).toEqual([]);
  });

  it('is retried hourly, and does not block others if it still fails', async () => {
    const { broadcast, receipt } = await sent(3);
    const phones = (await test.rows(broadcast)).map(({ phone }) => phone);
    let bad = phones;
    const afterFailure = {
      run: (failures: readonly ReportedFailure[]) =>
        failures.some(({ phone }) => bad.includes(phone))
          ? // An error that usually passes by itself, like a missing column.
            Promise.reject(Object.assign(new Error('still broken'), { code: '42703' }))
          : Promise.resolve(),
    } as unknown as FailureConsequences;
    const apply = new ApplyReceipts(test.db, test.receipts, afterFailure, parked);
    await test.receipts.keep([1, 2, 3].map(receipt));
    for (const { id } of await parked.next(10)) await parked.split(id);
    for (const { id } of await parked.next(10)) await parked.park(id, 'broken');
    expect(await parked.sum()).toMatchObject({ parked: 3, since: expect.any(Date), error: 'broken' });

    expect(await apply.tryParked()).toBe(false);
    expect(await parked.sum()).toMatchObject({ parked: 3, error: 'broken' });
    bad = phones.slice(0, 1);
    const anHourPasses = () => test.db.query(`UPDATE receipt_parked SET try_at = try_at - interval '1 hour'`);
    await anHourPasses();
    await apply.tryParked();
    expect(await statuses(broadcast)).toEqual(['sending', 'undelivered', 'undelivered']);
    expect(await parked.sum()).toMatchObject({ parked: 1, error: 'still broken' });
    bad = [];
    await anHourPasses();
    await apply.tryParked();
    expect(await statuses(broadcast)).toEqual(['undelivered', 'undelivered', 'undelivered']);
    expect(await parked.sum()).toEqual({ parked: 0, since: null, error: null });
  });

  it('is not parked while the database is unavailable', async () => {
    const { broadcast, receipt } = await sent(1);
    const away = Object.assign(new Error('deadlock'), { code: '40P01' });
    const afterFailure = { run: () => Promise.reject(away) } as unknown as FailureConsequences;
    const apply = new ApplyReceipts(test.db, test.receipts, afterFailure, parked);
    await test.receipts.keep([receipt(1)]);
    await expect(apply.run()).rejects.toBe(away);
    expect(await statuses(broadcast)).toEqual(['sending']);
    expect(await test.db.query('SELECT n FROM receipt_inbox')).toEqual([{ n: [1] }]);
  });
});
