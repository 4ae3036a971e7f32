import { onlyProvider } from '../../../test/support/messages.js';
import { TestLedger } from '../../../test/support/ledger.js';
import { newTokens } from '../../deliveries/delivery-token.js';
import type { Broadcast } from '../../broadcasts/broadcast.js';
import {
  Provider,
  type LookUp,
  type ProviderStatus,
  type SendOutcome,
  type SentMessage,
} from '../providers/provider.js';
import { ResolveDoubts } from './resolve-doubts.js';

/** A provider whose list is the only thing asked for. */
class ListOnly extends Provider {
  list: readonly SentMessage[] | undefined = [];
  readonly asked: { to: string; since: Date }[] = [];

  send = (): Promise<SendOutcome> => Promise.reject(new Error('nothing is sent here'));
  fetch = (): Promise<LookUp<ProviderStatus | undefined>> => Promise.resolve({ found: undefined });
  cancel = (): Promise<LookUp<ProviderStatus | undefined>> => Promise.resolve({ found: undefined });
  examine = () => Promise.resolve([]);
  stopLookUps = (): void => undefined;
  close = (): Promise<void> => Promise.resolve();
  listSince(_channel: unknown, to: string, since: Date): Promise<LookUp<readonly SentMessage[]>> {
    this.asked.push({ to, since });
    return Promise.resolve(this.list ? { found: this.list } : { failed: 'http-503' });
  }
}

describe('looking up deliveries in doubt', () => {
  let test: TestLedger;
  let provider: ListOnly;
  let resolve: ResolveDoubts;
  beforeAll(async () => {
    test = await TestLedger.open();
  });
  beforeEach(async () => {
    provider = new ListOnly();
    resolve = new ResolveDoubts(test.doubts, test.broadcasts, onlyProvider({ provider }));
    await test.db.query('DELETE FROM delivery_doubt');
    // Doubts of other tests about the same phone must not count as rivals.
    await test.db.query(`UPDATE broadcast SET completed_at = now() - interval '2 days'`);
  });
  afterAll(() => test.close());

  const sent = (more: Partial<SentMessage> = {}): SentMessage => ({
    providerRef: 'SM1',
    status: 'accepted',
    text: 'Koka vattnet.',
    ...more,
  });
  const inDoubt = async (
    more: Partial<Broadcast> = {},
    of = { mobiles: 1 } as Parameters<TestLedger['approved']>[0],
  ) => {
    const broadcast = await test.approved(of, more);
    const channel = of.mobiles ? 'sms' : 'voice';
    const batch = (await test.batches.claim(broadcast.id, channel, 'a'))!;
    const token = (await test.startSending(batch)).get(1)!;
    await test.ledger.record(broadcast.id, channel, [
      { n: 1, token, result: { kind: 'in-doubt', reason: 'timeout' } },
    ]);
    await test.batches.release(batch, []);
    return broadcast;
  };
  const look = async (): Promise<boolean> => {
    await test.db.query('UPDATE delivery_doubt SET look_at = now()');
    return resolve.run();
  };
  const row = async (broadcast: Broadcast) => (await test.rows(broadcast))[0];
  const waiting = () =>
    test.db.query<{ empty_looks: number; seconds: number }[]>(
      'SELECT empty_looks, extract(epoch FROM look_at - now())::float8 AS seconds FROM delivery_doubt',
    );

  it('the first look comes seconds after the doubt, not earlier', async () => {
    await inDoubt();
    await resolve.run();
    expect(provider.asked).toEqual([]);
    expect((await waiting())[0]!.seconds).toBeGreaterThan(2);
  });

  it('asks about the phone, from well before the attempt', async () => {
    const broadcast = await inDoubt();
    await look();
    expect(provider.asked).toEqual([{ to: (await row(broadcast))!.phone, since: expect.any(Date) }]);
    expect(Date.now() - provider.asked[0]!.since.getTime()).toBeGreaterThan(30_000);
  });

  it('binds a message that is listed, and does not look again', async () => {
    const broadcast = await inDoubt();
    provider.list = [sent({ text: 'Något annat.', providerRef: 'SM0' }), sent()];
    await look();
    expect(await row(broadcast)).toMatchObject({ status: 'accepted', provider_ref: 'SM1', reason: null });
    expect(await waiting()).toEqual([]);
  });

  it.each(['crisis', 'urgent'] as const)(
    'sends %s again after two empty looks, a minute apart',
    async (lane) => {
      const broadcast = await inDoubt({ lane });
      await look();
      expect(await row(broadcast)).toMatchObject({ status: 'in-doubt' });
      expect(await waiting()).toEqual([{ empty_looks: 1, seconds: expect.any(Number) }]);
      expect((await waiting())[0]!.seconds).toBeGreaterThan(55);
      await resolve.run();
      expect(provider.asked).toHaveLength(1);
      await look();
      expect(await row(broadcast)).toMatchObject({ status: 'planned', resent: true });
      expect(await test.batchesOf(broadcast)).toEqual([{ ns: [1], worker: null, due: true }]);
      expect(await waiting()).toEqual([]);
    },
  );

  it('never sends routine again: its outcome stays unknown', async () => {
    const broadcast = await inDoubt({ lane: 'routine' });
    await look();
    await look();
    expect(await row(broadcast)).toMatchObject({ status: 'unknown', reason: 'timeout', resent: false });
    expect(await test.batchesOf(broadcast)).toEqual([]);
    expect(await waiting()).toEqual([]);
  });

  it('does not resend while an unclaimed message is listed: its text may have been changed', async () => {
    const broadcast = await inDoubt({ lane: 'crisis' });
    provider.list = [sent({ text: 'Sent from a trial account - Koka vattnet.' })];
    for (let n = 0; n < 3; n++) await look();
    expect(await row(broadcast)).toMatchObject({ status: 'in-doubt' });
    await test.db.query(`UPDATE delivery_doubt SET since = now() - interval '11 minutes'`);
    await look();
    expect(await row(broadcast)).toMatchObject({ status: 'unknown', resent: false });
  });

  it('gives one message to neither of two identical doubts about the same phone', async () => {
    const broadcasts = [await inDoubt(), await inDoubt()];
    // A broadcast with doubts has begun.
    await test.db.query('UPDATE broadcast SET completed_at = NULL');
    provider.list = [sent({ providerRef: 'SM2' })];
    await look();
    const statuses = () => Promise.all(broadcasts.map(async (broadcast) => (await row(broadcast))!.status));
    expect(await statuses()).toEqual(['in-doubt', 'in-doubt']);
    await test.db.query(`UPDATE delivery_doubt SET since = now() - interval '11 minutes'`);
    await look();
    expect(await statuses()).toEqual(['unknown', 'unknown']);
  });

  it('counts only looks at a list that was available', async () => {
    const broadcast = await inDoubt();
    provider.list = undefined;
    for (let n = 0; n < 5; n++) await look();
    expect(await waiting()).toMatchObject([{ empty_looks: 0 }]);
    provider.list = [];
    await look();
    expect(await row(broadcast)).toMatchObject({ status: 'in-doubt' });
  });

  it('starts over for a doubt about the next attempt', async () => {
    const broadcast = await inDoubt();
    const { token } = (await row(broadcast))!;
    await look();
    const record = (of: string, result: Parameters<typeof test.ledger.record>[2][number]['result']) =>
      test.ledger.record(broadcast.id, 'sms', [{ n: 1, token: of, result }]);
    // The answer of the first attempt arrives late: it was never sent. The second attempt is in doubt as well.
    await record(token!, { kind: 'not-sent', reason: '20429', afterMs: 0 });
    const batch = (await test.batches.claim(broadcast.id, 'sms', 'b'))!;
    const again = (await test.startSending(batch)).get(1)!;
    await record(again, { kind: 'in-doubt', reason: 'timeout' });
    await test.batches.release(batch, []);
    expect(await waiting()).toMatchObject([{ empty_looks: 0 }]);
    await look();
    expect(await row(broadcast)).toMatchObject({ status: 'in-doubt', token: again });
  });

  it('a look for one attempt does not settle the next attempt', async () => {
    const broadcast = await inDoubt();
    await test.db.query('UPDATE delivery_doubt SET look_at = now()');
    const [doubt] = await test.doubts.take(10);
    await test.db.query(`UPDATE delivery SET token = 'BBBBBBBBBBBBBBBB' WHERE broadcast_id = $1`, [
      broadcast.id,
    ]);
    await test.doubts.found(doubt!, 'SM1');
    await test.doubts.lookedInVain(doubt!);
    await test.doubts.sendAgain(doubt!);
    await test.doubts.giveUp(doubt!);
    expect(await row(broadcast)).toMatchObject({ status: 'in-doubt', provider_ref: null, resent: false });
    expect(await waiting()).toMatchObject([{ empty_looks: 0 }]);
  });

  it.each([
    ['delivered', 'accepted'],
    ['failed', 'in-doubt'],
  ] as const)(
    'accepts a message that a receipt names, from any attempt, unless it failed: %s',
    async (status, becomes) => {
      // A backup was restored: the ledger has another token than the message that was sent.
      const broadcast = await inDoubt();
      const lost = { broadcastId: broadcast.id, n: 1, token: newTokens(1)[0]!, providerRef: 'SM1' };
      await test.receipts.keep([{ ...lost, status }]);
      await test.receipts.apply(10);
      provider.list = [sent({ status })];
      await look();
      expect(await row(broadcast)).toMatchObject({ status: becomes });
    },
  );

  it("does not bind another broadcast's call to the same phone", async () => {
    const other = await test.approved({ landlines: 1 });
    await test.db.query(`UPDATE broadcast SET completed_at = NULL WHERE id = $1`, [other.id]);
    await test.db.query(
      `UPDATE delivery SET status = 'delivered', provider_ref = 'CA1' WHERE broadcast_id = $1`,
      [other.id],
    );
    const broadcast = await inDoubt({}, { landlines: 1 });
    provider.list = [sent({ providerRef: 'CA1', text: undefined })];
    await look();
    expect(await row(broadcast)).toMatchObject({ status: 'in-doubt' });
    provider.list = [...provider.list, sent({ providerRef: 'CA2', text: undefined })];
    await look();
    expect(await row(broadcast)).toMatchObject({ status: 'accepted', provider_ref: 'CA2' });
  });

  it("does not bind a call of another broadcast's earlier try", async () => {
    const other = await test.approved({ landlines: 1 });
    await test.db.query(`UPDATE broadcast SET completed_at = NULL WHERE id = $1`, [other.id]);
    const dial = async (): Promise<string> => {
      await test.db.query('UPDATE delivery_batch SET due_at = now() WHERE broadcast_id = $1', [other.id]);
      const batch = (await test.batches.claim(other.id, 'voice', 'b'))!;
      const token = (await test.startSending(batch)).get(1)!;
      await test.batches.release(batch, []);
      return token;
    };
    const receipt = { broadcastId: other.id, n: 1, token: await dial(), providerRef: 'CA1' };
    await test.receipts.keep([
      { ...receipt, status: 'undelivered', reason: 'busy', failure: 'not-answered' },
    ]);
    await test.receipts.apply(10);
    const token = await dial();
    await test.ledger.record(other.id, 'voice', [
      { n: 1, token, result: { kind: 'accepted', providerRef: 'CA3' } },
    ]);

    const broadcast = await inDoubt({}, { landlines: 1 });
    provider.list = ['CA1', 'CA3'].map((providerRef) => sent({ providerRef, text: undefined }));
    await look();
    expect(await row(broadcast)).toMatchObject({ status: 'in-doubt', provider_ref: null });
  });

  it('resends even if a text of another broadcast to the phone has become a call', async () => {
    const other = await test.approved({ mobiles: 1 });
    await test.db.query(`UPDATE broadcast SET completed_at = NULL WHERE id = $1`, [other.id]);
    const batch = (await test.batches.claim(other.id, 'sms', 'b'))!;
    const token = (await test.startSending(batch)).get(1)!;
    await test.batches.release(batch, []);
    const receipt = { broadcastId: other.id, n: 1, token, providerRef: 'SM1' };
    await test.receipts.keep([{ ...receipt, status: 'undelivered', reason: '30006', failure: 'landline' }]);
    await test.receipts.apply(10);
    expect(await row(other)).toMatchObject({ status: 'planned', channel: 'voice' });

    const broadcast = await inDoubt({ lane: 'urgent' });
    provider.list = [sent({ text: 'Ett annat utskick.' })];
    await look();
    await look();
    expect(await row(broadcast)).toMatchObject({ status: 'planned', resent: true });
  });

  describe('with another doubt about the same phone', () => {
    const rival = async (of: Parameters<TestLedger['approved']>[0], more: Partial<Broadcast> = {}) => {
      const broadcast = await inDoubt(more, of);
      await test.db.query(`UPDATE broadcast SET completed_at = NULL WHERE id = $1`, [broadcast.id]);
      await test.db.query('DELETE FROM delivery_doubt WHERE broadcast_id = $1', [broadcast.id]);
      return broadcast;
    };
    const call = (providerRef: string) => sent({ providerRef, text: undefined });
    const grownOld = (broadcast: Broadcast) =>
      test.db.query(
        `UPDATE delivery_doubt SET since = now() - interval '11 minutes' WHERE broadcast_id = $1`,
        [broadcast.id],
      );

    it('does not bind a call that may belong to the other, and waits', async () => {
      const other = await rival({ landlines: 1 });
      const broadcast = await inDoubt({}, { landlines: 1 });
      provider.list = [call('CA1')];
      for (let n = 0; n < 3; n++) await look();
      expect(await row(broadcast)).toMatchObject({ status: 'in-doubt', provider_ref: null });
      await test.db.query(
        `UPDATE delivery SET status = 'delivered', provider_ref = 'CA1' WHERE broadcast_id = $1`,
        [other.id],
      );
      await look();
      await look();
      expect(await row(broadcast)).toMatchObject({ status: 'planned', resent: true });
    });

    it('binds a call late if there are enough for both, and none if there are not', async () => {
      await rival({ landlines: 1 });
      const broadcast = await inDoubt({}, { landlines: 1 });
      provider.list = [call('CA1'), call('CA2')];
      await look();
      expect(await row(broadcast)).toMatchObject({ status: 'in-doubt' });
      await grownOld(broadcast);
      await look();
      expect(await row(broadcast)).toMatchObject({ status: 'accepted', provider_ref: 'CA1' });
      const another = await inDoubt({}, { landlines: 1 });
      provider.list = [call('CA2')];
      await grownOld(another);
      await look();
      expect(await row(another)).toMatchObject({ status: 'unknown' });
    });

    it('tells two texts apart by their words', async () => {
      const texts = [{ language: 'sv', sms: 'Vattnet är på.', segments: 1 }];
      await rival({ mobiles: 1 }, { texts });
      const broadcast = await inDoubt();
      provider.list = [sent({ text: 'Vattnet är på.', providerRef: 'SM8' }), sent({ providerRef: 'SM9' })];
      await look();
      expect(await row(broadcast)).toMatchObject({ status: 'accepted', provider_ref: 'SM9' });
      const lost = await inDoubt({ lane: 'crisis' });
      provider.list = [sent({ text: 'Vattnet är på.', providerRef: 'SM8' })];
      await look();
      await look();
      expect(await row(lost)).toMatchObject({ status: 'planned', resent: true });
    });
  });

  it('a doubt is given to only one of several workers that look at once', async () => {
    const broadcast = await inDoubt();
    await test.db.query('UPDATE delivery_doubt SET look_at = now()');
    const taken = await Promise.all(Array.from({ length: 5 }, () => test.doubts.take(10)));
    expect(taken.flat().map(({ broadcastId }) => broadcastId)).toEqual([broadcast.id]);
  });

  it('waits for an unavailable list, and gives up a day after the doubt if the broadcast is over', async () => {
    const broadcast = await inDoubt({ lane: 'crisis' });
    provider.list = undefined;
    await test.db.query(`UPDATE delivery_doubt SET since = now() - interval '25 hours'`);
    await look();
    expect(await row(broadcast)).toMatchObject({ status: 'in-doubt' });
    await test.db.query('UPDATE broadcast SET expires_at = now() WHERE id = $1', [broadcast.id]);
    await look();
    expect(await row(broadcast)).toMatchObject({ status: 'unknown', resent: false });
  });
});
