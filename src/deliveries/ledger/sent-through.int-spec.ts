import { TestLedger } from '../../../test/support/ledger.js';
import { CallOffsRepository } from './call-offs.repository.js';
import { newTokens } from '../delivery-token.js';
import { ReceiptsRepository } from './receipts.repository.js';

describe('the provider of an attempt', () => {
  let test: TestLedger;
  beforeAll(async () => {
    test = await TestLedger.open();
  });
  afterAll(() => test.close());

  /** @returns a broadcast with one text, sent by a sender of that provider */
  const sent = async (provider: string, kind: 'accepted' | 'in-doubt') => {
    const broadcast = await test.approved({ mobiles: 1 });
    const batch = (await test.batches.claim(broadcast.id, 'sms', 'a'))!;
    const token = newTokens(1)[0]!;
    await test.batches.startSending(batch, [{ n: 1, token }], { address: 'Kommunen', provider });
    const result =
      kind === 'accepted'
        ? ({ kind, providerRef: `of ${broadcast.id}` } as const)
        : ({ kind, reason: 'timeout' } as const);
    await test.ledger.record(broadcast.id, 'sms', [{ n: 1, token, result }]);
    return broadcast;
  };

  it('the ledger keeps the provider and the sender', async () => {
    const { id } = await sent('elsewhere', 'accepted');
    const rows = await test.db.query<unknown[]>(
      'SELECT sender, provider FROM delivery WHERE broadcast_id = $1',
      [id],
    );
    expect(rows).toEqual([{ sender: 'Kommunen', provider: 'elsewhere' }]);
  });

  it('a doubt names its provider', async () => {
    const { id } = await sent('elsewhere', 'in-doubt');
    await test.db.query('UPDATE delivery_doubt SET look_at = now()');
    const doubts = await test.doubts.take(100);
    expect(doubts.find(({ broadcastId }) => broadcastId === id)).toMatchObject({ provider: 'elsewhere' });
  });

  it('a silent delivery names its provider, or null if an older version of the program sent it', async () => {
    const [recent, old] = [await sent('elsewhere', 'accepted'), await sent('elsewhere', 'accepted')];
    await test.db.query('UPDATE delivery SET provider = NULL, sender = NULL WHERE broadcast_id = $1', [
      old.id,
    ]);
    await test.db.query(
      `UPDATE delivery SET updated_at = now() - interval '1 hour', sent_at = now() - interval '1 hour'`,
    );
    const silent = await new ReceiptsRepository(test.db).takeSilent(120, 100);
    const providerOf = (id: string) => silent.find(({ broadcastId }) => broadcastId === id)?.provider;
    expect([providerOf(recent.id), providerOf(old.id)]).toEqual(['elsewhere', null]);
  });

  it('a call-off names the provider', async () => {
    const { id } = await sent('elsewhere', 'accepted');
    await test.ledger.close(id, 'cancelled');
    const waiting = await new CallOffsRepository(test.db).take(10);
    expect(waiting).toMatchObject({ broadcastId: id, deliveries: [{ provider: 'elsewhere' }] });
  });
});
