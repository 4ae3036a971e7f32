import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../../test/support/database.js';
import { fictionMobile } from '../../../test/support/fiction-phones.js';
import { onlyProvider } from '../../../test/support/messages.js';
import { pollUntil } from '../../../test/support/pipeline.js';
import type { Channel } from '../../kernel/channel.js';
import type { StopByText } from '../../topics/stop-by-text.js';
import { AskProvider } from './ask-provider.js';
import { SendGate } from './send-gate.js';
import { SendGateRepository } from './send-gate.repository.js';
import { SendHolds } from './send-holds.repository.js';
import { SentList, type ListedMessage } from './sent-list.js';
import { TakeOverRepository } from './take-over.repository.js';
import { UnknownMessagesRepository } from './unknown-messages.repository.js';

/** A provider's records, with a hook that runs while a channel is read. */
class Books extends SentList {
  asked = 0;
  constructor(
    private readonly messages: readonly ListedMessage[] = [],
    private readonly meanwhile: (channel: Channel) => Promise<unknown> = () => Promise.resolve(),
  ) {
    super();
  }
  async each(channel: Channel, since: Date, take: (page: readonly ListedMessage[]) => Promise<void>) {
    this.asked += 1;
    await this.meanwhile(channel);
    const recent = channel === 'sms' ? this.messages.filter(({ at }) => at >= since) : [];
    if (recent.length > 0) await take(recent);
    return undefined;
  }
  stop(): void {
    // No request is under way after its answer.
  }
}

const text = (providerRef: string, at = new Date()): ListedMessage => ({
  status: 'delivered',
  providerRef,
  from: 'Kommunen',
  to: fictionMobile(0),
  text: 'Vattnet är avstängt.',
  at,
  direction: 'sent',
});

describe('the turn to ask the provider for all workers', () => {
  let db: DataSource;
  let gate: SendGateRepository;
  let unknown: UnknownMessagesRepository;
  const running: SendGate[] = [];
  beforeEach(async () => {
    Logger.overrideLogger(false);
    db = await openTestDatabase();
    gate = new SendGateRepository(db);
    unknown = new UnknownMessagesRepository(db, gate);
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((one) => one.stop()));
    await db.destroy();
  });

  const asker = (list: SentList, heed: () => Promise<void> = () => Promise.resolve()) =>
    new AskProvider(gate, onlyProvider({ list }), unknown, new TakeOverRepository(db, gate), {
      run: heed,
    } as unknown as StopByText);
  const worker = async (name: string, list: SentList) => {
    const one = new SendGate(gate, asker(list), onlyProvider({ list }));
    running.push(one);
    await one.start(name);
  };
  const passesTo = (other: string) =>
    db.query(`UPDATE send_gate SET asker = $1, asking_until = now() + interval '1 minute'`, [other]);
  const hold = () => new SendHolds(db).open();

  it('another worker gets the turn a few seconds after its owner has died', async () => {
    const seen = await gate.look();
    expect(await gate.takeTurn({ id: 'dead', home: seen.home })).toBe(true);
    expect(await asker(new Books()).run('alive', seen)).toEqual({ kind: 'later' });
    await pollUntil(
      () => asker(new Books()).run('alive', seen),
      ({ kind }) => kind === 'complete',
      10_000,
    );
  });

  it('a worker keeps the turn for as long as the provider takes to answer', async () => {
    const seen = await gate.look();
    const until = async () =>
      (await db.query<{ until: Date }[]>('SELECT asking_until AS until FROM send_gate'))[0]!.until;
    let others: unknown[] = [];
    const slow = new Books([], async () => {
      const first = await until();
      await pollUntil(until, (now) => now > first);
      others = [await asker(new Books()).run('other', seen)];
    });
    expect(await asker(slow).run('slow', seen)).toEqual({ kind: 'complete' });
    expect(others).toEqual([{ kind: 'later' }]);
  });

  it.each(['sms', 'voice'] as const)(
    "a worker that lost the turn while it read the list of %s can't answer",
    async (channel) => {
      const seen = await gate.look();
      const slow = new Books([], (read) => (read === channel ? passesTo('other') : Promise.resolve()));
      expect(await asker(slow).run('slow', seen)).toEqual({ kind: 'later' });
      expect(await gate.look()).toMatchObject({ askedFor: null });
      expect(await db.query('SELECT asker FROM send_gate')).toEqual([{ asker: 'other' }]);
    },
  );

  it("a worker that lost the turn can't hold sending, nor change what the next one found", async () => {
    const seen = await gate.look();
    const lostBeforeNoting = new Books([text('SM1')], () => passesTo('other'));
    expect(await asker(lostBeforeNoting).run('slow', seen)).toEqual({ kind: 'later' });
    expect(await unknown.waiting()).toBe(0);
    await db.query(`UPDATE send_gate SET asking_until = '-infinity'`);
    const lostBeforeTakeOver = new Books([text('SM2')], (read) =>
      read === 'voice' ? passesTo('other') : Promise.resolve(),
    );
    expect(await asker(lostBeforeTakeOver).run('slow', seen)).toEqual({ kind: 'later' });
    expect(await unknown.waiting()).toBe(1);
    expect(await hold()).toBeUndefined();
    await expect(unknown.forgetWaiting({ id: 'slow', home: seen.home })).rejects.toThrow('another worker');
    expect(await unknown.waiting()).toBe(1);
  });

  it('no new hold begins if staff end one while the provider is asked', async () => {
    await gate.look();
    await db.query('INSERT INTO send_hold (known_until) VALUES (now())');
    const seen = await gate.look();
    expect(seen.isHeld).toBe(true);
    const ends = new Books([], () => db.query('UPDATE send_hold SET ended_at = now()'));
    expect(await asker(ends).run('a', seen)).toEqual({ kind: 'complete' });
    expect(await hold()).toBeUndefined();
    expect((await gate.look()).askedFor).toBe(seen.home);
  });

  it('an unreadable text does not block the answer, but an unavailable database does', async () => {
    const seen = await gate.look();
    const received = new Books([{ ...text('SM4'), direction: 'received' }]);
    const away = Object.assign(new Error('away'), { code: '57P01' });
    await expect(asker(received, () => Promise.reject(away)).run('a', seen)).rejects.toBe(away);
    const broken = () => Promise.reject(new TypeError('no such thing'));
    expect(await asker(received, broken).run('a', seen)).toEqual({ kind: 'complete' });
  });

  it('all ask again when the ledger is older than a worker has seen it', async () => {
    const lost = text('SM3', new Date(Date.now() - 1_800_000));
    const books = [new Books([lost]), new Books([lost])] as const;
    await worker('a', books[0]);
    await worker('b', books[1]);
    await pollUntil(
      () => gate.look(),
      ({ home, askedFor }) => askedFor === home,
    );
    expect(await hold()).toBeUndefined();
    await db.query(`UPDATE send_gate SET alive_at = alive_at - interval '1 hour'`);
    const held = await pollUntil(hold, (open) => open !== undefined);
    expect(held).toMatchObject({ unknown: 1, fitsNone: 1 });
    expect(books[0].asked + books[1].asked).toBeGreaterThan(2);
  });

  it('vouching does not hide that the ledger went back since the worker looked', async () => {
    await worker('a', new Books());
    const { home, aliveAt } = await pollUntil(
      () => gate.look(),
      (seen) => seen.askedFor === seen.home,
    );
    await running.pop()!.stop();
    await db.query(`UPDATE send_gate SET alive_at = alive_at - interval '1 hour'`);
    await gate.vouch(home, aliveAt!);
    expect((await gate.look()).silentSeconds).toBeGreaterThan(3000);
    await gate.vouch(home, undefined);
    expect((await gate.look()).silentSeconds).toBeLessThan(3000);
  });
});
