import { TestLedger } from '../../../test/support/ledger.js';
import type { Broadcast } from '../../broadcasts/broadcast.js';

const day = 86_400_000;

describe.each([4, 20])('a broadcast that began %d days ago', (days) => {
  let test: TestLedger;
  beforeAll(async () => {
    test = await TestLedger.open();
  });
  afterAll(() => test.close());

  /** A broadcast with a delivery sent `minutes` minutes ago, without any receipt since. */
  const sentSome = async (minutes: number, more: Partial<Broadcast> = {}) => {
    const began = new Date(Date.now() - days * day);
    const broadcast = await test.approved(
      { landlines: 1 },
      { createdAt: began, startedAt: began, state: 'sending', ...more },
    );
    await test.db.query('UPDATE broadcast SET started_at = $2 WHERE id = $1', [broadcast.id, began]);
    await test.db.query(
      `UPDATE delivery SET status = 'accepted', token = 'abcdefghijklmnop', provider_ref = 'CA-of-it',
         sent_at = now() - make_interval(mins => $2), updated_at = now() - make_interval(mins => $2) WHERE broadcast_id = $1`,
      [broadcast.id, minutes],
    );
    await test.db.query('DELETE FROM delivery_batch WHERE broadcast_id = $1', [broadcast.id]);
    return broadcast;
  };
  const asksAbout = async ({ id }: Broadcast) => {
    const silent = await test.receipts.takeSilent(120, 50);
    return silent.some(({ broadcastId }) => broadcastId === id);
  };

  it('asks the provider about silent deliveries while the broadcast lives', async () => {
    expect(await asksAbout(await sentSome(10))).toBe(true);
  });

  it('asks about silent deliveries after the end, for as long as receipts may be late', async () => {
    const completed = await sentSome(10);
    await test.broadcasts.complete(completed.id);
    expect(await asksAbout(completed)).toBe(true);
    const cancelled = await sentSome(10);
    await test.moveByHand(cancelled.id, ['sending'], 'cancelled');
    await test.ledger.close(cancelled.id, 'cancelled');
    expect(await asksAbout(cancelled)).toBe(true);
    await test.db.query(
      `UPDATE broadcast SET completed_at = now() - interval '13 hours' WHERE state = 'completed'`,
    );
    await test.db.query(`UPDATE call_off SET at = now() - interval '13 hours'`);
    await test.db.query(`UPDATE delivery SET updated_at = now() - interval '13 hours'`);
    expect(await asksAbout(completed)).toBe(false);
    expect(await asksAbout(cancelled)).toBe(false);
  });

  it('gives up when the provider no longer tries', async () => {
    const broadcast = await sentSome(6 * 60);
    await test.receipts.giveUpOn(5 * 3600);
    expect(await test.rows(broadcast)).toMatchObject([{ status: 'no-receipt' }]);
  });

  it('keeps its calls: the doubt of another broadcast does not take them', async () => {
    await sentSome(1);
    const other = await test.approved({ landlines: 1 });
    const batch = (await test.batches.claim(other.id, 'voice', 'a'))!;
    const token = (await test.startSending(batch)).get(1)!;
    await test.ledger.record(other.id, 'voice', [
      { n: 1, token, result: { kind: 'in-doubt', reason: 'timeout' } },
    ]);
    await test.db.query('UPDATE delivery_doubt SET look_at = now()');
    const doubt = (await test.doubts.take(50)).find(({ broadcastId }) => broadcastId === other.id)!;
    expect(await test.doubts.claims(doubt, ['CA-of-it', 'CA-of-none'])).toMatchObject({
      bound: expect.arrayContaining(['CA-of-it']),
    });
  });
});
