import { TestLedger } from '../../../test/support/ledger.js';
import type { Broadcast } from '../../broadcasts/broadcast.js';
import type { FailureKind } from '../failure.js';
import type { Channel } from '../../kernel/channel.js';

describe('a delivery that failed', () => {
  let test: TestLedger;
  beforeAll(async () => {
    test = await TestLedger.open();
  });
  afterAll(() => test.close());

  /** One delivery that was accepted, on the given try. */
  const accepted = async (channel: Channel, tries: number, more: Partial<Broadcast> = {}) => {
    const broadcast = await test.approved(channel === 'sms' ? { mobiles: 1 } : { landlines: 1 }, more);
    await test.db.query('UPDATE delivery SET attempts = $2 WHERE broadcast_id = $1', [
      broadcast.id,
      tries - 1,
    ]);
    const batch = (await test.batches.claim(broadcast.id, channel, 'a'))!;
    const token = (await test.startSending(batch)).get(1)!;
    const record = (result: Parameters<TestLedger['ledger']['record']>[2][number]['result']) =>
      test.ledger.record(broadcast.id, channel, [{ n: 1, token, result }]);
    await test.batches.release(batch, []);
    const told = async (failure: FailureKind) => {
      const receipt = { broadcastId: broadcast.id, n: 1, token, providerRef: 'SM1', senderAddress: 'Luleå' };
      await test.receipts.keep([{ ...receipt, status: 'undelivered', reason: 'why', failure }]);
      return test.receipts.apply(10);
    };
    const due = async () => {
      const [row] = await test.db.query<{ channel: string; seconds: number }[]>(
        `SELECT channel, round(EXTRACT(epoch FROM due_at - now()))::int AS seconds FROM delivery_batch WHERE broadcast_id = $1`,
        [broadcast.id],
      );
      return row;
    };
    const row = async () => (await test.rows(broadcast))[0]!;
    return { broadcast, record, told, row, due };
  };

  it.each<[FailureKind, Channel, number, { channel: Channel; seconds: number } | undefined]>([
    ['not-answered', 'voice', 1, { channel: 'voice', seconds: 180 }],
    ['not-answered', 'voice', 2, { channel: 'voice', seconds: 180 }],
    ['not-answered', 'voice', 3, undefined],
    ['landline', 'sms', 1, { channel: 'voice', seconds: 0 }],
    ['out-of-reach', 'sms', 1, { channel: 'sms', seconds: 900 }],
    ['out-of-reach', 'sms', 2, undefined],
    ['queue-full', 'sms', 1, { channel: 'sms', seconds: 60 }],
    ['queue-full', 'voice', 4, { channel: 'voice', seconds: 60 }],
    ['queue-full', 'voice', 5, undefined],
    ['sender-refused', 'sms', 1, { channel: 'sms', seconds: 60 }],
    ['country-refused', 'sms', 4, { channel: 'sms', seconds: 60 }],
    ['country-refused', 'sms', 5, undefined],
    ['no-such-number', 'sms', 1, undefined],
    ['opted-out', 'sms', 1, undefined],
  ])('a failure %s by %s on try %d leads to this retry: %p', async (failure, channel, tries, again) => {
    const delivery = await accepted(channel, tries);
    await delivery.record({ kind: 'accepted', providerRef: 'SM1' });
    await delivery.told(failure);
    const due = await delivery.due();
    if (again === undefined) {
      expect(due).toBeUndefined();
      expect(await delivery.row()).toMatchObject({
        status: 'undelivered',
        reason: failure === 'opted-out' ? 'opted-out' : 'why',
      });
    } else {
      expect(due?.channel).toBe(again.channel);
      expect(Math.abs(due!.seconds - again.seconds)).toBeLessThanOrEqual(2);
      // Its token is removed, so that later receipts of this try can't be taken for the next.
      expect(await delivery.row()).toMatchObject({ status: 'planned', channel: again.channel, token: null });
    }
    expect(await test.report(delivery.broadcast)).toMatchObject({ planned: 1 });
  });

  it('a failed delivery is not retried once its broadcast is over', async () => {
    for (const change of [`state = 'cancelled'`, `expires_at = now()`]) {
      const delivery = await accepted('voice', 1);
      await delivery.record({ kind: 'accepted', providerRef: 'CA1' });
      await test.db.query(`UPDATE broadcast SET ${change} WHERE id = $1`, [delivery.broadcast.id]);
      await delivery.told('not-answered');
      expect(await delivery.row()).toMatchObject({ status: 'undelivered' });
    }
  });

  it("a landline is called instead only for an alert: a topic's text to it has failed", async () => {
    const delivery = await accepted('sms', 1, { kind: 'topic' });
    await delivery.record({ kind: 'accepted', providerRef: 'SM1' });
    await delivery.told('landline');
    expect(await delivery.row()).toMatchObject({ status: 'undelivered', channel: 'sms' });
  });

  it('a landline whose text is refused at once is called, with all its tries left', async () => {
    const delivery = await accepted('sms', 2);
    await delivery.record({ kind: 'rejected', reason: '21614', failure: 'landline' });
    expect(await delivery.row()).toMatchObject({ status: 'planned', channel: 'voice', attempts: 0 });
    const batch = (await test.batches.claim(delivery.broadcast.id, 'voice', 'a'))!;
    expect(batch.planned).toEqual([{ n: 1, segments: 1 }]);
    const [[n, token]] = [...(await test.startSending(batch))] as [[number, string]];
    await test.ledger.record(delivery.broadcast.id, 'voice', [
      { n, token, result: { kind: 'accepted', providerRef: 'CA1' } },
    ]);
    expect(await delivery.row()).toMatchObject({ status: 'accepted', provider_ref: 'CA1', attempts: 1 });
    expect(await test.report(delivery.broadcast)).toMatchObject({ planned: 1, accepted: 1 });
  });

  it('reports a failure with consequences beyond the delivery, once', async () => {
    const delivery = await accepted('sms', 1);
    await delivery.record({ kind: 'accepted', providerRef: 'SM1' });
    const { phone } = await delivery.row();
    const { failures } = await delivery.told('no-such-number');
    expect(failures).toEqual([
      {
        failure: 'no-such-number',
        reason: 'why',
        phone,
        channel: 'sms',
        kind: 'alert',
        senderAddress: 'Luleå',
      },
    ]);
    expect(await delivery.told('no-such-number')).toEqual({ taken: 1, failures: [] });
  });
});
