import { readFile, readdir } from 'node:fs/promises';
import { TestLedger } from '../../../test/support/ledger.js';
import { pollUntil } from '../../../test/support/pipeline.js';
import type { Broadcast } from '../../broadcasts/broadcast.js';
import { DisposalRepository } from '../disposal/disposal.repository.js';
import { KeptSums } from './kept-sums.repository.js';
import type { Receipt } from './receipts.repository.js';
import { ReportRepository } from '../report/report.repository.js';
import { describeOnServer } from '../../../test/support/on-server.js';

describe('the kept sums of a broadcast that is over', () => {
  let test: TestLedger;
  beforeAll(async () => {
    test = await TestLedger.open();
  });
  afterAll(() => test.close());

  /** A broadcast with one delivery accepted, one in doubt and one that a worker still holds. Then it ended. */
  const ended = async (state: 'completed' | 'cancelled' = 'completed') => {
    const broadcast = await test.approved({ mobiles: 3 });
    const batch = (await test.batches.claim(broadcast.id, 'sms', 'a'))!;
    const tokens = await test.startSending(batch);
    await test.ledger.record(broadcast.id, 'sms', [
      { n: 1, token: tokens.get(1)!, result: { kind: 'accepted', providerRef: 'SM1' } },
      { n: 2, token: tokens.get(2)!, result: { kind: 'in-doubt', reason: 'timeout' } },
    ]);
    await test.db.query('UPDATE broadcast SET state = $2, planned = 3, completed_at = now() WHERE id = $1', [
      broadcast.id,
      state,
    ]);
    return { broadcast, tokens };
  };
  const receipt = ({ id }: Broadcast, token: string): Receipt => ({
    broadcastId: id,
    n: 1,
    token,
    providerRef: 'SM1',
    status: 'delivered',
  });
  const keptOf = async ({ id }: Broadcast) => {
    const [row] = await test.db.query<{ counts: object[] | null }[]>(
      'SELECT counts FROM kept_sums WHERE broadcast_id = $1',
      [id],
    );
    return row?.counts;
  };
  const percentOf = async ({ id }: Broadcast) => (await test.reports.percents([id])).get(id);

  it('the sums are computed once, and then read from the table', async () => {
    const { broadcast } = await ended();
    const report = await test.report(broadcast);
    expect(report).toMatchObject({ planned: 3, accepted: 1, inDoubt: 1, sending: 1 });
    // This change is not seen, because nothing is summed again.
    await test.db.query(`UPDATE delivery SET status = 'failed' WHERE broadcast_id = $1`, [broadcast.id]);
    expect(await test.report(broadcast)).toEqual(report);
    expect(await percentOf(broadcast)).toBe(0);
  });

  it('the sums are not kept while the broadcast is being sent', async () => {
    const { broadcast } = await ended();
    await test.db.query(`UPDATE broadcast SET state = 'sending' WHERE id = $1`, [broadcast.id]);
    await test.report(broadcast);
    expect(await keptOf(broadcast)).toBeUndefined();
  });

  it.each<
    [string, 'completed' | 'cancelled', (of: Awaited<ReturnType<typeof ended>>) => Promise<unknown>, object]
  >([
    [
      'a late receipt',
      'completed',
      async ({ broadcast, tokens }) => {
        await test.receipts.keep([receipt(broadcast, tokens.get(1)!)]);
        await test.receipts.apply(10);
      },
      { delivered: 1, accepted: 0, inDoubt: 1 },
    ],
    [
      'the answer to an attempt that was under way at the cancellation',
      'cancelled',
      ({ broadcast, tokens }) =>
        test.ledger.record(broadcast.id, 'sms', [
          { n: 3, token: tokens.get(3)!, result: { kind: 'accepted', providerRef: 'SM3' } },
        ]),
      { accepted: 2, sending: 0 },
    ],
    [
      'its worker died',
      'cancelled',
      async ({ broadcast }) => {
        await test.leaseRunsOut(broadcast);
        await test.batches.reclaim();
      },
      { inDoubt: 2, sending: 0 },
    ],
    [
      'a doubt was settled',
      'completed',
      async ({ broadcast: { id } }) => {
        await test.db.query('UPDATE delivery_doubt SET look_at = now() WHERE broadcast_id = $1', [id]);
        const doubt = (await test.doubts.take(100)).find(({ broadcastId }) => broadcastId === id)!;
        await test.doubts.found(doubt, 'SM2');
      },
      { accepted: 2, inDoubt: 0 },
    ],
    [
      'a doubt was not resent because the broadcast is over',
      'cancelled',
      async ({ broadcast: { id } }) => {
        await test.db.query('UPDATE delivery_doubt SET look_at = now() WHERE broadcast_id = $1', [id]);
        const doubt = (await test.doubts.take(100)).find(({ broadcastId }) => broadcastId === id)!;
        await test.doubts.sendAgain(doubt);
      },
      { cancelled: 1, inDoubt: 0 },
    ],
    ['silence', 'completed', () => test.receipts.giveUpOn(-1), { noReceipt: 1, accepted: 0 }],
  ])('the sums are computed again after %s', async (_, state, change, expected) => {
    const of = await ended(state);
    await test.report(of.broadcast);
    expect(await keptOf(of.broadcast)).toHaveLength(3);
    await change(of);
    expect(await keptOf(of.broadcast)).toBeNull();
    expect(await test.report(of.broadcast)).toMatchObject({ planned: 3, ...expected });
    expect((await keptOf(of.broadcast))!.length).toBeGreaterThan(0);
  });

  it('the sums stay when a change is rolled back, as after a crash', async () => {
    const { broadcast, tokens } = await ended();
    const report = await test.report(broadcast);
    await test.receipts.keep([receipt(broadcast, tokens.get(1)!)]);
    await test.db
      .transaction(async (tx) => {
        await test.receipts.apply(10, tx);
        throw new Error('gone');
      })
      .catch(() => undefined);
    expect(await keptOf(broadcast)).toHaveLength(3);
    expect(await test.report(broadcast)).toEqual(report);
    await test.receipts.apply(10);
    expect(await test.report(broadcast)).toMatchObject({ delivered: 1 });
  });

  it('the sums are deleted when the deliveries are disposed of, and the report stays the same', async () => {
    const { broadcast } = await ended();
    const report = await test.report(broadcast);
    const disposal = new DisposalRepository(test.db);
    await disposal.atomically(async (tx) => {
      await disposal.keepSums(broadcast.id, tx);
      await disposal.erase(broadcast.id, tx);
    });
    expect(await test.report(broadcast)).toEqual(report);
    expect(await keptOf(broadcast)).toBeUndefined();
  });

  // Clients of an embedded database share one session, so no client can read while another is in a transaction.
  describeOnServer('while others are at work', () => {
    it('the sums are not kept before an earlier change has committed', async () => {
      const { broadcast, tokens } = await ended();
      await test.receipts.keep([receipt(broadcast, tokens.get(1)!)]);
      await test.db.transaction(async (tx) => {
        await test.receipts.apply(10, tx);
        expect(await test.report(broadcast)).toMatchObject({ accepted: 1, delivered: 0 });
        expect(await keptOf(broadcast)).toBeUndefined();
      });
      expect(await test.report(broadcast)).toMatchObject({ accepted: 0, delivered: 1 });
      // Another process tries again at once, this process only after a pause.
      const other = new ReportRepository(test.db, new KeptSums(test.db));
      await other.counts(broadcast.id);
      expect(await keptOf(broadcast)).toHaveLength(3);
    });

    it('the sums are not kept if a change commits while they are computed', async () => {
      const { broadcast, tokens } = await ended();
      const reports = new ReportRepository(test.db, new KeptSums(test.db));
      await reports.counts(broadcast.id);
      await test.receipts.keep([receipt(broadcast, tokens.get(1)!)]);
      await test.db.query('UPDATE kept_sums SET counts = NULL WHERE broadcast_id = $1', [broadcast.id]);
      let made: Promise<unknown>;
      await test.db.transaction(async (tx) => {
        await test.receipts.apply(10, tx);
        made = reports.counts(broadcast.id);
        await pollUntil(
          () =>
            test.db.query<unknown[]>(
              `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'WITH was AS%' AND datname = current_database()`,
            ),
          (waiting) => waiting.length > 0,
        );
      });
      await made!;
      expect(await keptOf(broadcast)).toBeNull();
      expect(await test.report(broadcast)).toMatchObject({ accepted: 0, delivered: 1 });
    });

    it('several readers at the same time get the same sums', async () => {
      const { broadcast } = await ended();
      const readers = [1, 2, 3, 4].map(() => new ReportRepository(test.db, new KeptSums(test.db)));
      const answers = await Promise.all(readers.map((reader) => reader.counts(broadcast.id)));
      for (const answer of answers) expect(answer).toEqual(answers[0]);
      expect(await keptOf(broadcast)).toHaveLength(3);
    });
  });
});

describe('every statement that changes a delivery', () => {
  /**
   * These change nothing that is counted, or only deliveries of a broadcast that the same snapshot sees as under way.
   */
  const exempt = ['anonymise', 'leaveOutQuarantined', 'takeSilent', 'startSending', 'planAgain', 'make'];

  it('each statement that changes a delivery marks the kept sums, or is on the list of exceptions', async () => {
    const unmarked: string[] = [];
    for (const dir of ['src/deliveries', 'src/dispatch', 'src/personal-data']) {
      const files = await readdir(dir, { recursive: true });
      for (const file of files.filter((name) => name.endsWith('.repository.ts'))) {
        const source = await readFile(`${dir}/${file}`, 'utf8');
        for (const method of source.split(/^ {2}(?=(?:private )?(?:async )?\w+[(<])/m))
          if (/UPDATE delivery( |\n)/.test(method) && !method.includes('staleSumsSql('))
            unmarked.push(/(\w+)[(<]/.exec(method)![1]!);
      }
    }
    expect(unmarked.sort()).toEqual(exempt.sort());
  });
});
