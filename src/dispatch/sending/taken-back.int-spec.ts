import { testDatabaseUrl } from '../../../test/support/database.js';
import { TestLedger } from '../../../test/support/ledger.js';
import type { PhonesRepository } from '../../directory/phones.repository.js';
import { SystemClock } from '../../kernel/clock.js';
import { Config } from '../../platform/config/config.js';
import { AuditLog } from '../../staff/audit-log.js';
import type { Member } from '../../staff/member.js';
import type { RecordOptOut } from '../../topics/record-opt-out.js';
import { FailureConsequences } from './failure-consequences.js';
import { RestartSender } from '../senders/restart-sender.js';
import { SenderStops } from '../senders/sender-stops.repository.js';

const code = '29999';

describe('refusals recorded before the sender was known to be the cause', () => {
  let test: TestLedger;
  let afterFailure: FailureConsequences;
  let senders: RestartSender;
  beforeEach(async () => {
    test = await TestLedger.open();
    const config = Config.read({ NODE_ENV: 'test', DATABASE_URL: await testDatabaseUrl() });
    const stops = new SenderStops(test.db);
    const audit = new AuditLog(test.db, new SystemClock(), config);
    const [phones, optOut] = [{} as PhonesRepository, {} as RecordOptOut];
    afterFailure = new FailureConsequences(test.db, config, stops, phones, optOut, test.ledger, audit);
    senders = new RestartSender(test.db, config, stops, test.ledger, audit);
  });
  afterEach(() => test.close());

  const beingSent = async (mobiles: number) => {
    const broadcast = await test.approved({ mobiles });
    const tokens = await test.startSending((await test.batches.claim(broadcast.id, 'sms', 'a'))!);
    const refuse = (n: number, reason = code) =>
      test.ledger.record(broadcast.id, 'sms', [
        { n, token: tokens.get(n)!, result: { kind: 'rejected', reason } },
      ]);
    return { broadcast, refuse };
  };
  const statuses = async (broadcast: { id: string }) =>
    (await test.rows(broadcast)).map(({ status }) => status);
  const stop = (takesBack: boolean) =>
    afterFailure.run([
      {
        failure: 'sender-refused',
        reason: code,
        takesBack,
        phone: '+46701740699',
        channel: 'sms',
        kind: 'alert',
        senderAddress: null,
      },
    ]);
  const batched = async () => {
    const rows = await test.db.query<{ n: number }[]>(
      'SELECT unnest(ns) AS n FROM delivery_batch WHERE worker IS NULL ORDER BY 1',
    );
    return rows.map(({ n }) => n);
  };

  it('are planned again at the stop, also those of a dead worker, and no others', async () => {
    const { broadcast, refuse } = await beingSent(4);
    await refuse(1);
    await refuse(2, '29998');
    await refuse(3);
    await stop(true);
    expect(await statuses(broadcast)).toEqual(['planned', 'rejected', 'planned', 'sending']);
    expect(await batched()).toEqual([1, 3]);
    expect((await test.rows(broadcast)).map(({ attempts }) => attempts)).toEqual([0, 1, 0, 1]);
  });

  it('are planned again while the sender is stopped, and at the latest when it starts', async () => {
    const { broadcast, refuse } = await beingSent(3);
    await stop(true);
    await refuse(1);
    await senders.takeBack();
    expect(await statuses(broadcast)).toEqual(['planned', 'sending', 'sending']);
    await refuse(2);
    const [{ id }] = await test.db.query<[{ id: string }]>(
      `WITH d AS (INSERT INTO department (id, name) VALUES (gen_random_uuid(), 'IT') RETURNING id)
       INSERT INTO member (id, department_id, name, email, roles)
       SELECT gen_random_uuid(), id, 'Olle', 'olle@example.se', '{duty-officer}' FROM d RETURNING id`,
    );
    await senders.run('alert-sms', { id } as Member);
    expect(await statuses(broadcast)).toEqual(['planned', 'planned', 'sending']);
    await refuse(3);
    await senders.takeBack();
    expect(await statuses(broadcast)).toEqual(['planned', 'planned', 'rejected']);
  });

  it('stay refused if the sender was stopped for a known reason', async () => {
    const { broadcast, refuse } = await beingSent(1);
    await refuse(1);
    await stop(false);
    await senders.takeBack();
    expect(await statuses(broadcast)).toEqual(['rejected']);
  });
});
