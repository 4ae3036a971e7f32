import { onlyProvider } from '../../../test/support/messages.js';
import { fictionMobile } from '../../../test/support/fiction-phones.js';
import { TestLedger, type LedgerRow } from '../../../test/support/ledger.js';
import type { Broadcast } from '../../broadcasts/broadcast.js';
import type { StopByText } from '../../topics/stop-by-text.js';
import { AskProvider } from './ask-provider.js';
import { SendGateRepository } from './send-gate.repository.js';
import { SentList, type ListedMessage } from './sent-list.js';
import { TakeOverRepository } from './take-over.repository.js';
import { UnknownMessagesRepository } from './unknown-messages.repository.js';

type Call = Pick<ListedMessage, 'providerRef' | 'status'>;

/** A listed call does not contain its text. So only its phone and its time show which delivery it may belong to. */
describe('calls of several broadcasts to one landline, after a backup was restored', () => {
  let test: TestLedger;
  let at: Date;
  beforeEach(async () => {
    at = new Date(Math.floor(Date.now() / 1000) * 1000);
    test = await TestLedger.open();
  });
  afterEach(() => test.close());

  const approved = async (): Promise<Broadcast> => {
    const broadcast = await test.approved({ landlines: 1 });
    await test.db.query('UPDATE broadcast SET planned = 1 WHERE id = $1', [broadcast.id]);
    return broadcast;
  };
  const tried = async (
    result: { kind: 'accepted'; providerRef: string } | { kind: 'in-doubt'; reason: string },
  ) => {
    const broadcast = await approved();
    const tokens = await test.startSending((await test.batches.claim(broadcast.id, 'voice', 'a'))!);
    await test.ledger.record(broadcast.id, 'voice', [{ n: 1, token: tokens.get(1)!, result }]);
    await test.db.query('UPDATE delivery SET sent_at = $2 WHERE broadcast_id = $1', [broadcast.id, at]);
    return broadcast;
  };
  const inDoubt = () => tried({ kind: 'in-doubt', reason: 'timeout' });
  const accepted = (providerRef: string) => tried({ kind: 'accepted', providerRef });
  const row = async (broadcast: Broadcast): Promise<LedgerRow> => (await test.rows(broadcast))[0]!;

  /**
   * Asks a provider that lists these calls to the landline. After a restore it also lists a text that no ledger knows.
   */
  const ask = async (
    phone: string,
    calls: readonly Call[],
    { isRestored = true, texts = [] }: { isRestored?: boolean; texts?: readonly ListedMessage[] } = {},
  ) => {
    const call = (one: Call, n: number): ListedMessage => ({
      ...one,
      from: '+46920200000',
      to: phone,
      at: new Date(at.getTime() + n * 1000),
      direction: 'sent',
    });
    const lost: ListedMessage = {
      ...call({ providerRef: 'lost', status: 'delivered' }, 0),
      to: fictionMobile(90),
      text: 'Av ett utskick som säkerhetskopian inte har.',
    };
    const list = new (class extends SentList {
      async each(channel: string, _: Date, take: (page: readonly ListedMessage[]) => Promise<void>) {
        if (channel === 'voice') await take(calls.map(call));
        else if (isRestored) await take([lost, ...texts]);
        return undefined;
      }
      stop(): void {
        // No request is under way after its answer.
      }
    })();
    const gate = new SendGateRepository(test.db);
    await gate.look();
    // Another server answers than the one for which the provider was asked, and all workers were stopped.
    await test.db.query(`UPDATE send_gate SET asked_for = '', alive_at = now() - interval '1 minute'`);
    const unknown = new UnknownMessagesRepository(test.db, gate);
    const stops = { run: () => Promise.resolve() } as unknown as StopByText;
    return new AskProvider(
      gate,
      onlyProvider({ list }),
      unknown,
      new TakeOverRepository(test.db, gate),
      stops,
    ).run('a', await gate.look());
  };
  const outcome = async (broadcast: Broadcast) => {
    const { status, reason, provider_ref } = await row(broadcast);
    return [status, provider_ref ?? reason];
  };
  const helpers = () =>
    test.db.query<unknown[]>(
      `SELECT ref FROM unknown_message WHERE became IN ('waiting', 'fits-doubt', 'heard')`,
    );

  it('a normal start holds nothing for a call that an attempt in doubt made', async () => {
    const doubtful = await inDoubt();
    const waiting = await approved();
    const { phone } = await row(waiting);
    expect((await row(doubtful)).phone).toBe(phone);
    const calls = [{ providerRef: 'C', status: 'delivered' as const }];
    expect(await ask(phone, calls, { isRestored: false })).toEqual({ kind: 'complete' });
    expect(await outcome(doubtful)).toEqual(['in-doubt', 'timeout']);
    expect(await outcome(waiting)).toEqual(['planned', null]);
    expect(await helpers()).toEqual([]);
  });

  it('a doubt is neither looked up nor settled before the provider was asked about the gap', async () => {
    await new SendGateRepository(test.db).look();
    const doubtful = await inDoubt();
    const due = () => test.db.query('UPDATE delivery_doubt SET look_at = now()');
    await due();
    const [doubt] = await test.doubts.take(10);
    expect(doubt).toMatchObject({ broadcastId: doubtful.id });
    await test.db.query(`UPDATE send_gate SET asked_for = ''`);
    await due();
    expect(await test.doubts.take(10)).toEqual([]);
    // A worker may have looked it up just before.
    await test.doubts.found(doubt!, 'C');
    expect(await outcome(doubtful)).toEqual(['in-doubt', 'timeout']);
    await test.db.query('UPDATE send_gate SET asked_for = ledger_home()');
    expect(await test.doubts.take(10)).toHaveLength(1);
    await test.doubts.found(doubt!, 'C');
    expect(await outcome(doubtful)).toEqual(['accepted', 'C']);
  });

  it('one call that either a doubt or a waiting delivery may own is bound to neither', async () => {
    const doubtful = await inDoubt();
    const waiting = await approved();
    const { phone } = await row(waiting);
    await ask(phone, [{ providerRef: 'C', status: 'delivered' }]);
    expect(await outcome(doubtful)).toEqual(['unknown', 'not-told-apart']);
    expect(await outcome(waiting)).toEqual(['unknown', 'not-told-apart']);
    expect(await helpers()).toEqual([]);
  });

  it('as many answered calls as waiting deliveries: each delivery was heard', async () => {
    const broadcasts = [await inDoubt(), await approved()];
    const { phone } = await row(broadcasts[0]!);
    await ask(phone, [
      { providerRef: 'C', status: 'delivered' },
      { providerRef: 'D', status: 'delivered' },
    ]);
    const ends = await Promise.all(broadcasts.map(outcome));
    expect(ends.map(([status]) => status)).toEqual(['accepted', 'accepted']);
    expect(ends.map(([, ref]) => ref).toSorted()).toEqual(['C', 'D']);
  });

  it('an unanswered call beside an answered one is bound to neither broadcast', async () => {
    const broadcasts = [await approved(), await approved()];
    const { phone } = await row(broadcasts[0]!);
    await ask(phone, [
      { providerRef: 'C', status: 'undelivered' },
      { providerRef: 'D', status: 'delivered' },
    ]);
    for (const broadcast of broadcasts)
      expect(await outcome(broadcast)).toEqual(['unknown', 'not-told-apart']);
  });

  it('a call that still rings is not bound yet', async () => {
    const broadcasts = [await approved(), await approved()];
    const { phone } = await row(broadcasts[0]!);
    await ask(phone, [
      { providerRef: 'C', status: 'sent' },
      { providerRef: 'D', status: 'delivered' },
    ]);
    for (const broadcast of broadcasts)
      expect(await outcome(broadcast)).toEqual(['unknown', 'not-told-apart']);
  });

  it('a broadcast whose own call was answered takes no other call', async () => {
    const heard = await accepted('A');
    const waiting = await approved();
    const { phone } = await row(waiting);
    await ask(phone, [
      { providerRef: 'A', status: 'delivered' },
      { providerRef: 'C', status: 'delivered' },
    ]);
    expect(await outcome(heard)).toEqual(['accepted', 'A']);
    expect(await outcome(waiting)).toEqual(['accepted', 'C']);
    expect(await helpers()).toEqual([]);
  });

  it('a redial in the gap is bound if only one broadcast waits', async () => {
    const waiting = await approved();
    const { phone } = await row(waiting);
    await ask(phone, [
      { providerRef: 'C', status: 'undelivered' },
      { providerRef: 'D', status: 'delivered' },
    ]);
    expect(await outcome(waiting)).toEqual(['accepted', 'D']);
    expect((await row(waiting)).attempts).toBe(2);
  });

  it('two answered calls and one waiting delivery: neither call can be bound', async () => {
    const waiting = await approved();
    const { phone } = await row(waiting);
    await ask(phone, [
      { providerRef: 'C', status: 'delivered' },
      { providerRef: 'D', status: 'delivered' },
    ]);
    expect(await outcome(waiting)).toEqual(['unknown', 'not-told-apart']);
  });

  it('a call to a mobile belongs to the broadcast whose text failed there, not to another', async () => {
    const words = (sms: string) => ({ texts: [{ language: 'sv', sms, segments: 1 }] });
    const broadcasts = [
      await test.approved({ mobiles: 1 }, words('Det första.')),
      await test.approved({ mobiles: 1 }, words('Det andra.')),
    ];
    await test.db.query('UPDATE broadcast SET planned = 1');
    const { phone } = await row(broadcasts[0]!);
    const text: ListedMessage = {
      providerRef: 'T',
      status: 'undelivered',
      from: 'Kommunen',
      to: phone,
      text: 'Det andra.',
      at: new Date(at.getTime() - 1000),
      direction: 'sent',
    };
    await ask(phone, [{ providerRef: 'C', status: 'delivered' }], { texts: [text] });
    expect(await outcome(broadcasts[0]!)).toEqual(['planned', null]);
    expect(await outcome(broadcasts[1]!)).toEqual(['accepted', 'C']);
    expect((await row(broadcasts[1]!)).channel).toBe('voice');
  });

  describe('calls to a mobile whose text is in no list', () => {
    const toMobile = async (): Promise<Broadcast> => {
      const broadcast = await test.approved({ mobiles: 1 });
      await test.db.query('UPDATE broadcast SET planned = 1 WHERE id = $1', [broadcast.id]);
      return broadcast;
    };
    const called = [{ providerRef: 'C', status: 'delivered' as const }];

    it('belong to the only broadcast that waits there: its text was refused at once', async () => {
      const waiting = await toMobile();
      const { phone } = await row(waiting);
      await ask(phone, called);
      expect(await outcome(waiting)).toEqual(['accepted', 'C']);
      expect((await row(waiting)).channel).toBe('voice');
    });

    it('are bound to neither if two broadcasts wait', async () => {
      const broadcasts = [await toMobile(), await toMobile()];
      const { phone } = await row(broadcasts[0]!);
      await ask(phone, called);
      for (const broadcast of broadcasts)
        expect(await outcome(broadcast)).toEqual(['unknown', 'not-told-apart']);
    });

    it('are not bound to the only waiting delivery if two calls were answered', async () => {
      const waiting = await toMobile();
      const { phone } = await row(waiting);
      await ask(phone, [...called, { providerRef: 'D', status: 'delivered' }]);
      expect(await outcome(waiting)).toEqual(['unknown', 'not-told-apart']);
    });

    it('do not belong to a broadcast whose text is under way', async () => {
      const waiting = await toMobile();
      const { phone } = await row(waiting);
      const text: ListedMessage = {
        providerRef: 'T',
        status: 'sent',
        from: 'Kommunen',
        to: phone,
        text: 'Koka vattnet.',
        at,
        direction: 'sent',
      };
      await ask(phone, called, { texts: [text] });
      expect(await outcome(waiting)).toEqual(['accepted', 'T']);
    });
  });
});
