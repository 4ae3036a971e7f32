import { fictionLandline } from '../../../test/support/fiction-phones.js';
import { pollUntil, Pipeline } from '../../../test/support/pipeline.js';
import { SenderStops } from '../senders/sender-stops.repository.js';
import { VerificationSender } from '../../verification/verification-sender.js';

// Also on the embedded database (queue): lanes share a rate that the database keeps.
describe('lanes', () => {
  let pipeline: Pipeline;
  beforeAll(async () => {
    pipeline = await Pipeline.start({ SMS_SEGMENTS_PER_SECOND: '40', CALLS_PER_SECOND: '400' });
    pipeline.startWorker();
  });
  afterAll(() => pipeline.stop());

  const approve = (id: string) => pipeline.approve(pipeline.bo, id);
  const begun = (id: string) =>
    pollUntil(
      () => pipeline.ledger(id),
      (rows) => rows.some(({ status }) => status !== 'planned'),
    );
  const done = (id: string) =>
    pollUntil(
      () => pipeline.report(id),
      ({ planned, delivered }) => planned! > 0 && planned === delivered,
    );
  /** The name of each delivery's broadcast, in the order they were sent. */
  const order = async (named: Record<string, string>): Promise<string[]> => {
    const rows = await pipeline.db.query<{ id: string }[]>(
      'SELECT broadcast_id AS id FROM delivery WHERE broadcast_id = ANY($1) ORDER BY sent_at, broadcast_id, n',
      [Object.keys(named)],
    );
    return rows.map(({ id }) => named[id]!);
  };
  /** The same without consecutive repeats. */
  const turns = (names: readonly string[]): string[] => names.filter((name, i) => name !== names[i - 1]);

  it.each([
    ['crisis', 'routine'],
    ['urgent', 'routine'],
  ])('%s overtakes a %s broadcast that is being sent, which then continues', async (higher, lower) => {
    const many = await pipeline.house({ mobiles: 50 });
    const few = await pipeline.house({ mobiles: 6 });
    const quick = await pipeline.send({ places: few.places }, { lane: higher }, false);
    const slow = await pipeline.send({ places: many.places }, { lane: lower });
    await begun(slow);
    await approve(quick);
    await done(quick);
    await done(slow);
    expect(turns(await order({ [slow]: lower, [quick]: higher }))).toEqual([lower, higher, lower]);
  });

  it('a lower lane gets no turn before the higher one is finished', async () => {
    const many = await pipeline.house({ mobiles: 30 });
    const few = await pipeline.house({ mobiles: 4 });
    const routine = await pipeline.send({ places: few.places }, { lane: 'routine' }, false);
    const crisis = await pipeline.send({ places: many.places }, { lane: 'crisis' });
    await begun(crisis);
    await approve(routine);
    await done(crisis);
    await done(routine);
    expect(turns(await order({ [crisis]: 'crisis', [routine]: 'routine' }))).toEqual(['crisis', 'routine']);
  });

  it('a code is sent before the texts of a topic in any lane', async () => {
    const topic = await pipeline.scene.topic('Störningar');
    const { phones } = await pipeline.house({ mobiles: 60 });
    for (const phone of phones) await pipeline.scene.subscribe(topic, phone);
    const texts = await pipeline.send({ topic }, { lane: 'crisis' });
    await begun(texts);
    const { phones: asking } = await pipeline.house({ mobiles: 1 });
    await pipeline.app.get(VerificationSender).send({
      phone: asking[0]!,
      kind: 'mobile',
      language: 'sv',
      text: 'Din kod är 123456.',
      code: '123456',
      expiresAt: new Date(Date.now() + 600_000),
    });
    await pollUntil(
      () => pipeline.handset(asking[0]!),
      (got) => got.some(({ text }) => text.includes('123456')),
    );
    expect((await pipeline.report(texts))['pending']).toBeGreaterThan(0);
    await done(texts);
    const [code] = await pipeline.db.query<{ id: string; sms: string }[]>(
      `SELECT id, sms FROM broadcast b JOIN broadcast_text t ON t.broadcast_id = b.id WHERE kind = 'verification'`,
    );
    expect(turns(await order({ [texts]: 'topic', [code!.id]: 'code' }))).toEqual(['topic', 'code', 'topic']);
    await pollUntil(
      () =>
        pipeline.db.query<{ sms: string }[]>('SELECT sms FROM broadcast_text WHERE broadcast_id = $1', [
          code!.id,
        ]),
      ([text]) => text!.sms === '',
    );
    expect((await pipeline.get('/broadcasts')).body).not.toContain(code!.id);
  });

  it('two broadcasts of the same lane take turns', async () => {
    const area = await pipeline.scene.area('Två hus', { x: 0, y: 0, side: 1 });
    const address = await pipeline.scene.address('Ett 1', { x: 0, y: 0 });
    for (let n = 0; n < 25; n++) await address.phone(fictionLandline(n), { kind: 'landline' });
    await pipeline.db.query('INSERT INTO address_place (place_id, address_id) VALUES ($1, $2)', [
      area,
      address.id,
    ]);
    await pipeline.app.get(SenderStops).stop('alert-voice', 'until both are there');
    const one = await pipeline.send({ places: [area] }, { lane: 'routine' });
    const two = await pipeline.send({ places: [area] }, { lane: 'routine' });
    await pipeline.app.get(SenderStops).restart('alert-voice');
    await done(one);
    await done(two);
    const took = turns(await order({ [one]: 'one', [two]: 'two' }));
    // Batches of ten each: three of one broadcast, alternating with those of the other.
    expect(took).toEqual(['one', 'two', 'one', 'two', 'one', 'two']);
  });
});

describe('two broadcasts of the same lane at a slow rate', () => {
  let pipeline: Pipeline;
  beforeAll(async () => {
    pipeline = await Pipeline.start({ CALLS_PER_SECOND: '10' });
  });
  afterAll(() => pipeline.stop());

  it("do not wait for each other's batches", async () => {
    const one = await pipeline.house({ landlines: 16 });
    const two = await pipeline.house({ landlines: 16 });
    await pipeline.app.get(SenderStops).stop('alert-voice', 'until both are there');
    const ids = [await pipeline.send({ places: one.places }), await pipeline.send({ places: two.places })];
    pipeline.startWorker();
    await pipeline.app.get(SenderStops).restart('alert-voice');
    const sentAt = () =>
      pipeline.db.query<{ id: string; first: Date; last: Date; open: number }[]>(
        `SELECT broadcast_id AS id, min(sent_at) AS first, max(sent_at) AS last, count(*) FILTER (WHERE sent_at IS NULL)::int AS open
         FROM delivery WHERE broadcast_id = ANY($1) GROUP BY 1 ORDER BY 2`,
        [ids],
      );
    const [earlier, later] = await pollUntil(sentAt, (rows) => rows.every(({ open }) => open === 0));
    expect(later!.first.getTime()).toBeLessThan(earlier!.last.getTime());
  });
});

describe('several senders for the same purpose', () => {
  let pipeline: Pipeline;
  beforeAll(async () => {
    pipeline = await Pipeline.start({ VOICE_SENDER: '+46980319299@40,+46980319298@10' });
  });
  afterAll(() => pipeline.stop());

  it('send in parallel, each at its own rate', async () => {
    const { phones, ...audience } = await pipeline.house({ landlines: 60 });
    pipeline.startWorker();
    const id = await pipeline.send(audience);
    await pollUntil(
      () => pipeline.report(id),
      ({ delivered }) => delivered === 60,
    );
    const got = await Promise.all(phones.map((phone) => pipeline.handset(phone)));
    const from = (sender: string) => got.filter(([text]) => text!.from === sender).length;
    expect(from('+46980319299') + from('+46980319298')).toBe(60);
    expect(from('+46980319298')).toBeGreaterThan(0);
    expect(from('+46980319299')).toBeGreaterThan(from('+46980319298'));
  });
});
