import { draft, pollUntil, Pipeline } from '../../test/support/pipeline.js';
import { deliveryStatuses } from '../deliveries/delivery.js';
import { countsAsTold } from '../deliveries/ledger/counts-as-told.js';
import { newId } from '../kernel/ids.js';

const mobile = (n: number) => `+467017406${String(n).padStart(2, '0')}`;
const landline = (n: number) => `+468465004${String(n).padStart(2, '0')}`;
const water = 'Drick inte kranvattnet på Örnäset.';
const waterAloud = 'Viktigt. Drick inte vattnet ur kranen på Örnäset.';

describe('follow-ups of an alert', () => {
  let pipeline: Pipeline;
  let small: string;
  let large: string;
  let original: string;

  beforeAll(async () => {
    pipeline = await Pipeline.start({ CALLS_PER_SECOND: '20' });
    const { scene } = pipeline;
    await scene.municipality('Kommunen', { x: 0, y: 0, side: 10_000 });
    small = await scene.area('Örnäset', { x: 0, y: 0, side: 100 });
    large = await scene.area('Bergnäset', { x: 0, y: 0, side: 1000 });
    const house = await scene.address('Storgatan 1', { x: 10, y: 10 });
    for (const n of [10, 11, 12, 13]) await house.phone(mobile(n));
    await house.phone(landline(10), { kind: 'landline' });
    const farther = await scene.address('Storgatan 90', { x: 900, y: 10 });
    for (const n of [12, 20, 21]) await farther.phone(mobile(n));
    await scene.settle();
    // 13 does not exist, so it never got the text.
    await pipeline.faults({
      rules: [{ match: { to: [mobile(13)] }, fault: { kind: 'undeliverable', code: 30005 } }],
    });
    pipeline.startWorker();
    original = await sent({
      audience: { places: [small] },
      texts: [{ language: 'sv', sms: water, voice: waterAloud }],
    });
  });
  afterAll(() => pipeline.stop());

  async function write(more: object) {
    const body = { ...draft({ places: [small] }), ...more };
    return pipeline.post(pipeline.anna, '/broadcasts', body);
  }
  async function sent(more: object): Promise<string> {
    const created = await write(more);
    const { id } = created.json<{ id: string }>();
    await pipeline.post(pipeline.anna, `/broadcasts/${id}/submission`);
    const approved = await pipeline.approve(pipeline.bo, id);
    expect(approved.statusCode).toBe(200);
    await pollUntil(
      () => pipeline.state(id),
      (state) => state === 'completed',
    );
    return id;
  }
  const follow = (relation: string, more: object = {}, broadcast = original) => ({
    audience: undefined,
    ...more,
    follows: { broadcast, relation },
  });
  const told = async (id: string): Promise<string[]> =>
    (await pipeline.ledger(id))
      .filter(({ status }) => status !== 'suppressed')
      .map(({ phone }) => phone)
      .sort();

  it('the database and the code agree on which statuses count as told', async () => {
    const [view] = await pipeline.db.query<{ sql: string }[]>(
      `SELECT pg_get_viewdef('told'::regclass) AS sql`,
    );
    const named = deliveryStatuses.filter((status) => view!.sql.includes(`'${status}'`));
    expect(named.sort()).toEqual(deliveryStatuses.filter((status) => countsAsTold[status]).sort());
  });

  it('an extension reaches only new phones and those that did not get the alert, with the same text', async () => {
    const extension = await sent(
      follow('extension', { audience: { places: [large] }, texts: undefined, lane: undefined }),
    );
    // 12 is in both areas and got the alert. 13 did not get it, and has been in quarantine since.
    expect(await told(extension)).toEqual([mobile(20), mobile(21)]);
    const read = (await pipeline.get(`/broadcasts/${extension}`)).json();
    expect(read).toMatchObject({
      audienceName: 'Bergnäset',
      follows: { id: original, relation: 'extension', root: original },
      texts: [{ sms: water, voice: waterAloud }],
      lane: 'urgent',
    });
    expect(read.report.reasons).toMatchObject({ 'suppressed:already-told': 4, 'suppressed:quarantined': 1 });
    expect((await pipeline.get(`/broadcasts/${original}`)).json()).toMatchObject({
      followedBy: [{ id: extension, relation: 'extension', state: 'completed' }],
      mayBeFollowed: true,
    });
    expect((await pipeline.handset(mobile(12))).map(({ text }) => text)).toEqual([water]);
    const again = await write(
      follow('extension', { audience: { places: [large] }, texts: undefined }, extension),
    );
    const { id } = again.json<{ id: string }>();
    expect((await pipeline.get(`/broadcasts/${original}`)).json().followedBy).toMatchObject([
      { id: extension },
      { id, state: 'draft' },
    ]);
    expect((await pipeline.get(`/broadcasts/${extension}`)).json().followedBy).toMatchObject([{ id }]);
    expect((await pipeline.get('/broadcasts')).json()[0]).toMatchObject({
      id,
      follows: { id: extension, relation: 'extension', root: original },
    });
    expect(again.json().preview.phones).toEqual({ mobile: 0, landline: 0 });
    expect((await pipeline.post(pipeline.anna, `/broadcasts/${id}/submission`)).json()).toMatchObject({
      code: 'broadcast.nobody-there',
    });
  });

  it('an all-clear goes to exactly those who had the alert or its extension, on the same channel', async () => {
    await pipeline.db.query('DELETE FROM phone_address WHERE phone = $1', [mobile(10)]);
    await pipeline.db.query('DELETE FROM phone WHERE e164 = $1', [mobile(10)]);
    await pipeline.scene
      .address('Storgatan 2', { x: 20, y: 10 })
      .then((newcomer) => newcomer.phone(mobile(30)));
    await pipeline.scene.settle();
    const clear = await sent(
      follow('all-clear', { texts: [{ language: 'sv', sms: 'Vattnet går att dricka igen.' }] }),
    );
    expect(await told(clear)).toEqual(
      [mobile(10), mobile(11), mobile(12), mobile(20), mobile(21), landline(10)].sort(),
    );
    expect(await pipeline.handset(landline(10))).toMatchObject([{ kind: 'call' }, { kind: 'call' }]);
    expect((await pipeline.get(`/broadcasts/${clear}`)).json()).toMatchObject({
      audienceName: 'De som fick: Örnäset',
      follows: { relation: 'all-clear', root: original },
    });
  });

  it('an update leaves out those who objected or became protected since', async () => {
    await pipeline.db.query('UPDATE phone SET objected_at = now() WHERE e164 = $1', [mobile(11)]);
    await pipeline.db.query('UPDATE phone_address SET protected = true WHERE phone = $1', [mobile(21)]);
    const update = await sent(
      follow('update', { texts: [{ language: 'sv', sms: 'Vattentank vid torget.' }] }),
    );
    expect(await told(update)).toEqual([mobile(10), mobile(12), mobile(20), landline(10)].sort());
  });

  it('the all-clear of an exercise is an exercise', async () => {
    const exercise = await sent({ exercise: true });
    const clear = await write(follow('all-clear', { exercise: false }, exercise));
    expect(clear.json()).toMatchObject({ exercise: true });
    expect(clear.json().texts[0].sms).toMatch(/^ÖVNING/);
  });

  it('an edited follow-up keeps what it follows', async () => {
    const created = (await write(follow('update'))).json();
    const edited = await pipeline.app.inject({
      method: 'PUT',
      url: `/api/v1/broadcasts/${created.id}`,
      headers: pipeline.anna.headers,
      payload: {
        ...draft({}),
        audience: undefined,
        texts: [{ language: 'sv', sms: 'Ny text.' }],
        follows: created.follows && { broadcast: original, relation: 'update' },
      },
    });
    expect(edited.json()).toMatchObject({
      audience: { recipientsOf: original },
      follows: created.follows,
      texts: [{ sms: 'Ny text.' }],
    });
  });

  it.each<[string, () => object | Promise<object>, number, string]>([
    [
      'a follow-up of a broadcast that was never approved',
      async () => follow('all-clear', {}, (await write({})).json().id),
      409,
      'broadcast.nothing-to-follow',
    ],
    [
      'a follow-up of a broadcast that does not exist',
      () => follow('update', {}, '0190b0f0-0000-7000-8000-000000000000'),
      404,
      'broadcast.not-found',
    ],
    [
      'an extension to a topic',
      async () => follow('extension', { audience: { topic: await openTopic() } }),
      400,
      'broadcast.area-required',
    ],
    [
      'an extension of an update',
      async () =>
        follow('extension', { audience: { places: [large] }, texts: undefined }, await sentUpdate()),
      409,
      'broadcast.nothing-to-extend',
    ],
    [
      'an update to a place',
      () => follow('update', { audience: { places: [small] } }),
      400,
      'broadcast.settled-by-original',
    ],
    [
      'an extension with another text',
      () => follow('extension', { audience: { places: [large] } }),
      400,
      'broadcast.settled-by-original',
    ],
    ['an extension without an area', () => follow('extension'), 400, 'request.invalid'],
    ['an update without a text', () => follow('update', { texts: undefined }), 400, 'request.invalid'],
    ['an unknown relation', () => follow('prequel'), 400, 'request.invalid'],
  ])('refuses %s', async (_what, more, status, code) => {
    const answer = await write(await more());
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  });
  const sentUpdate = () => sent(follow('update'));
  const openTopic = () => pipeline.scene.topic('Biblioteket');

  it('refuses to follow a broadcast whose recipients are disposed of', async () => {
    const forgotten = await sent({});
    await pipeline.db.query(`INSERT INTO disposed_broadcast (broadcast_id, counts) VALUES ($1, '[]')`, [
      forgotten,
    ]);
    const answer = await write(follow('all-clear', {}, forgotten));
    expect(answer.json()).toMatchObject({ code: 'audience.recipients-gone' });
  });
});

describe('follow-ups of an alert that is still being sent', () => {
  let pipeline: Pipeline;
  beforeAll(async () => {
    pipeline = await Pipeline.start();
  });
  afterAll(() => pipeline.stop());

  const write = async (more: object): Promise<string> => {
    const created = await pipeline.post(pipeline.anna, '/broadcasts', { ...draft({}), ...more });
    const { id } = created.json<{ id: string }>();
    await pipeline.post(pipeline.anna, `/broadcasts/${id}/submission`);
    return id;
  };
  const approve = (id: string) => pipeline.approve(pipeline.bo, id);

  it('previews an extension: phones without the alert, on the channels of the alert', async () => {
    const core = await pipeline.house({ mobiles: 2, landlines: 1 });
    const more = await pipeline.house({ mobiles: 1, landlines: 1 });
    const audience = { places: [...core.places, ...more.places] };
    const alert = await pipeline.send({ places: core.places }, { channels: 'both' });
    const counted = (
      await pipeline.post(pipeline.anna, `/broadcasts/${alert}/extension-preview`, { audience })
    ).json();
    expect(counted).toMatchObject({
      phones: { mobile: 1, landline: 1 },
      suppressed: { 'already-told': 3 },
    });
    const follows = { broadcast: alert, relation: 'extension' };
    const extension = { ...draft(audience), texts: undefined, follows };
    expect((await pipeline.post(pipeline.anna, '/broadcasts', extension)).json().preview).toEqual(counted);
  });

  it('refuses to preview an impossible extension, or one with recipients given by the client', async () => {
    const { places } = await pipeline.house({ mobiles: 1 });
    const alert = await pipeline.send({ places });
    const unsent = await pipeline.send({ places }, {}, false);
    const update = await write({ audience: undefined, follows: { broadcast: alert, relation: 'update' } });
    await approve(update);
    const topic = await pipeline.scene.topic('Badplatsen');
    const asked: [string, object][] = [
      [unsent, { places }],
      [update, { places }],
      [alert, { topic }],
      [alert, { places, beyond: unsent }],
      [newId(), { places }],
    ];
    const codes: unknown[] = [];
    for (const [id, audience] of asked) {
      const answer = await pipeline.post(pipeline.anna, `/broadcasts/${id}/extension-preview`, { audience });
      codes.push(answer.json().code);
    }
    expect(codes).toEqual([
      'broadcast.nothing-to-follow',
      'broadcast.nothing-to-extend',
      'broadcast.area-required',
      'request.invalid',
      'broadcast.not-found',
    ]);
  });

  it('a follow-up speaks to each phone in the language it had, even if its language has changed', async () => {
    const { places, phones } = await pipeline.house({ mobiles: 3 });
    const speaks = (language: string, phone: string) =>
      pipeline.db.query('UPDATE phone SET language = $1 WHERE e164 = $2', [language, phone]);
    await speaks('en', phones[1]!);
    await speaks('fi', phones[2]!);
    const inEach = (...languages: string[]) =>
      languages.map((language) => ({ language, sms: `Text: ${language}.` }));
    const spoken = async (id: string) =>
      Object.fromEntries((await pipeline.ledger(id)).map(({ phone, language }) => [phone, language]));
    const alert = await pipeline.send({ places }, { texts: inEach('sv', 'en', 'fi') });
    expect(Object.values(await spoken(alert)).sort()).toEqual(['en', 'fi', 'sv']);
    await speaks('en', phones[0]!);
    await speaks('sv', phones[1]!);
    const update = (languages: string[]) =>
      write({
        audience: undefined,
        texts: inEach(...languages),
        follows: { broadcast: alert, relation: 'update' },
      });
    const same = await update(['sv', 'en', 'fi']);
    await approve(same);
    expect(await spoken(same)).toEqual(await spoken(alert));
    // Without Finnish the order of the texts decides.
    const fewer = await update(['en', 'sv']);
    const { preview, estimate } = (await pipeline.get(`/broadcasts/${fewer}`)).json();
    expect(preview.languages.map(({ language }: { language: string }) => language)).toEqual([
      'en',
      'fi',
      'sv',
    ]);
    expect(estimate.languages).toMatchObject([
      { language: 'en', phones: 2, own: 1 },
      { language: 'sv', phones: 1, own: 1 },
    ]);
    await approve(fewer);
    expect(await spoken(fewer)).toEqual({ [phones[0]!]: 'sv', [phones[1]!]: 'en', [phones[2]!]: 'en' });
  });

  it('the languages and the cost of a follow-up do not say who has become secret since', async () => {
    const { places, phones } = await pipeline.house({ mobiles: 3 });
    await pipeline.db.query(`UPDATE phone SET language = 'ar' WHERE e164 = $1`, [phones[2]]);
    const texts = ['sv', 'ar'].map((language) => ({ language, sms: `Vattnet. ${language.repeat(200)}` }));
    const alert = await pipeline.send({ places }, { texts });
    const update = await write({
      audience: undefined,
      texts: [draft({}).texts[0], texts[1]],
      follows: { broadcast: alert, relation: 'update' },
    });
    const told = async () => {
      const { preview, estimate } = (await pipeline.get(`/broadcasts/${update}`)).json();
      return { languages: preview.languages, estimate };
    };
    const before = await told();
    await pipeline.db.query('UPDATE phone_address SET protected = true WHERE phone = $1', [phones[2]]);
    expect(await told()).toEqual(before);
  });

  it('an all-clear cancels what is unsent, and goes to those who had the alert', async () => {
    const { places } = await pipeline.house({ mobiles: 3 });
    const alert = await pipeline.send({ places });
    await pipeline.db.query(`UPDATE delivery SET status = 'delivered' WHERE broadcast_id = $1 AND n = 1`, [
      alert,
    ]);
    const [first] = await pipeline.ledger(alert);
    const clear = await write({ audience: undefined, follows: { broadcast: alert, relation: 'all-clear' } });
    expect((await approve(clear)).json()).toMatchObject({ state: 'approved', submittedCount: 3, planned: 1 });
    expect((await pipeline.ledger(clear)).map(({ phone }) => phone)).toEqual([first!.phone]);
    expect(await pipeline.state(alert)).toBe('cancelled');
    expect(await pipeline.report(alert)).toMatchObject({ planned: 3, delivered: 1, cancelled: 2 });
  });

  it('after an all-clear no extension can be previewed, written, changed, submitted or approved', async () => {
    const core = await pipeline.house({ mobiles: 1 });
    const more = await pipeline.house({ mobiles: 1 });
    const alert = await pipeline.send({ places: core.places });
    const follows = { broadcast: alert, relation: 'extension' };
    const extension = { ...draft({ places: more.places }), texts: undefined, follows };
    const submitted = await write(extension);
    const { id } = (await pipeline.post(pipeline.anna, '/broadcasts', extension)).json<{ id: string }>();
    await approve(await write({ audience: undefined, follows: { broadcast: alert, relation: 'all-clear' } }));
    const { audience } = extension;
    const answers = [
      await pipeline.post(pipeline.anna, `/broadcasts/${alert}/extension-preview`, { audience }),
      await pipeline.post(pipeline.anna, '/broadcasts', extension),
      await pipeline.app.inject({
        method: 'PUT',
        url: `/api/v1/broadcasts/${id}`,
        headers: pipeline.anna.headers,
        payload: extension,
      }),
      await pipeline.post(pipeline.anna, `/broadcasts/${id}/submission`),
      await approve(submitted),
    ];
    for (const answer of answers)
      expect(answer.json()).toMatchObject({ status: 409, code: 'broadcast.called-off' });
    expect(await pipeline.ledger(submitted)).toEqual([]);
  });

  it('each part of an alert lists the other all-clears', async () => {
    const { places } = await pipeline.house({ mobiles: 1 });
    const alert = await pipeline.send({ places });
    const allClear = { audience: undefined, follows: { broadcast: alert, relation: 'all-clear' } };
    const others = async (id: string): Promise<object[]> =>
      (await pipeline.get(`/broadcasts/${id}`)).json().otherAllClears;
    expect(await others(alert)).toEqual([]);
    const one = await write(allClear);
    const update = await write({ ...allClear, follows: { broadcast: alert, relation: 'update' } });
    const two = await write(allClear);
    const waiting = { state: 'pending-approval', createdBy: { name: 'Anna' } };
    expect(await others(one)).toMatchObject([{ id: two, ...waiting }]);
    for (const id of [alert, update])
      expect(await others(id)).toMatchObject([{ id: one, ...waiting }, { id: two }]);
    // Some phones may have had an all-clear that was cancelled. Nobody has had one that was rejected.
    await pipeline.post(pipeline.bo, `/broadcasts/${two}/rejection`, { note: 'En räcker.' });
    await approve(one);
    await pipeline.post(pipeline.bo, `/broadcasts/${one}/cancellation`);
    expect(await others(alert)).toMatchObject([{ id: one, state: 'cancelled' }]);
  });

  it('phones in two extensions get only one, even if both were counted before either was approved', async () => {
    const core = await pipeline.house({ mobiles: 1 });
    const shared = await pipeline.house({ mobiles: 2 });
    const alert = await pipeline.send({ places: core.places });
    const extension = {
      audience: { places: [...core.places, ...shared.places] },
      texts: undefined,
      follows: { broadcast: alert, relation: 'extension' },
    };
    const [one, two] = [await write(extension), await write(extension)];
    await Promise.all([approve(one), approve(two)]);
    const told = [...(await pipeline.ledger(one)), ...(await pipeline.ledger(two))]
      .filter(({ status }) => status === 'planned')
      .map(({ phone }) => phone);
    expect(told.sort()).toEqual([...shared.phones].sort());
  });
});
