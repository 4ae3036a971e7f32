import { hire } from '../../../test/support/staff.js';
import { pollUntil, Pipeline } from '../../../test/support/pipeline.js';

describe('a sender that the provider refuses', () => {
  let pipeline: Pipeline;
  beforeAll(async () => {
    pipeline = await Pipeline.start({ CALLS_PER_SECOND: '50' });
    pipeline.startWorker();
  });
  afterAll(() => pipeline.stop());

  type Sender = { id: string; stopped?: { reason: string; probeAt: string | null } };
  const senders = async () => (await pipeline.get('/senders')).json<Sender[]>();
  const stopped = async () =>
    (await pollUntil(senders, (all) => all.some((one) => one.stopped))).filter((one) => one.stopped);
  const refuseFirst = (first: number, code: number, status = 400) =>
    pipeline.faults({
      rules: [{ match: { from: 'LuleaKommun', first }, fault: { kind: 'reject', code, status } }],
    });
  const restart = async (roles: Parameters<typeof hire>[2]) => {
    const { headers } = await hire(pipeline.app, roles!.join(), roles);
    return pipeline.app.inject({ method: 'DELETE', url: '/api/v1/senders/alert-sms/stop', headers });
  };
  const quiet = (id: string) =>
    pollUntil(
      () => pipeline.report(id),
      ({ sending, accepted, sent }) => sending! + accepted! + sent! === 0,
    );
  const audited = async () => {
    const rows = await pipeline.db.query<{ action: string; detail: object; by: boolean }[]>(
      `SELECT action, detail, member_id IS NOT NULL AS by FROM audit_entry WHERE subject = 'alert-sms' ORDER BY id`,
    );
    await pipeline.db.query('TRUNCATE sender_probe');
    return rows;
  };

  it.each([
    ['the callback address', 21609],
    ['its own number', 21659],
    ['an unknown code, three times in a row', 29999],
  ])(
    'a stop for %s loses nobody: a duty officer restarts the sender, and all get the message',
    async (_why, code) => {
      const { phones, ...audience } = await pipeline.house({ mobiles: 6 });
      await refuseFirst(1000, code);
      const sms = `Vattnet stängs av, fel ${code}.`;
      const id = await pipeline.send(audience, { texts: [{ language: 'sv', sms }] });
      expect(await stopped()).toMatchObject([
        { id: 'alert-sms', stopped: { reason: String(code), probeAt: null } },
      ]);
      await quiet(id);
      await pollUntil(
        () => pipeline.report(id),
        ({ pending, rejected }) => pending === 6 && rejected === 0,
      );
      expect(await pipeline.state(id)).toBe('sending');

      await pipeline.faults({ rules: [] });
      expect((await restart(['author', 'approver'])).statusCode).toBe(403);
      expect((await restart(['duty-officer'])).statusCode).toBe(204);
      await pollUntil(
        () => pipeline.report(id),
        ({ delivered }) => delivered === 6,
      );
      for (const phone of phones)
        expect((await pipeline.handset(phone)).filter(({ text }) => text === sms)).toHaveLength(1);
      expect((await audited()).slice(-2)).toEqual([
        { action: 'sender.stop', detail: { reason: String(code) }, by: false },
        { action: 'sender.restart', detail: {}, by: true },
      ]);
    },
  );

  it('an unknown code for only two phones does not stop the sender', async () => {
    const { phones, ...audience } = await pipeline.house({ mobiles: 2 });
    await refuseFirst(2, 29998);
    const id = await pipeline.send(audience);
    expect(phones).toHaveLength(2);
    await pollUntil(
      () => pipeline.state(id),
      (state) => state === 'completed',
    );
    expect(await pipeline.report(id)).toMatchObject({ rejected: 2 });
    expect((await senders()).filter((one) => one.stopped)).toEqual([]);
  });

  it('a passing stop is retried automatically, once', async () => {
    const { places } = await pipeline.house({ mobiles: 2 });
    // As after a refusal by a proxy, which has no Twilio code.
    await pipeline.db.query(
      `INSERT INTO sender_stop (sender, reason, probe_at) VALUES ('alert-sms', 'http-403', now() + interval '3 minutes')`,
    );
    const id = await pipeline.send({ places });
    expect((await stopped())[0]!.stopped!.probeAt).not.toBeNull();
    await pipeline.db.query('UPDATE sender_stop SET probe_at = now()');
    await pollUntil(
      () => pipeline.report(id),
      ({ delivered }) => delivered === 2,
    );
    expect((await audited()).at(-1)).toEqual({
      action: 'sender.restart',
      detail: { automatic: true },
      by: false,
    });
  });
});
