import { TestLedger } from '../../../test/support/ledger.js';
import type { Broadcast } from '../../broadcasts/broadcast.js';
import type { Channel } from '../../kernel/channel.js';
import { SendGateRepository } from './send-gate.repository.js';
import type { ListedMessage } from './sent-list.js';
import { UnknownMessagesRepository } from './unknown-messages.repository.js';

// Also on the embedded database (session): the signs of a restored database must be readable there too.
describe("counting unknown messages in the provider's list", () => {
  let test: TestLedger;
  let unknown: UnknownMessagesRepository;
  beforeEach(async () => {
    test = await TestLedger.open();
    at = new Date(Math.floor(Date.now() / 1000) * 1000);
    unknown = new UnknownMessagesRepository(test.db, new SendGateRepository(test.db));
  });
  afterEach(() => test.close());

  let at: Date;
  const reaches = { sms: { mobiles: 1 }, voice: { landlines: 1 } } as const;
  /** A broadcast to one phone that is being sent. With a reference, the provider has accepted it. */
  const sent = async (channel: Channel, sms: string, providerRef?: string) => {
    const broadcast = await test.approved(reaches[channel], {
      texts: [{ language: 'sv', sms, segments: 1 }],
    });
    const tokens = await test.startSending((await test.batches.claim(broadcast.id, channel, 'a'))!);
    const result = providerRef
      ? ({ kind: 'accepted', providerRef } as const)
      : ({ kind: 'in-doubt', reason: 'timeout' } as const);
    await test.ledger.record(broadcast.id, channel, [{ n: 1, token: tokens.get(1)!, result }]);
    await test.db.query('UPDATE broadcast SET planned = 1 WHERE id = $1', [broadcast.id]);
    await test.db.query('UPDATE delivery SET sent_at = $2 WHERE broadcast_id = $1', [broadcast.id, at]);
    return broadcast;
  };
  const listed = async (
    broadcast: Broadcast,
    providerRef: string,
    text?: string,
  ): Promise<ListedMessage> => ({
    status: 'accepted',
    providerRef,
    from: 'Kommunen',
    to: (await test.rows(broadcast))[0]!.phone,
    text,
    at,
    direction: 'sent',
  });

  it.each([
    ['texts', 'sms', 'Ett.', 'Två.'],
    ['calls', 'voice', undefined, undefined],
  ] as const)(
    'two %s to a phone in one second are known, even if one of them is in doubt',
    async (_, channel, one, other) => {
      const first = await sent(channel, 'Ett.', 'A');
      await sent(channel, 'Två.');
      const messages = [await listed(first, 'A', one), await listed(first, 'B', other)];
      expect(await unknown.count({ provider: 'simulator', channel }, messages)).toBe(0);
      expect(await unknown.count({ provider: 'simulator', channel }, messages.toReversed())).toBe(0);
      // As many messages as attempts, and then one more.
      const more = [...messages, await listed(first, 'C', other)];
      expect(await unknown.count({ provider: 'simulator', channel }, more)).toBe(1);
      expect(await unknown.count({ provider: 'simulator', channel }, more.toReversed())).toBe(1);
    },
  );
});
