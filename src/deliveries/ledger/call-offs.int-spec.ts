import type { DataSource } from 'typeorm';
import { TestLedger } from '../../../test/support/ledger.js';
import { PlanWork } from '../../../test/support/plan-work.js';
import { CallOffsRepository } from './call-offs.repository.js';

const size = 2_000;
const atOnce = 20;
/**
 * Maximum rows that all statements may visit. Reading every delivery in each of the 100 turns would visit 100 times the
 * size.
 */
const most = 40 * size;

describe('cancelling what the provider queues of a large broadcast', () => {
  let test: TestLedger;
  let id: string;
  beforeEach(async () => {
    test = await TestLedger.open();
    ({ id } = await test.approved({ mobiles: 1 }));
    await test.db.query(`UPDATE broadcast SET state = 'cancelled' WHERE id = $1`, [id]);
    await test.db.query('DELETE FROM delivery WHERE broadcast_id = $1', [id]);
  });
  afterEach(() => test.close());

  const fill = () =>
    test.db.query(
      `INSERT INTO delivery (broadcast_id, n, phone, channel, language, segments, generated, status, token, provider_ref)
       SELECT $1, n, '+46920' || (200000 + n), 'voice', 'sv', 1, true, 'accepted', 't' || n, 'CA' || n
       FROM generate_series(1, $2::int) AS n`,
      [id, size],
    );
  const due = () => test.db.query('UPDATE call_off SET look_at = now()');

  it.each([
    ['when the planner has no statistics', fill],
    [
      'when the planner thinks the table is empty',
      async () => {
        await test.db.query('ANALYZE delivery, delivery_event');
        await fill();
      },
    ],
  ])('reads each delivery only a few times in all, %s', async (_, begin) => {
    await begin();
    await test.callOffs.add(id);
    const plan = new PlanWork();
    const measured = new CallOffsRepository(plan.measuring(test.db.manager) as unknown as DataSource);
    const asked: number[] = [];
    for (let isAll = false; !isAll;) {
      await due();
      await measured.take(atOnce);
      await due();
      const turn = (await test.callOffs.take(atOnce))!;
      asked.push(...turn.deliveries.map(({ n }) => n));
      await test.callOffs.asked(turn.deliveries);
      await test.callOffs.putOff(id, turn.lookedTo, 0);
      ({ isAll } = turn);
    }
    expect(asked).toEqual(Array.from({ length: size }, (__, at) => at + 1));
    expect(plan.visited).toBeLessThan(most);
  });
});
