import { z } from 'zod';
import { pollUntil, partsOf, Pipeline } from '../../../test/support/pipeline.js';
import { DoubtAnswer } from '../../deliveries/report/doubt-answers.js';
import { ResolveDoubts } from './resolve-doubts.js';

describe('deliveries in doubt', () => {
  let pipeline: Pipeline;
  beforeAll(async () => {
    pipeline = await Pipeline.start({ PROVIDER_TIMEOUT_MS: '2000', CALLS_PER_SECOND: '50' });
    pipeline.startWorker();
  });
  afterAll(() => pipeline.stop());

  /** As if the minute between two looks had passed. */
  const look = async (): Promise<void> => {
    await pipeline.db.query('UPDATE delivery_doubt SET look_at = now()');
    await pipeline.app.get(ResolveDoubts).run();
  };
  /** Polls the provider about deliveries that look silent for a while. */
  const poll = async (id: string): Promise<void> => {
    await pipeline.db.query(
      `UPDATE delivery SET updated_at = now() - interval '10 minutes' WHERE broadcast_id = $1 AND status IN ('accepted', 'sent')`,
      [id],
    );
    await pipeline.poll();
  };
  const lookUntil = (id: string, fits: (report: Record<string, number>) => boolean) =>
    pollUntil(async () => {
      await look();
      return pipeline.report(id);
    }, fits);
  const open = ({ pending, sending, accepted, sent, inDoubt }: Record<string, number>) =>
    pending! + sending! + accepted! + sent! + inDoubt!;
  const doubted = (id: string, inDoubt: number) =>
    pollUntil(
      () => pipeline.report(id),
      (report) => report.inDoubt === inDoubt && report.pending! + report.sending! === 0,
    );
  const times = async (phone: string, text: string) =>
    (await pipeline.handset(phone)).filter((one) => one.text.includes(text)).length;
  let round = 0;
  const words = () => {
    const sms = `Tvivel nummer ${++round}.`;
    return { sms, texts: [{ language: 'sv', sms }] };
  };

  /** What the provider does to one phone each, and whether it accepted the message. */
  const faults: readonly { readonly fault: object; readonly taken: boolean }[] = [
    { fault: { kind: 'accept-then-hang' }, taken: true },
    { fault: { kind: 'accept-then-reset' }, taken: true },
    { fault: { kind: 'server-error', status: 500, accepted: true }, taken: true },
    { fault: { kind: 'reset-before-accept' }, taken: false },
    { fault: { kind: 'server-error', status: 503 }, taken: false },
  ];

  it.each(['crisis', 'routine'] as const)(
    'end correctly after any provider fault, and nobody is reached twice (%s)',
    async (lane) => {
      const struckOf = faults.length;
      const { phones, ...audience } = await pipeline.house({
        mobiles: struckOf + 2,
        landlines: struckOf + 2,
      });
      const fates = phones.map((phone, i): { phone: string; fault?: object; taken?: boolean } => ({
        phone,
        ...faults[i % (struckOf + 2)],
      }));
      const struck = fates.filter(({ fault }) => fault !== undefined);
      await pipeline.faults({
        rules: [
          ...struck.map(({ phone, fault }) => ({ match: { to: phone, first: 1 }, fault })),
          // Without receipts only the provider's list can settle it.
          { match: { to: struck.map(({ phone }) => phone) }, fault: { kind: 'callback-lost' } },
        ],
      });
      const { sms, texts } = words();
      const id = await pipeline.send(audience, { lane, texts });
      await doubted(id, struck.length);
      const looked = await lookUntil(
        id,
        ({ inDoubt, pending, sending }) => inDoubt! + pending! + sending! === 0,
      );
      const lost = struck.filter(({ taken }) => !taken).length;
      const resent = lane === 'crisis' ? lost : 0;
      expect(looked).toMatchObject({ planned: phones.length, unknown: lost - resent });
      expect(partsOf(looked)).toBe(phones.length);
      expect(looked.reasons['sent-again-after-doubt'] ?? 0).toBe(resent);
      const told = z.array(DoubtAnswer).parse((await pipeline.get(`/broadcasts/${id}/report/doubts`)).json());
      expect(told).toHaveLength(lost);
      for (const { events, ...one } of told) {
        expect(one).toMatchObject(resent ? { resent: true } : { resent: false, status: 'unknown' });
        expect(events.map(({ kind }) => kind)).toEqual([
          'in-doubt',
          resent ? 'sent-again-after-doubt' : 'given-up',
        ]);
      }
      expect(JSON.stringify(told)).not.toContain('+46');
      const table = (await pipeline.get(`/broadcasts/${id}/report/doubts`, { accept: 'text/csv' })).body;
      expect(table.trimEnd().split('\r\n')).toHaveLength(lost + 1);
      const swedish = await pipeline.get(`/broadcasts/${id}/report/doubts?separator=semicolon`, {
        accept: 'text/csv',
      });
      expect(swedish.body).toMatch(/^\uFEFFnumber;channel;/);
      const tab = await pipeline.get(`/broadcasts/${id}/report?separator=tab`, { accept: 'text/csv' });
      expect(tab.statusCode).toBe(400);
      const end = await pollUntil(
        async () => {
          await poll(id);
          return pipeline.report(id);
        },
        (report) => open(report) === 0,
      );
      expect(partsOf(end)).toBe(phones.length);
      expect(end).toMatchObject({ delivered: phones.length - lost + resent, unknown: lost - resent });
      for (const { phone, taken = true } of fates)
        expect({ phone, got: await times(phone, sms) }).toEqual({
          phone,
          got: taken || lane === 'crisis' ? 1 : 0,
        });
      await pollUntil(
        () => pipeline.state(id),
        (state) => state === 'completed',
      );
    },
  );

  it('are settled by a receipt before the first look', async () => {
    const { phones, ...audience } = await pipeline.house({ mobiles: 2 });
    await pipeline.faults({ rules: [{ match: { to: phones[0] }, fault: { kind: 'accept-then-reset' } }] });
    const { sms, texts } = words();
    const id = await pipeline.send(audience, { lane: 'crisis', texts });
    const report = await pollUntil(
      () => pipeline.report(id),
      ({ delivered }) => delivered === 2,
    );
    expect(report).toMatchObject({ planned: 2, reasons: {} });
    expect(await times(phones[0]!, sms)).toBe(1);
  });

  it("wait while the provider's list is unavailable", async () => {
    const { phones, ...audience } = await pipeline.house({ mobiles: 2 });
    const lost = { match: { to: phones[0], first: 1 }, fault: { kind: 'reset-before-accept' } };
    await pipeline.faults({ rules: [lost, { fault: { kind: 'list-unavailable' } }] });
    const { sms, texts } = words();
    const id = await pipeline.send(audience, { lane: 'crisis', texts });
    await doubted(id, 1);
    for (let n = 0; n < 4; n++) await look();
    expect(await pipeline.report(id)).toMatchObject({ inDoubt: 1, pending: 0 });
    expect(await times(phones[0]!, sms)).toBe(0);
    await pipeline.faults({ rules: [] });
    expect(await lookUntil(id, (report) => open(report) === 0)).toMatchObject({ planned: 2, delivered: 2 });
    expect(await times(phones[0]!, sms)).toBe(1);
  });

  it('are not settled by the same text of another broadcast to the same phone', async () => {
    const { phones, ...audience } = await pipeline.house({ landlines: 1 });
    const [phone] = phones as [string];
    await pipeline.faults({
      rules: [{ match: { to: phone, first: 1 }, fault: { kind: 'reset-before-accept' } }],
    });
    const { texts } = words();
    const doubtful = await pipeline.send(audience, { lane: 'routine', texts });
    await doubted(doubtful, 1);
    const other = await pipeline.send(audience, { lane: 'routine', texts });
    await pollUntil(
      () => pipeline.report(other),
      ({ delivered }) => delivered === 1,
    );
    const report = await lookUntil(doubtful, ({ inDoubt }) => inDoubt === 0);
    expect(report).toMatchObject({
      planned: 1,
      unknown: 1,
      accepted: 0,
      delivered: 0,
    });
  });

  it('are not sent again once the broadcast is cancelled', async () => {
    const { phones, ...audience } = await pipeline.house({ mobiles: 1 });
    await pipeline.faults({ rules: [{ fault: { kind: 'reset-before-accept' } }] });
    const { sms, texts } = words();
    const id = await pipeline.send(audience, { lane: 'crisis', texts });
    await doubted(id, 1);
    await pipeline.post(pipeline.bo, `/broadcasts/${id}/cancellation`);
    await pipeline.faults({ rules: [] });
    expect(await lookUntil(id, (report) => open(report) === 0)).toMatchObject({ planned: 1, cancelled: 1 });
    expect(await times(phones[0]!, sms)).toBe(0);
  });

  it('do not arise from many 429 answers: everybody is reached once, later', async () => {
    const { phones, ...audience } = await pipeline.house({ mobiles: 12 });
    await pipeline.faults({ rules: [{ match: { first: 18 }, fault: { kind: 'rate-limit' } }] });
    const { sms, texts } = words();
    const id = await pipeline.send(audience, { texts });
    const report = await pollUntil(
      () => pipeline.report(id),
      ({ delivered }) => delivered === 12,
      50_000,
    );
    expect(report).toMatchObject({ planned: 12, reasons: {} });
    expect((await pipeline.struck())[0]).toBe(18);
    for (const phone of phones) expect(await times(phone, sms)).toBe(1);
  });

  it('do not arise while the provider is unreachable: all is sent when it is back', async () => {
    const { phones, ...audience } = await pipeline.house({ mobiles: 3 });
    await pipeline.faults({ rules: [] });
    const { sms, texts } = words();
    const { port } = new URL(pipeline.simulator.url);
    await pipeline.restartSimulator(async () => {
      const id = await pipeline.send(audience, { texts });
      const waits = await pollUntil(
        () => pipeline.report(id),
        ({ reasons }) => reasons['pending:provider-unreachable'] === 3,
      );
      expect(waits).toMatchObject({ planned: 3, pending: 3, inDoubt: 0 });
      await pipeline.db.query('UPDATE delivery_batch SET due_at = now()');
    });
    expect(new URL(pipeline.simulator.url).port).toBe(port);
    for (const phone of phones)
      await pollUntil(
        () => times(phone, sms),
        (n) => n === 1,
      );
  });
});
