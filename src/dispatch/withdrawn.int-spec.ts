import { pollUntil, partsOf, Pipeline } from '../../test/support/pipeline.js';

const mobile = (n: number) => `+467017406${String(n).padStart(2, '0')}`;

describe('phones that opt out between the approval and the sending', () => {
  let pipeline: Pipeline;
  beforeAll(async () => {
    pipeline = await Pipeline.start();
  });
  afterAll(() => pipeline.stop());

  it('are not reached; the report gives the reason for a topic, and hides it for an alert', async () => {
    const { scene, db } = pipeline;
    await scene.municipality('Kommunen', { x: 0, y: 0, side: 1000 });
    const area = await scene.area('Örnäset', { x: 0, y: 0, side: 100 });
    const address = await scene.address('Storgatan 1', { x: 10, y: 10 });
    for (const n of [20, 21, 22]) await address.phone(mobile(n));
    await scene.settle();
    const topic = await scene.topic('Snöröjning');
    for (const n of [30, 31]) await scene.subscribe(topic, mobile(n));

    // No worker runs yet: both broadcasts are approved and wait.
    const alert = await pipeline.send({ places: [area] });
    const news = await pipeline.send({ topic });
    await db.query('UPDATE phone SET objected_at = now() WHERE e164 = $1', [mobile(21)]);
    await db.query('UPDATE phone_address SET protected = true WHERE phone = $1', [mobile(22)]);
    await fetch(`${pipeline.simulator.url}/handsets/${mobile(31)}/reply`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ to: '+46701740699', text: 'STOPP' }),
    });

    pipeline.startWorker();
    for (const [id, told] of [
      [alert, { cancelled: 0, undelivered: 2, reasons: {} }],
      [news, { cancelled: 1, undelivered: 0, reasons: { 'cancelled:withdrawn': 1 } }],
    ] as const) {
      await pollUntil(
        () => pipeline.state(id),
        (state) => state === 'completed',
      );
      const report = await pipeline.report(id);
      expect(report).toMatchObject({ delivered: 1, ...told });
      expect(partsOf(report)).toBe(report['planned']);
    }
    const reasons = await db.query<{ phone: string; reason: string }[]>(
      `SELECT phone, reason FROM delivery WHERE status = 'cancelled' ORDER BY phone`,
    );
    expect(reasons).toEqual([
      { phone: mobile(21), reason: 'withdrawn-objection' },
      { phone: mobile(22), reason: 'withdrawn-protected' },
      { phone: mobile(31), reason: 'withdrawn' },
    ]);
    for (const n of [21, 22]) expect(await pipeline.handset(mobile(n))).toEqual([]);
    expect((await pipeline.handset(mobile(31))).map(({ text }) => text)).not.toContain('Vattnet är avstängt');
  });
});
