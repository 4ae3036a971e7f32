import { draft, Pipeline } from '../../test/support/pipeline.js';
import { hire } from '../../test/support/staff.js';
import { VerificationSender } from '../verification/verification-sender.js';

const mobile = (n: number) => `+467017406${String(n).padStart(2, '0')}`;
const unknownId = '0190b0f0-0000-7000-8000-000000000000';

describe('writing a broadcast', () => {
  let pipeline: Pipeline;
  let area: string;
  let topic: string;
  beforeAll(async () => {
    pipeline = await Pipeline.start();
    const { scene } = pipeline;
    area = await scene.area('Örnäset', { x: 0, y: 0, side: 1000 });
    await (await scene.address('Storgatan 1', { x: 10, y: 10 })).phone(mobile(10));
    await scene.settle();
    topic = await scene.topic('Biblioteket');
  });
  afterAll(() => pipeline.stop());

  const write = (more: object = {}, headers: Record<string, string> = {}) =>
    pipeline.post(pipeline.anna, '/broadcasts', { ...draft({ places: [area] }), ...more }, headers);
  const sms = (text: string, language = 'sv') => ({ texts: [{ language, sms: text }] });
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const howMany = async (): Promise<number> => {
    const [row] = await pipeline.db.query<{ n: number }[]>('SELECT count(*)::int AS n FROM broadcast');
    return row!.n;
  };

  it('stores it as written and measured, and says what may be done next', async () => {
    const created = await write(sms('Vattnet är avstängt kl. 13–15.'));
    expect(created.statusCode).toBe(201);
    const { id } = created.json();
    const read = await pipeline.get(`/broadcasts/${id}`);
    expect(read.json()).toMatchObject({
      state: 'draft',
      kind: 'alert',
      lane: 'urgent',
      audienceName: 'Örnäset',
      createdBy: { id: pipeline.anna.id, name: 'Anna' },
      texts: [{ sms: 'Vattnet är avstängt kl. 13-15.', encoding: 'GSM-7', segments: 1 }],
      preview: { phones: { mobile: 1, landline: 0 } },
      estimate: { segments: 1, costOre: 55 },
      allowed: ['edit', 'submission', 'cancellation'],
    });
    expect(read.json()).not.toHaveProperty('report');
    expect((await pipeline.get('/broadcasts')).json()[0]).toMatchObject({ id, percent: 0 });
  });

  it('names the roles and the excluded places', async () => {
    const audience = { places: [area], minus: { places: [area] }, roles: ['owner', 'business'] };
    expect((await write({ audience })).json()).toMatchObject({
      audienceName: 'Örnäset, utom Örnäset, bara företag och ägare på annat håll',
    });
  });

  it('is named by the residential area that was drawn in, so two drawings of one night can be told apart', async () => {
    await pipeline.scene.municipality('Kommunen', { x: 0, y: 0, side: 10_000 });
    const nameOf = async (polygon: object) => (await write({ audience: { polygon } })).json().audienceName;
    expect(await nameOf(await pipeline.scene.drawn({ x: 5, y: 5, side: 100 }))).toBe('Ritad yta i Örnäset');
    // Without an address in any area there is nothing to name it by.
    expect(await nameOf(await pipeline.scene.drawn({ x: 5000, y: 5000, side: 100 }))).toBe('Ritad yta');
  });

  it('is named by the thing that its area is near, which does not change whom it reaches', async () => {
    const [{ geometry }] = await pipeline.db.query<[{ geometry: object }]>(
      'SELECT ST_AsGeoJSON(ST_Transform(point, 4326))::json AS geometry FROM address LIMIT 1',
    );
    const point = { geometry, metres: 200 };
    const near = [{ ...point, name: 'Storgatan 1' }, point];
    const named = (await write({ audience: { near } })).json();
    expect(named.audienceName).toBe('Inom 200 m från Storgatan 1, inom 200 m från en punkt');
    expect(named.audience).toEqual({ near });
    const nameless = (await write({ audience: { near: [point] } })).json();
    expect(nameless.preview.phones).toMatchObject({ mobile: 1 });
    expect(named.preview).toEqual(nameless.preview);
  });

  it('is not named by a thing elsewhere or by part of a name, even after a change', async () => {
    const pointAt = async (x: number): Promise<object> => {
      const { coordinates } = await pipeline.scene.drawn({ x, y: 10, side: 1 });
      return { geometry: { type: 'Point', coordinates: coordinates[0]![0] }, metres: 9 };
    };
    const far = await pointAt(700);
    const close = await pointAt(150);
    const claims = [
      { ...far, name: 'Kyrkogatan 8' },
      { ...close, name: 'Kyrkogatan' },
      { ...close, name: 'KYRKOGATAN  8' },
      { ...close, name: 'Kyrkogatan 8, lulea' },
      { ...far, name: 'Svartostan' },
      { ...close, name: 'Svartostan' },
    ];
    const kept = [far, close, { ...close, name: 'KYRKOGATAN 8' }, claims[3], claims[4], close];
    const { scene } = pipeline;
    await scene.area('Svartostan', { x: 600, y: 0, side: 200 });
    const { id: address } = await scene.address('Kyrkogatan 8', { x: 10, y: 10 });
    await pipeline.db.query(
      `UPDATE address SET locality = 'Luleå', search_name = 'kyrkogatan 8 lulea' WHERE id = $1`,
      [address],
    );
    const created = await write({ audience: { near: claims } });
    expect(created.json().audience).toEqual({ near: kept });
    expect((await write({ audience: { near: [claims[0]] } })).json()).toMatchObject({
      audienceName: 'Inom 9 m från en punkt',
    });
    const changed = await pipeline.app.inject({
      method: 'PUT',
      url: `/api/v1/broadcasts/${created.json().id}`,
      headers: pipeline.anna.headers,
      payload: draft({ near: [claims[0]] }),
    });
    expect(changed.json().audience).toEqual({ near: [far] });
  });

  it.each<[string, object, number, string]>([
    ['an unknown field', { sender: 'Polisen' }, 400, 'request.invalid'],
    ['a state of its own', { state: 'approved' }, 400, 'request.invalid'],
    ['an unknown lane', { lane: 'asap' }, 400, 'request.invalid'],
    ['the lane of codes', { lane: 'verification' }, 400, 'request.invalid'],
    ['an unknown choice of channels', { channels: 'fax' }, 400, 'request.invalid'],
    ['no texts', { texts: [] }, 400, 'request.invalid'],
    ['a text without a language', { texts: [{ sms: 'Hej' }] }, 400, 'request.invalid'],
    ['an invalid time', { expiresAt: 'i morgon' }, 400, 'request.invalid'],
    ['a time without a zone', { expiresAt: '2030-01-01T12:00:00' }, 400, 'request.invalid'],
    ['one phone as its audience', { audience: { phone: mobile(10) } }, 400, 'request.invalid'],
    ['nobody chosen', { audience: { places: [] } }, 400, 'audience.empty'],
    ['an unknown place', { audience: { places: [unknownId] } }, 400, 'audience.unknown-place'],
    ['an unknown topic', { audience: { topic: unknownId } }, 400, 'audience.unknown-topic'],
    ['a time that has passed', { expiresAt: inDays(-1) }, 400, 'broadcast.expired'],
    ['a time too far away', { expiresAt: inDays(32) }, 400, 'broadcast.expiry-too-late'],
    ['nothing to say', sms('  '), 400, 'text.empty'],
    ['a NUL character', sms('Hej\u0000'), 400, 'request.invalid'],
    [
      'a lone surrogate',
      { texts: [{ language: 'sv', sms: 'Hej', voice: 'Hej \ud83d' }] },
      400,
      'request.invalid',
    ],
    [
      'a polygon nested 500 levels deep',
      {
        audience: {
          polygon: { type: 'Polygon', coordinates: JSON.parse('['.repeat(500) + ']'.repeat(500)) },
        },
      },
      400,
      'request.nested-too-deep',
    ],
    ['2,000 characters', sms('a'.repeat(2000)), 400, 'text.too-many-characters'],
    ['seven parts', sms('a'.repeat(6 * 153 + 1)), 400, 'text.too-long'],
    ['seven parts in Sámi', sms('č'.repeat(6 * 67 + 1)), 400, 'text.too-long'],
    [
      'two texts in one language',
      { texts: [...sms('a').texts, ...sms('b').texts] },
      400,
      'text.language-twice',
    ],
  ])('refuses %s, and nothing is stored', async (_what, more, status, code) => {
    const before = await howMany();
    const answer = await write(more);
    expect(answer.json()).toMatchObject({ status, code });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(await howMany()).toBe(before);
  });

  it("a verification code can't be read, listed or stopped by anyone", async () => {
    await pipeline.app.get(VerificationSender).send({
      phone: mobile(90),
      kind: 'mobile',
      language: 'sv',
      text: 'Din kod: 123456',
      code: '123456',
      expiresAt: new Date(Date.now() + 600_000),
    });
    const [{ id }] = await pipeline.db.query(`SELECT id FROM broadcast WHERE kind = 'verification'`);
    for (const path of ['', '/report', '/events'])
      expect((await pipeline.get(`/broadcasts/${id}${path}`)).json()).toMatchObject({
        code: 'broadcast.not-found',
      });
    for (const step of ['pause', 'cancellation'])
      expect((await pipeline.post(pipeline.bo, `/broadcasts/${id}/${step}`)).statusCode).toBe(404);
    expect(JSON.stringify((await pipeline.get('/broadcasts')).json())).not.toContain(id);
  });

  it('names each invalid field', async () => {
    const { errors } = (await write({ lane: 'asap', texts: [{ language: 'SVENSKA', sms: 1 }] })).json();
    expect(errors.map(({ path }: { path: string }) => path)).toEqual(
      expect.arrayContaining(['lane', 'texts.0.language', 'texts.0.sms']),
    );
  });

  it('refuses malformed JSON', async () => {
    const answer = await pipeline.app.inject({
      method: 'POST',
      url: '/api/v1/broadcasts',
      headers: { ...pipeline.anna.headers, 'content-type': 'application/json' },
      payload: '{"audience":',
    });
    expect(answer.json()).toMatchObject({ status: 400, code: 'request.malformed' });
  });

  it('marks an exercise with ÖVNING at both ends of the text', async () => {
    const { texts } = (await write({ exercise: true, ...sms('Koka vattnet.') })).json();
    expect(texts[0].sms).toBe('ÖVNING ÖVNING. Koka vattnet.\nÖVNING ÖVNING.');
  });

  it('shows what a landline will hear, even without a voice text', async () => {
    const heard = async (texts: object[]) =>
      (await write({ texts })).json<{ texts: { spoken?: string }[] }>().texts.map(({ spoken }) => spoken);
    const text = { language: 'sv', sms: 'Vattnet är av kl. 13-16.' };
    expect(await heard([text])).toEqual(['Vattnet är av klockan 13 till 16.']);
    expect(await heard([{ ...text, voice: 'Vattnet är av till kl. 16.' }])).toEqual([
      'Vattnet är av till klockan 16.',
    ]);
    const toTopic = await write({ audience: { topic }, texts: [text] });
    expect(toTopic.json().texts[0]).not.toHaveProperty('spoken');
  });

  it('the list shows the first words of the text', async () => {
    const long = 'Vattnet är av. '.repeat(20);
    const { id } = (await write(sms(long))).json<{ id: string }>();
    const list = (await pipeline.get('/broadcasts')).json<{ id: string; excerpt: string }[]>();
    const { excerpt } = list.find((each) => each.id === id)!;
    expect(excerpt).toMatch(/^Vattnet är av\. .* …$/);
    expect(excerpt.length).toBeLessThan(125);
  });

  it('tells the subscribers of a topic how to stop', async () => {
    const answer = await write({ audience: { topic }, ...sms('Vi har öppet.') });
    expect(answer.json()).toMatchObject({
      kind: 'topic',
      audienceName: 'Biblioteket',
      texts: [{ sms: 'Luleå kommun: Vi har öppet.\nSvara STOPP för att avsluta.' }],
    });
  });

  it('changes a draft with all its texts', async () => {
    const { id } = (await write(sms('Först.'))).json();
    const changed = await pipeline.app.inject({
      method: 'PUT',
      url: `/api/v1/broadcasts/${id}`,
      headers: pipeline.bo.headers,
      payload: {
        ...draft({ places: [area] }),
        lane: 'crisis',
        texts: [
          { language: 'en', sms: 'Then.' },
          { language: 'sv', sms: 'Sedan.' },
        ],
      },
    });
    expect(changed.statusCode).toBe(200);
    expect((await pipeline.get(`/broadcasts/${id}`)).json()).toMatchObject({
      state: 'draft',
      lane: 'crisis',
      texts: [
        { language: 'en', sms: 'Then.' },
        { language: 'sv', sms: 'Sedan.' },
      ],
    });
  });

  it('only one of two changes at the same time succeeds, completely', async () => {
    const { id } = (await write(sms('Först.'))).json();
    const change = (who: typeof pipeline.anna, text: string) =>
      pipeline.app.inject({
        method: 'PUT',
        url: `/api/v1/broadcasts/${id}`,
        headers: who.headers,
        payload: { ...draft({ places: [area] }), ...sms(text) },
      });
    const answers = await Promise.all([change(pipeline.anna, 'Annas.'), change(pipeline.bo, 'Bos.')]);
    const winner = answers.filter(({ statusCode }) => statusCode === 200).at(-1);
    for (const answer of answers)
      if (answer.statusCode !== 200)
        expect(answer.json()).toMatchObject({ status: 409, code: 'broadcast.changed-meanwhile' });
    const { texts } = (await pipeline.get(`/broadcasts/${id}`)).json();
    expect(texts).toHaveLength(1);
    if (answers.some(({ statusCode }) => statusCode === 409)) expect(texts).toEqual(winner!.json().texts);
  });

  it('a change says which version it is based on, so it never takes back what somebody else wrote unseen', async () => {
    const written = (await write(sms('Först.'))).json();
    const change = (text: string, version?: number) =>
      pipeline.app.inject({
        method: 'PUT',
        url: `/api/v1/broadcasts/${written.id}`,
        headers: pipeline.anna.headers,
        payload: {
          ...draft({ places: [area] }),
          ...sms(text),
          ...(version === undefined ? {} : { version }),
        },
      });
    const first = await change('Flik A.', written.version);
    expect(first.json().version).toBeGreaterThan(written.version);
    expect((await change('Flik B.', written.version)).json()).toMatchObject({
      status: 409,
      code: 'broadcast.changed-meanwhile',
    });
    expect((await change('Flik A igen.', first.json().version)).statusCode).toBe(200);
    expect((await change('Flik B ändå.')).json().texts).toMatchObject([{ sms: 'Flik B ändå.' }]);
  });

  it.each([
    ['GET', ''],
    ['GET', '/report'],
    ['GET', '/events'],
    ['PUT', ''],
    ['POST', '/submission'],
    ['POST', '/approval'],
    ['POST', '/return'],
    ['POST', '/rejection'],
    ['POST', '/pause'],
    ['POST', '/resumption'],
    ['POST', '/cancellation'],
  ] as const)('%s …%s answers 404 for an unknown id, and 400 for an invalid id', async (method, path) => {
    const payload =
      method === 'PUT' ? draft({ places: [area] }) : /return|rejection/.test(path) ? { note: 'Nej.' } : {};
    const ask = (id: string) =>
      pipeline.app.inject({
        method,
        url: `/api/v1/broadcasts/${id}${path}`,
        headers: pipeline.anna.headers,
        ...(method === 'GET' ? {} : { payload }),
      });
    expect((await ask(unknownId)).json()).toMatchObject({ status: 404, code: 'broadcast.not-found' });
    expect((await ask('1; DROP TABLE broadcast')).statusCode).toBe(400);
  });

  it('nobody can write without a key, or without the role', async () => {
    const reader = await hire(pipeline.app, 'Reader', ['approver']);
    const without = await pipeline.app.inject({
      method: 'POST',
      url: '/api/v1/broadcasts',
      payload: draft({ places: [area] }),
    });
    expect(without.json()).toMatchObject({ status: 401, code: 'staff.sign-in-required' });
    const wrong = await pipeline.app.inject({
      method: 'GET',
      url: '/api/v1/broadcasts',
      headers: { authorization: 'Bearer nobodys-key' },
    });
    expect(wrong.json()).toMatchObject({ status: 401, code: 'staff.wrong-key' });
    const { json } = await pipeline.post(reader, '/broadcasts', draft({ places: [area] }));
    expect(json()).toMatchObject({ status: 403, code: 'staff.role-required', role: 'author' });
  });
});
