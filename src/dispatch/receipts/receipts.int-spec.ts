import { ReceiptsRepository } from '../../deliveries/ledger/receipts.repository.js';
import { Sweeper } from '../sweeper.js';
import { pollUntil, partsOf, Pipeline } from '../../../test/support/pipeline.js';

describe('receipts of a real run', () => {
  let pipeline: Pipeline;
  beforeAll(async () => {
    pipeline = await Pipeline.start({ CALLS_PER_SECOND: '50' });
    pipeline.startWorker();
  });
  afterAll(() => pipeline.stop());

  const settled = (id: string) =>
    pollUntil(
      () => pipeline.report(id),
      ({ planned, pending, sending, accepted, sent }) =>
        planned! > 0 && pending! + sending! + accepted! + sent! === 0,
    );
  /** A broadcast to some mobiles without any receipts. */
  const unheard = async (mobiles: number): Promise<string> => {
    const { places } = await pipeline.house({ mobiles });
    await pipeline.faults({ rules: [{ fault: { kind: 'callback-lost' } }] });
    const id = await pipeline.send({ places });
    await pollUntil(
      () => pipeline.report(id),
      ({ accepted }) => accepted === mobiles,
    );
    return id;
  };
  const events = (id: string) =>
    pipeline.db.query<unknown[]>('SELECT kind FROM delivery_event WHERE broadcast_id = $1', [id]);

  it.each([
    ['twice', ['callback-twice']],
    [
      'twice, reversed and before the answer',
      ['callback-twice', 'callback-reversed', 'callback-before-answer'],
    ],
  ])('add up, and everybody is reached once, when they come %s', async (_how, faults) => {
    const { phones, ...audience } = await pipeline.house({ mobiles: 6, landlines: 3 });
    await pipeline.faults({
      rules: [
        ...faults.map((kind) => ({ fault: { kind } })),
        { match: { to: phones[0] }, fault: { kind: 'undeliverable', code: 30005 } },
      ],
    });
    const sms = `Kvitton ${faults.join(' ')}.`;
    const id = await pipeline.send(audience, { texts: [{ language: 'sv', sms }] });
    const report = await settled(id);
    expect(report).toMatchObject({
      planned: 9,
      delivered: 8,
      undelivered: 1,
      reasons: { 'undelivered:30005': 1 },
    });
    expect(partsOf(report)).toBe(9);
    expect(await events(id)).toEqual([]);
    for (const phone of phones.slice(1)) {
      const got = (await pipeline.handset(phone)).filter(({ text }) => text.includes(sms));
      expect({ phone, got: got.length }).toEqual({ phone, got: 1 });
    }
  });

  it('that never come are fetched, and nothing is sent again', async () => {
    const { phones, ...audience } = await pipeline.house({ mobiles: 3 });
    await pipeline.faults({ rules: [{ fault: { kind: 'callback-lost' } }] });
    const id = await pipeline.send(audience, { texts: [{ language: 'sv', sms: 'Tyst.' }] });
    await pollUntil(
      () => pipeline.report(id),
      ({ accepted }) => accepted === 3,
    );
    for (const phone of phones)
      await pollUntil(
        () => pipeline.handset(phone),
        (got) => got.some(({ text }) => text === 'Tyst.'),
      );
    await pipeline.db.query(
      `UPDATE delivery SET updated_at = now() - interval '10 minutes' WHERE broadcast_id = $1`,
      [id],
    );
    await pipeline.poll();
    expect(await settled(id)).toMatchObject({ planned: 3, delivered: 3 });
    for (const phone of phones)
      expect((await pipeline.handset(phone)).filter(({ text }) => text === 'Tyst.')).toHaveLength(1);
  });

  it('that never come end as no receipt after the provider has stopped trying', async () => {
    const id = await unheard(2);
    await pipeline.db.query(
      `UPDATE delivery SET updated_at = now() - interval '1 day', sent_at = now() - interval '1 day', provider_ref = 'SM' || repeat('0', 32)
       WHERE broadcast_id = $1`,
      [id],
    );
    await pipeline.poll();
    const report = await pipeline.report(id);
    expect(report).toMatchObject({ planned: 2, noReceipt: 2, accepted: 0 });
    await pollUntil(
      () => pipeline.state(id),
      (state) => state === 'completed',
    );
  });

  it('that never come before the broadcast expired end as no receipt after its completion', async () => {
    const id = await unheard(2);
    await pipeline.db.query(
      `UPDATE delivery SET updated_at = now(), sent_at = now() - interval '1 hour', provider_ref = 'SM' || repeat('0', 32)
       WHERE broadcast_id = $1`,
      [id],
    );
    await pipeline.db.query('UPDATE broadcast SET expires_at = now() WHERE id = $1', [id]);
    await pollUntil(
      () => pipeline.state(id),
      (state) => state === 'completed',
    );
    expect(await pipeline.report(id)).toMatchObject({ accepted: 2 });
    await pipeline.db.query(
      `UPDATE delivery SET sent_at = now() - interval '6 hours' WHERE broadcast_id = $1`,
      [id],
    );
    await pipeline.poll();
    expect(await pipeline.report(id)).toMatchObject({ planned: 2, noReceipt: 2, accepted: 0 });
  });

  it('that may lead to a retry keep the broadcast from completing', async () => {
    const id = await unheard(1);
    await pipeline.db.query(
      `UPDATE delivery SET updated_at = now(), sent_at = now() - interval '2 hours' WHERE broadcast_id = $1`,
      [id],
    );
    await pipeline.app.get(Sweeper).run();
    expect(await pipeline.state(id)).toBe('sending');
  });

  it('are polled at growing intervals', async () => {
    const id = await unheard(3);
    // Last polled after 1, 20 and 300 minutes of silence. Since then 25, 15 and 65 minutes have passed.
    await pipeline.db.query(
      `UPDATE delivery d SET updated_at = now() - make_interval(mins => quiet), sent_at = now() - make_interval(mins => quiet + before)
       FROM (VALUES (1, 25, 1), (2, 15, 20), (3, 65, 300)) AS t (n, quiet, before) WHERE d.broadcast_id = $1 AND d.n = t.n`,
      [id],
    );
    const taken = await pipeline.app.get(ReceiptsRepository).takeSilent(120, 50);
    const ours = taken.filter(({ broadcastId }) => broadcastId === id).map(({ n }) => n);
    expect(ours.sort()).toEqual([1, 3]);
  });

  describe('of calls', () => {
    /** As if the minutes between two calls had passed. */
    const later = (id: string) =>
      pipeline.db.query(
        `UPDATE delivery_batch SET due_at = now() WHERE broadcast_id = $1 AND due_at > now() + interval '1 minute'`,
        [id],
      );
    const waitsToCallAgain = (id: string, attempts: number) =>
      pollUntil(
        () => pipeline.ledger(id),
        ([row]) => row!.status === 'planned' && row!.attempts === attempts,
      );

    it.each(['busy', 'no-answer'])('%s calls are made again some minutes later', async (kind) => {
      const { phones, ...audience } = await pipeline.house({ landlines: 1 });
      await pipeline.faults({ rules: [{ match: { to: phones[0], first: 2 }, fault: { kind } }] });
      const id = await pipeline.send(audience);
      await waitsToCallAgain(id, 1);
      expect(await pipeline.report(id)).toMatchObject({
        planned: 1,
        pending: 1,
        reasons: { [`pending:${kind}`]: 1 },
      });
      await later(id);
      await waitsToCallAgain(id, 2);
      await later(id);
      expect(await settled(id)).toMatchObject({ planned: 1, delivered: 1, reasons: {} });
      expect(await pipeline.handset(phones[0]!)).toHaveLength(1);
    });

    it('a call is tried three times in all, in any order of receipts', async () => {
      const { phones, ...audience } = await pipeline.house({ landlines: 1 });
      await pipeline.faults({
        rules: [
          { match: { to: phones[0] }, fault: { kind: 'busy' } },
          { fault: { kind: 'callback-before-answer' } },
          { fault: { kind: 'callback-twice' } },
        ],
      });
      const id = await pipeline.send(audience);
      for (const attempts of [1, 2]) {
        await waitsToCallAgain(id, attempts);
        await later(id);
      }
      expect(await settled(id)).toMatchObject({
        planned: 1,
        undelivered: 1,
        reasons: { 'undelivered:busy': 1 },
      });
      expect((await pipeline.struck())[0]).toBe(3);
      await pollUntil(
        () => pipeline.state(id),
        (state) => state === 'completed',
      );
    });

    it('calls that the provider had no room for do not count as tries', async () => {
      const { phones, ...audience } = await pipeline.house({ landlines: 1 });
      await pipeline.faults({
        rules: [
          { match: { first: 2 }, fault: { kind: 'rate-limit' } },
          { match: { after: 2, first: 1 }, fault: { kind: 'busy' } },
        ],
      });
      const id = await pipeline.send(audience);
      await waitsToCallAgain(id, 1);
      await later(id);
      expect(await settled(id)).toMatchObject({ delivered: 1 });
      expect(await pipeline.handset(phones[0]!)).toHaveLength(1);
    });

    it('calls of a cancelled broadcast are not made again', async () => {
      const { phones, ...audience } = await pipeline.house({ landlines: 1 });
      await pipeline.faults({ rules: [{ match: { to: phones[0] }, fault: { kind: 'busy' } }] });
      const id = await pipeline.send(audience);
      await waitsToCallAgain(id, 1);
      await pipeline.post(pipeline.bo, `/broadcasts/${id}/cancellation`);
      expect(await settled(id)).toMatchObject({ planned: 1, cancelled: 1, reasons: { 'cancelled:busy': 1 } });
    });

    it('show who pressed 1, and the message is repeated to who pressed 2', async () => {
      await pipeline.faults({ rules: [] });
      const { phones, ...audience } = await pipeline.house({ landlines: 2 });
      const sms = 'Koka vattnet i Örnäset.';
      const id = await pipeline.send(audience, { texts: [{ language: 'sv', sms }] });
      await settled(id);
      const press = async (phone: string, digits: string) => {
        const call = (await pipeline.handset(phone)).at(-1)!.sid;
        await fetch(`${pipeline.simulator.url}/handsets/${encodeURIComponent(phone)}/press`, {
          method: 'POST',
          body: new URLSearchParams({ call, digits }),
        });
        return pipeline.handset(phone);
      };
      const [one, two] = phones as [string, string];
      expect((await press(two, '2')).at(-1)!.text).toContain(sms);
      expect((await pipeline.report(id)).reasons).toEqual({});
      await press(two, '7');
      expect((await pipeline.report(id)).reasons).toEqual({});
      await press(one, '1');
      await press(one, '1');
      expect(await pipeline.report(id)).toMatchObject({
        planned: 2,
        delivered: 2,
        reasons: { 'confirmed-by-key': 1 },
      });
    });
  });

  it('a STOPP ends all subscriptions, is answered, and nothing is texted to the phone afterwards', async () => {
    await pipeline.faults({ rules: [] });
    const { scene } = pipeline;
    const topics = [await scene.topic('Biblioteket'), await scene.topic('Badet')];
    const { phones } = await pipeline.house({ mobiles: 2 });
    const [leaves, stays] = phones as [string, string];
    for (const topic of topics) for (const phone of phones) await scene.subscribe(topic, phone);
    const first = await pipeline.send({ topic: topics[0] });
    expect(await settled(first)).toMatchObject({ planned: 2, delivered: 2 });
    const text = (await pipeline.handset(leaves)).at(-1)!;
    const answer = await fetch(`${pipeline.simulator.url}/handsets/${encodeURIComponent(leaves)}/reply`, {
      method: 'POST',
      body: new URLSearchParams({ to: text.from, text: ' stopp ' }),
    });
    expect(await answer.json()).toMatchObject({
      status: 200,
      replies: [expect.stringContaining('inga fler sms')],
    });
    for (const topic of topics) {
      const id = await pipeline.send({ topic });
      expect(await settled(id)).toMatchObject({ planned: 1, delivered: 1 });
      expect((await pipeline.ledger(id)).map(({ phone }) => phone)).toEqual([stays]);
    }
  });
});
