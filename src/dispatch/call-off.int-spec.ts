import { pollUntil, partsOf, Pipeline } from '../../test/support/pipeline.js';
import { CallOffsRepository } from '../deliveries/ledger/call-offs.repository.js';
import { CallOff } from './call-off.js';
import { Providers } from './providers/providers.js';

describe('messages that the provider still queues of a broadcast that is over', () => {
  let pipeline: Pipeline;
  beforeAll(async () => {
    pipeline = await Pipeline.start({ CALLS_PER_SECOND: '50' });
    pipeline.startWorker();
  });
  afterAll(() => pipeline.stop());
  afterEach(() => jest.restoreAllMocks());

  /** The provider has accepted all messages, and sends one every ten seconds. */
  const queued = async (of: { mobiles?: number; landlines?: number }, unitsPerSecond = 0.1) => {
    await fetch(`${pipeline.simulator.url}/limits`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ senders: [{ from: '*', unitsPerSecond }] }),
    });
    const { phones, ...audience } = await pipeline.house(of);
    const id = await pipeline.send(audience);
    await pollUntil(
      () => pipeline.report(id),
      ({ pending, sending, planned }) => planned === phones.length && pending! + sending! === 0,
    );
    return { id, phones };
  };
  const settled = (id: string) =>
    pollUntil(
      () => pipeline.report(id),
      ({ accepted, sent }) => accepted! + sent! === 0,
    );
  const reached = async (phones: readonly string[]) =>
    (await Promise.all(phones.map((phone) => pipeline.handset(phone)))).filter((got) => got.length > 0)
      .length;

  it.each([
    ['calls', { landlines: 5 }],
    ['texts', { mobiles: 5 }],
  ])('queued %s of a cancelled broadcast are cancelled, and nobody gets them', async (_what, of) => {
    const { id, phones } = await queued(of);
    await pipeline.post(pipeline.bo, `/broadcasts/${id}/cancellation`);
    const report = await settled(id);
    // The first one was not queued.
    expect(report).toMatchObject({ delivered: 1, cancelled: 4, failed: 0 });
    expect(report.reasons).toMatchObject({ 'cancelled:canceled': 4 });
    expect(partsOf(report)).toBe(report['planned']);
    expect(await reached(phones)).toBe(1);
  });

  it('queued calls of an expired broadcast are cancelled', async () => {
    const expired = await queued({ landlines: 3 });
    await pipeline.db.query('UPDATE broadcast SET expires_at = now() WHERE id = $1', [expired.id]);
    expect(await settled(expired.id)).toMatchObject({ delivered: 1, expired: 2 });
    await pollUntil(
      () => pipeline.state(expired.id),
      (state) => state === 'completed',
    );
  });

  it('asks again when the provider did not answer, and another worker continues after a crash', async () => {
    const { id } = await queued({ landlines: 3 });
    const cancel = jest
      .spyOn(pipeline.app.get(Providers).of(null), 'cancel')
      .mockResolvedValue({ failed: 'http-503' });
    await pipeline.post(pipeline.bo, `/broadcasts/${id}/cancellation`);
    const row = async () =>
      (
        await pipeline.db.query<{ put_off: boolean; done: boolean }[]>(
          `SELECT look_at > now() + interval '5 seconds' AS put_off, done_at IS NOT NULL AS done FROM call_off WHERE broadcast_id = $1`,
          [id],
        )
      )[0];
    await pollUntil(row, (seen) => seen?.put_off === true && cancel.mock.calls.length >= 2);
    await pollUntil(
      () => pipeline.report(id),
      ({ accepted }) => accepted === 2,
    );
    // As if both were still on their way to the provider when the queue was checked.
    await pipeline.app.get(CallOffsRepository).lookedThrough(id);
    expect((await row())?.done).toBe(false);
    cancel.mockRestore();
    await pipeline.db.query('UPDATE call_off SET look_at = now()');
    expect(await settled(id)).toMatchObject({ cancelled: 2, delivered: 1 });
    await pollUntil(row, (seen) => seen?.done === true);
  });

  it('a call that was answered in the meantime keeps the status of its receipt', async () => {
    const { id } = await queued({ landlines: 2 }, 0.5);
    // The provider reports that somebody is listening to the call, so it can't be cancelled.
    jest
      .spyOn(pipeline.app.get(Providers).of(null), 'cancel')
      .mockResolvedValue({ found: { status: 'sent' } });
    await pipeline.post(pipeline.bo, `/broadcasts/${id}/cancellation`);
    await pollUntil(
      () => pipeline.report(id),
      ({ sent, delivered, accepted }) => accepted === 0 && sent! + delivered! === 2,
    );
    while (await pipeline.app.get(CallOff).run());
    await fetch(`${pipeline.simulator.url}/limits`, { method: 'DELETE' });
    expect(await settled(id)).toMatchObject({ delivered: 2, cancelled: 0 });
  });
});
