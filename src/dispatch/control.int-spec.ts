import { hire } from '../../test/support/staff.js';
import { pollUntil, partsOf, Pipeline } from '../../test/support/pipeline.js';
import { SenderStops } from './senders/sender-stops.repository.js';
import { Worker } from './worker.js';

/** Slow enough that a test can act halfway. */
const perSecond = '20';

describe('a broadcast that is being sent', () => {
  let pipeline: Pipeline;
  beforeAll(async () => {
    pipeline = await Pipeline.start({ SMS_SEGMENTS_PER_SECOND: perSecond, CALLS_PER_SECOND: '50' });
  });
  afterAll(() => pipeline.stop());

  const control = (id: string, what: string) => pipeline.post(pipeline.bo, `/broadcasts/${id}/${what}`);
  const gone = async (id: string) =>
    (await pipeline.ledger(id)).filter(({ sent_at }) => (sent_at as Date | null) !== null);
  const midway = (id: string, atLeast = 5) =>
    pollUntil(
      () => gone(id),
      (rows) => rows.length >= atLeast,
    );
  const databaseNow = async () => {
    const [row] = await pipeline.db.query<{ now: Date }[]>('SELECT clock_timestamp() AS now');
    return row!.now;
  };
  const completed = (id: string) =>
    pollUntil(
      () => pipeline.state(id),
      (state) => state === 'completed',
    );
  const claimed = () => pipeline.db.query<unknown[]>('SELECT 1 FROM delivery_batch WHERE worker IS NOT NULL');
  const receivedOnce = async (phones: readonly string[], text: string) => {
    for (const phone of phones) {
      const got = (await pipeline.handset(phone)).filter((one) => one.text === text);
      expect({ phone, got: got.length }).toEqual({ phone, got: 1 });
    }
  };
  const saying = (sms: string) => ({ texts: [{ language: 'sv', sms }] });

  it('sends nothing after a pause, while other broadcasts continue, and finishes when resumed', async () => {
    const { phones, ...audience } = await pipeline.house({ mobiles: 40 });
    const id = await pipeline.send(audience, saying('Hålls och släpps.'));
    pipeline.startWorker();
    await midway(id);
    expect((await control(id, 'pause')).json()).toMatchObject({
      state: 'paused',
      allowed: expect.arrayContaining(['resumption']),
    });
    const pausedAt = await databaseNow();

    const other = await pipeline.house({ mobiles: 8 });
    await completed(await pipeline.send({ places: other.places }, { lane: 'routine' }));
    const meanwhile = await gone(id);
    expect(meanwhile.length).toBeLessThan(40);
    expect(meanwhile.filter(({ sent_at }) => sent_at > pausedAt)).toEqual([]);
    expect(await pipeline.report(id)).toMatchObject({
      planned: 40,
      sending: 0,
      pending: 40 - meanwhile.length,
    });

    expect((await control(id, 'resumption')).json()).toMatchObject({ state: 'sending' });
    await completed(id);
    expect(await pipeline.report(id)).toMatchObject({ planned: 40, delivered: 40 });
    await receivedOnce(phones, 'Hålls och släpps.');
  });

  it('loses nobody when it is paused and resumed repeatedly', async () => {
    const { phones, ...audience } = await pipeline.house({ mobiles: 60 });
    const id = await pipeline.send(audience, saying('Fram och tillbaka.'));
    for (let n = 2; n <= 10; n += 2) {
      await midway(id, n);
      expect((await control(id, 'pause')).statusCode).toBe(200);
      expect((await control(id, 'resumption')).statusCode).toBe(200);
    }
    await completed(id);
    expect(await pipeline.report(id)).toMatchObject({ planned: 60, delivered: 60 });
    await receivedOnce(phones, 'Fram och tillbaka.');
  });

  it('accepts a pause and a cancellation at any moment, even as it starts', async () => {
    for (let n = 0; n < 5; n++) {
      // Enough phones that it is not over before it is cancelled, even on a slow machine.
      const { places } = await pipeline.house({ mobiles: 20 });
      const id = await pipeline.send({ places });
      expect((await control(id, 'pause')).statusCode).toBe(200);
      expect((await control(id, 'cancellation')).statusCode).toBe(200);
    }
  });

  it('has a start time if it was paused before its first text and resumed', async () => {
    const { places } = await pipeline.house({ landlines: 1 });
    const id = await pipeline.send({ places }, {}, false);
    await pipeline.app.get(SenderStops).stop('alert-voice', 'until it was held');
    await pipeline.approve(pipeline.bo, id);
    await control(id, 'pause');
    await control(id, 'resumption');
    await pipeline.app.get(SenderStops).restart('alert-voice');
    await completed(id);
    const { startedAt, completedAt } = (await pipeline.get(`/broadcasts/${id}`)).json();
    expect(new Date(startedAt).getTime()).toBeLessThanOrEqual(new Date(completedAt).getTime());
  });

  it('a cancelled broadcast ends with the sent part delivered and the rest cancelled', async () => {
    const { phones, ...audience } = await pipeline.house({ mobiles: 30 });
    const id = await pipeline.send(audience, saying('Avbryts.'));
    await midway(id);
    expect((await control(id, 'cancellation')).json()).toMatchObject({ state: 'cancelled', allowed: [] });
    const cancelledAt = await databaseNow();
    const report = await pollUntil(
      () => pipeline.report(id),
      ({ pending, sending, accepted, sent }) => pending! + sending! + accepted! + sent! === 0,
    );
    expect(report['delivered']! + report['cancelled']!).toBe(30);
    expect(report['delivered']).toBeGreaterThanOrEqual(5);
    expect(report['cancelled']).toBeGreaterThan(0);
    expect(partsOf(report)).toBe(report['planned']);
    const out = await gone(id);
    expect(out.filter(({ sent_at }) => sent_at > cancelledAt)).toEqual([]);
    await receivedOnce(
      out.map(({ phone }) => phone),
      'Avbryts.',
    );
    const untouched = phones.filter((phone) => !out.some((row) => row.phone === phone));
    for (const phone of untouched)
      expect((await pipeline.handset(phone)).filter(({ text }) => text === 'Avbryts.')).toEqual([]);
    await pollUntil(claimed, (rows) => rows.length === 0);
    expect(await pipeline.state(id)).toBe('cancelled');
  });

  it('an expired broadcast ends with the sent part delivered and the rest expired', async () => {
    const { places } = await pipeline.house({ mobiles: 30 });
    const id = await pipeline.send({ places });
    await midway(id);
    await pipeline.db.query('UPDATE broadcast SET expires_at = clock_timestamp() WHERE id = $1', [id]);
    const expiredAt = await databaseNow();
    await completed(id);
    const report = await pipeline.report(id);
    expect(report['delivered']! + report['expired']!).toBe(30);
    expect(report['expired']).toBeGreaterThan(0);
    expect(partsOf(report)).toBe(report['planned']);
    expect((await gone(id)).filter(({ sent_at }) => sent_at > expiredAt)).toEqual([]);
  });

  it('expires unsent while it is paused', async () => {
    const { places } = await pipeline.house({ mobiles: 20 });
    const id = await pipeline.send({ places });
    await control(id, 'pause');
    await pipeline.db.query('UPDATE broadcast SET expires_at = clock_timestamp() WHERE id = $1', [id]);
    await completed(id);
    const report = await pipeline.report(id);
    expect(report['delivered']! + report['expired']!).toBe(20);
  });

  it('waits while the provider refuses its sender, and continues after the sender is restarted', async () => {
    const { phones, ...audience } = await pipeline.house({ landlines: 30 });
    await pipeline.faults({
      rules: [
        {
          match: { channel: 'call', after: 5, first: 1000 },
          fault: { kind: 'reject', code: 20003, status: 401 },
        },
      ],
    });
    const id = await pipeline.send(audience);
    const senders = () =>
      pipeline.get('/senders').then((answer) => answer.json<{ id: string; stopped?: object }[]>());
    const stopped = await pollUntil(senders, (all) => all.some((sender) => sender.stopped !== undefined));
    expect(stopped.find((sender) => sender.stopped)).toMatchObject({
      id: 'alert-voice',
      stopped: { reason: '20003' },
    });
    await pollUntil(
      () => pipeline.report(id),
      ({ sending, accepted, sent }) => sending! + accepted! + sent! === 0,
    );
    expect(await pipeline.report(id)).toMatchObject({ planned: 30, delivered: 5, pending: 25 });
    const asked = (await pipeline.struck())[0]!;
    expect(asked).toBeLessThanOrEqual(25);

    await pipeline.faults({ rules: [] });
    const restart = (who: typeof pipeline.bo) =>
      pipeline.app.inject({
        method: 'DELETE',
        url: '/api/v1/senders/alert-voice/stop',
        headers: who.headers,
      });
    expect((await restart(pipeline.bo)).json()).toMatchObject({ status: 403, right: 'sender.restart' });
    expect((await restart(await hire(pipeline.app, 'Owner', ['service-owner']))).statusCode).toBe(204);
    await completed(id);
    expect(await pipeline.report(id)).toMatchObject({ planned: 30, delivered: 30 });
    for (const phone of phones) expect(await pipeline.handset(phone)).toHaveLength(1);
  });

  it('loses nothing when its worker stops: no batch stays claimed, and another worker finishes', async () => {
    const { phones, ...audience } = await pipeline.house({ mobiles: 30 });
    const id = await pipeline.send(audience, saying('Stafett.'));
    await midway(id);
    await pipeline.app.get(Worker).beforeApplicationShutdown();
    expect(await claimed()).toEqual([]);
    const report = await pipeline.report(id);
    expect(report).toMatchObject({ planned: 30, sending: 0, inDoubt: 0 });
    expect(report['pending']).toBeGreaterThan(0);

    const successor = await pipeline.startAnotherWorker();
    try {
      await completed(id);
      expect(await pipeline.report(id)).toMatchObject({ planned: 30, delivered: 30 });
      await receivedOnce(phones, 'Stafett.');
    } finally {
      await successor.close();
    }
    expect(await claimed()).toEqual([]);
  });
});
