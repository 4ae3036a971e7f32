import { draft, pollUntil, partsOf, Pipeline } from '../../../test/support/pipeline.js';

const mobile = (n: number) => `+467017406${String(n).padStart(2, '0')}`;
const landline = (n: number) => `+468465004${String(n).padStart(2, '0')}`;

// Also on the embedded database (queue): web and worker communicate over its queue, along the whole path.
describe('an alert, from draft to report', () => {
  let pipeline: Pipeline;
  let area: string;

  beforeAll(async () => {
    pipeline = await Pipeline.start({ CALLS_PER_SECOND: '20' });
    const { scene } = pipeline;
    await scene.municipality('Kommunen', { x: 0, y: 0, side: 10_000 });
    area = await scene.area('Örnäset', { x: 0, y: 0, side: 1000 });
    for (let n = 10; n < 40; n++) {
      const address = await scene.address(`Storgatan ${n}`, { x: n * 10, y: 10 });
      await address.phone(mobile(n));
      if (n % 3 === 0) await address.phone(landline(n), { kind: 'landline' });
      if (n === 20) await address.phone(mobile(50), { objects: true });
    }
    await scene.settle();
    pipeline.startWorker();
  });
  afterAll(() => pipeline.stop());

  it('reaches every mobile by text and every landline by call, once, and the report adds up', async () => {
    const id = await pipeline.send({ places: [area] });
    const report = await pollUntil(
      () => pipeline.report(id),
      ({ planned, delivered }) => planned! > 0 && planned === delivered,
    );
    expect(report).toMatchObject({
      planned: 40,
      suppressed: 0,
      delivered: 40,
      reasons: {},
    });
    expect(partsOf(report)).toBe(report['planned']);
    const told = (await pipeline.get(`/broadcasts/${id}`)).json<{ account: object; pace?: object }>();
    expect(told.account).toEqual({
      sms: { planned: 30, delivered: 30, units: 30, costOre: 1650 },
      voice: { planned: 10, delivered: 10, units: 10, costOre: 1200 },
    });
    expect(told.pace).toBeUndefined();
    for (let n = 10; n < 40; n++) {
      expect(await pipeline.handset(mobile(n))).toMatchObject([
        { kind: 'sms', text: expect.stringContaining('13-15') },
      ]);
    }
    const call = await pipeline.handset(landline(12));
    expect(call).toHaveLength(1);
    expect(call[0]).toMatchObject({ kind: 'call', text: expect.stringContaining('Vattnet är avstängt') });
    expect(await pipeline.handset(mobile(50))).toEqual([]);
    await pollUntil(
      () => pipeline.state(id),
      (state) => state === 'completed',
    );
  });

  it('calls a landline with a text that a voice can read, and shows that before it is sent', async () => {
    const place = await pipeline.scene.area('Nygatan', { x: 8000, y: 8000, side: 100 });
    const address = await pipeline.scene.address('Nygatan 1', { x: 8010, y: 8010 });
    await address.phone(landline(80), { kind: 'landline', language: 'fi' });
    await pipeline.scene.settle();
    const fi = { language: 'fi', sms: 'Keitä vesi.' };
    const texts = [{ language: 'sv', sms: 'Koka vattnet.' }, { language: 'en', sms: 'Boil the water.' }, fi];
    const written = await pipeline.post(pipeline.anna, '/broadcasts', {
      ...draft({ places: [place] }),
      texts,
    });
    expect(written.json().texts[2].call).toMatchObject({
      language: 'en',
      voice: 'en-GB',
      parts: expect.arrayContaining([
        'Hello. This is an automatic message from Luleå kommun.',
        'Boil the water.',
      ]),
    });
    const unheard = await pipeline.post(pipeline.anna, '/broadcasts', {
      ...draft({ places: [place] }),
      texts: [fi],
    });
    expect(unheard.json().texts[0].call).toBeNull();
    const submission = await pipeline.post(pipeline.anna, `/broadcasts/${unheard.json().id}/submission`);
    expect(submission.json()).toMatchObject({ status: 400, code: 'voice.no-readable-text' });
    const id = await pipeline.send({ places: [place] }, { texts });
    await pollUntil(
      () => pipeline.state(id),
      (state) => state === 'completed',
    );
    const [call] = await pipeline.handset(landline(80));
    expect(call).toMatchObject({ kind: 'call', text: expect.stringContaining('Boil the water.') });
    expect(call!.text).not.toContain('Keitä');
  });

  it('accepts a step without a body, with any content type', async () => {
    const created = await pipeline.post(pipeline.anna, '/broadcasts', draft({ places: [area] }));
    const submitted = await fetch(`${pipeline.url}/api/v1/broadcasts/${created.json().id}/submission`, {
      method: 'POST',
      headers: { ...pipeline.anna.headers, 'content-type': 'application/json' },
    });
    expect(await submitted.json()).toMatchObject({ state: 'pending-approval' });
  });

  it('keeps its audience as it was at approval', async () => {
    const quiet = await pipeline.scene.area('Kvarnholmen', { x: 5000, y: 5000, side: 100 });
    const address = await pipeline.scene.address('Kvarngatan 1', { x: 5010, y: 5010 });
    await address.phone(mobile(60));
    await pipeline.scene.settle();
    const id = await pipeline.send({ places: [quiet] });
    await address.phone(mobile(61));
    await pollUntil(
      () => pipeline.state(id),
      (state) => state === 'completed',
    );
    expect((await pipeline.report(id))['planned']).toBe(1);
    expect(await pipeline.handset(mobile(61))).toEqual([]);
  });

  it('refuses approval after the audience has changed, unless the approver gives the new count', async () => {
    const street = await pipeline.scene.area('Skolgatan', { x: 6000, y: 6000, side: 100 });
    const address = await pipeline.scene.address('Skolgatan 1', { x: 6010, y: 6010 });
    await address.phone(mobile(70));
    await pipeline.scene.settle();
    const id = await pipeline.send({ places: [street] }, {}, false);
    await address.phone(mobile(71));
    const refused = await pipeline.approve(pipeline.bo, id);
    expect(refused.json()).toMatchObject({ status: 409, code: 'broadcast.count-changed', before: 1, now: 2 });
    expect((await pipeline.report(id))['planned']).toBe(0);
    const approve = (count?: number) => pipeline.approve(pipeline.bo, id, { count });
    expect((await approve()).json()).toMatchObject({ code: 'broadcast.count-changed', now: 2 });
    expect((await approve(3)).json()).toMatchObject({ code: 'broadcast.count-changed', before: 3, now: 2 });
    expect((await approve(2)).json()).toMatchObject({ planned: 2 });
  });

  it('stops when paused, continues when resumed, and sends nothing after its cancellation', async () => {
    await pipeline.faults({ rules: [] });
    const id = await pipeline.send({ places: [area] }, { channels: 'both', lane: 'routine' }, false);
    // Paused before the first window: approved and paused at once.
    await pipeline.approve(pipeline.bo, id);
    const paused = await pipeline.post(pipeline.bo, `/broadcasts/${id}/pause`);
    expect([200, 409]).toContain(paused.statusCode);
    const cancelled = await pipeline.post(pipeline.anna, `/broadcasts/${id}/cancellation`);
    expect(cancelled.json()).toMatchObject({ state: 'cancelled' });
    const report = await pollUntil(
      () => pipeline.report(id),
      ({ pending, sending, accepted, sent }) => pending! + sending! + accepted! + sent! === 0,
    );
    expect(partsOf(report)).toBe(report['planned']);
    expect(report['cancelled']! + report['delivered']!).toBe(40);
  });
});
