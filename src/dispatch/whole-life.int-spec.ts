import fc from 'fast-check';
import { TestLedger } from '../../test/support/ledger.js';
import type { Broadcast } from '../broadcasts/broadcast.js';
import { Sweeper } from './sweeper.js';
import type { RecordedAttempt } from '../deliveries/attempt.js';
import { finalStatuses, type ClaimedBatch } from '../deliveries/delivery.js';

/** The result of an attempt: what the provider does, and what we get to know. */
const fates = ['accepted', 'too fast', 'refused', 'sent, unheard', 'lost, unheard'] as const;
const steps = [
  'claim',
  'start',
  'start',
  'send',
  'send',
  'send',
  'record',
  'record',
  'record again',
  'release',
  'crash',
  'leases run out',
  'receipt',
  'receipt again',
  'apply',
  'look',
  'look',
  'sweep',
  'pause',
  'resume',
] as const;
type Step = (typeof steps)[number];
type Action = readonly [Step | 'cancel' | 'expire', number];

interface SentMessage {
  readonly n: number;
  readonly phone: string;
  readonly token: string;
  readonly ref: string;
  final: 'delivered' | 'undelivered';
}

/** A worker as the ledger sees it. It may die or be given up at any step. */
interface Hand {
  batch?: ClaimedBatch;
  left: number[];
  /** Committed as `sending`, but not yet written to a socket. */
  committed: { n: number; phone: string; token: string; stale: boolean }[];
  known: RecordedAttempt[];
}

const newHand = (): Hand => ({ left: [], committed: [], known: [] });

/** One broadcast, three workers, an honest provider whose answers may be lost, and everything that can go wrong. */
class Life {
  readonly sent: SentMessage[] = [];
  private readonly hands = [newHand(), newHand(), newHand()];
  private recorded: RecordedAttempt[] = [];
  private readonly sweeper: Sweeper;

  constructor(
    private readonly test: TestLedger,
    readonly broadcast: Broadcast,
    private readonly fateOf: (at: number) => (typeof fates)[number],
  ) {
    this.sweeper = new Sweeper(test.batches, test.ledger, test.broadcasts, test.enrolment, test.callOffs);
  }

  async do([step, at]: Action): Promise<void> {
    const { test, broadcast } = this;
    const { id } = broadcast;
    const hand = this.hands[at % 3]!;
    switch (step) {
      case 'claim':
        if (hand.batch) return;
        hand.batch = await test.batches.claim(id, 'sms', `worker ${at % 3}`);
        if (hand.batch) hand.left = hand.batch.planned.map(({ n }) => n);
        return;
      case 'start':
        return this.start(hand, 1 + (at % 4));
      case 'send':
        this.send(hand, at);
        return;
      case 'record':
        this.recorded = hand.known.splice(0, 1 + (at % 5));
        return test.ledger.record(id, 'sms', this.recorded);
      case 'record again':
        return test.ledger.record(id, 'sms', this.recorded);
      case 'release':
        if (!hand.batch || hand.committed.length > 0 || hand.known.length > 0) return;
        await test.batches.release(hand.batch, hand.left);
        hand.batch = undefined;
        return;
      case 'crash':
        this.hands[at % 3] = newHand();
        return;
      case 'leases run out':
        // A worker that was frozen for so long knows it, and sends no more. It may still record the results that it
        // has.
        for (const other of this.hands) for (const one of other.committed) one.stale = true;
        await test.leaseRunsOut(broadcast);
        await test.batches.reclaim();
        return;
      case 'receipt':
      case 'receipt again': {
        const message = this.sent[at % Math.max(1, this.sent.length)];
        if (!message) return;
        const status = at % 3 === 0 ? 'sent' : message.final;
        return test.receipts.keep([{ ...message, broadcastId: id, providerRef: message.ref, status }]);
      }
      case 'apply':
        await test.receipts.apply(1 + (at % 3));
        return;
      case 'look':
        return this.look();
      case 'sweep':
        return this.sweeper.run();
      case 'pause':
        await test.moveByHand(id, ['approved', 'sending'], 'paused');
        return;
      case 'resume':
        await test.moveByHand(id, ['paused'], 'sending');
        return;
      case 'cancel':
        if (await test.moveByHand(id, ['approved', 'sending', 'paused'], 'cancelled'))
          await test.ledger.close(id, 'cancelled');
        return;
      case 'expire':
        await test.db.query('UPDATE broadcast SET expires_at = now() WHERE id = $1', [id]);
    }
  }

  private async start(hand: Hand, count: number): Promise<void> {
    const { batch } = hand;
    if (!batch || hand.left.length === 0) return;
    const chosen = hand.left.slice(0, count);
    const tokens = await this.test.startSending(batch, chosen);
    if (tokens.size === 0) return;
    hand.left = hand.left.slice(count);
    const rows = await this.test.rows(this.broadcast);
    for (const [n, token] of tokens)
      hand.committed.push({ n, token, phone: rows[n - 1]!.phone, stale: false });
  }

  private send(hand: Hand, at: number): void {
    const one = hand.committed.shift();
    if (!one) return;
    const { n, token, phone, stale } = one;
    const fate = stale ? 'stale' : this.fateOf(at);
    const ref = `SM${this.sent.length}`;
    if (fate === 'accepted' || fate === 'sent, unheard')
      this.sent.push({ n, phone, token, ref, final: at % 4 === 0 ? 'undelivered' : 'delivered' });
    const result = {
      accepted: { kind: 'accepted', providerRef: ref },
      'too fast': { kind: 'not-sent', reason: '20429', afterMs: 0 },
      refused: { kind: 'rejected', reason: '21211' },
      'sent, unheard': { kind: 'in-doubt', reason: 'timeout' },
      'lost, unheard': { kind: 'in-doubt', reason: 'ECONNRESET' },
      stale: { kind: 'not-sent', reason: 'worker-frozen', afterMs: 0 },
    } as const;
    hand.known.push({ n, token, result: result[fate] });
  }

  /** Looks up deliveries in doubt in the provider's list, which has everything that was sent and nothing else. */
  async look(): Promise<void> {
    const { doubts, db } = this.test;
    await doubts.dropSettled();
    await db.query('UPDATE delivery_doubt SET look_at = now()');
    for (const doubt of await doubts.take(3)) {
      const match = this.sent.find(({ phone }) => phone === doubt.phone);
      if (match) await doubts.found(doubt, match.ref);
      else if (doubt.emptyLooks === 0) await doubts.lookedInVain(doubt);
      else if (doubt.lane === 'routine') await doubts.giveUp(doubt);
      else await doubts.sendAgain(doubt);
    }
  }

  /** All workers are alive again, every answer and every receipt arrives, until nothing changes any more. */
  async end(): Promise<void> {
    for (let n = 0; n < 3; n++) await this.do(['crash', n]);
    for (let round = 0; round < 12 && !(round > 1 && (await this.isOver())); round++) {
      await this.do(['leases run out', 0]);
      await this.do(['resume', 0]);
      for (let n = 0; n < 4; n++) await this.look();
      await this.sweeper.run();
      for (;;) {
        await this.do(['claim', 0]);
        const hand = this.hands[0]!;
        if (!hand.batch) break;
        await this.start(hand, hand.left.length);
        while (hand.committed.length > 0) this.sendHeard(hand);
        await this.do(['record', 3]);
        while (hand.known.length > 0) await this.do(['record', 3]);
        await this.do(['release', 0]);
      }
      for (const message of this.sent)
        await this.test.receipts.keep([
          {
            ...message,
            broadcastId: this.broadcast.id,
            providerRef: message.ref,
            status: message.final,
          },
        ]);
      await this.test.receipts.apply(1000);
    }
  }

  private async isOver(): Promise<boolean> {
    const { state } = await this.test.broadcasts.get(this.broadcast.id);
    const { unsent, unreceipted } = await this.test.ledger.open(this.broadcast.id);
    const batches = await this.test.batchesOf(this.broadcast);
    return (state === 'completed' || state === 'cancelled') && unsent + unreceipted + batches.length === 0;
  }

  private sendHeard(hand: Hand): void {
    const { n, token, phone } = hand.committed.shift()!;
    const ref = `SM${this.sent.length}`;
    this.sent.push({ n, phone, token, ref, final: 'delivered' });
    hand.known.push({ n, token, result: { kind: 'accepted', providerRef: ref } });
  }
}

const actions = fc.array(
  fc.tuple(
    fc.oneof(
      { weight: 60, arbitrary: fc.constantFrom(...steps) },
      { weight: 1, arbitrary: fc.constantFrom('cancel' as const, 'expire' as const) },
    ),
    fc.nat(1000),
  ),
  { minLength: 30, maxLength: 120, size: 'max' },
);

describe('the whole life of a broadcast under random failures', () => {
  let test: TestLedger;
  beforeAll(async () => {
    test = await TestLedger.open();
  });
  afterAll(() => test.close());

  it('sends to nobody twice, leaves nothing unfinished, and adds up', async () => {
    const mobiles = 12;
    const lanes = fc.constantFrom('urgent' as const, 'routine' as const);
    const heard = fc.infiniteStream(fc.constantFrom(...fates));
    await fc.assert(
      fc.asyncProperty(lanes, actions, heard, async (lane, script, stream) => {
        const broadcast = await test.approved({ mobiles }, { lane });
        const life = new Life(test, broadcast, () => stream.next().value as (typeof fates)[number]);
        for (const action of script) await life.do(action);
        expect(await test.report(broadcast)).toMatchObject({ planned: mobiles });
        await life.end();

        const reached = life.sent.map(({ phone }) => phone);
        expect(new Set(reached).size).toBe(reached.length);
        const rows = await test.rows(broadcast);
        expect(rows.filter(({ status }) => !(finalStatuses as string[]).includes(status))).toEqual([]);
        expect(await test.batchesOf(broadcast)).toEqual([]);
        for (const { phone, status } of rows) {
          const message = life.sent.find((one) => one.phone === phone);
          if (message) expect({ phone, status }).toEqual({ phone, status: message.final });
          else expect(['rejected', 'cancelled', 'expired', 'unknown']).toContain(status);
        }
        expect(await test.report(broadcast)).toMatchObject({ planned: mobiles });
        expect(await test.broadcasts.get(broadcast.id)).toMatchObject({
          state: expect.stringMatching(/completed|cancelled/),
        });
      }),
      // A failure prints its seed. Shrinking would take minutes.
      { numRuns: 20, endOnFailure: true },
    );
  });
});
