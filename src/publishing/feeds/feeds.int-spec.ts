import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { childrenNamed, parseXml, textOf } from '../../../test/support/xml-tree.js';
import { fictionMobile } from '../../../test/support/fiction-phones.js';
import { eventually } from '../../../test/support/eventually.js';
import { Pipeline } from '../../../test/support/pipeline.js';

describe('the feeds', () => {
  let pipeline: Pipeline;
  let audience: object;
  beforeAll(async () => {
    pipeline = await Pipeline.start();
    audience = { places: (await pipeline.house({ mobiles: 1 })).places };
  });
  afterAll(() => pipeline.stop());

  const get = (name: string, headers: Record<string, string> = {}) =>
    pipeline.app.inject({ url: `/feeds/${name}`, headers });

  it('can be read by any website, and answer 304 until something changes', async () => {
    const first = await get('alerts.geojson');
    expect(first.headers).toMatchObject({
      'content-type': 'application/geo+json; charset=utf-8',
      'access-control-allow-origin': '*',
      'cache-control': expect.stringContaining('max-age=1') as string,
    });
    const { etag } = first.headers as { etag: string };
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*'])
      expect((await get('alerts.geojson', { 'if-none-match': known })).statusCode).toBe(304);

    const id = await pipeline.send(audience, { isPublic: true });
    const changed = await eventually(async () => {
      const answer = await get('alerts.geojson', { 'if-none-match': etag });
      return answer.statusCode === 200 && answer;
    });
    expect(changed.json()).toMatchObject({
      features: [{ id, geometry: null, properties: { headline: expect.any(String) as string, over: null } }],
    });
  });

  const everyFeed = ['alerts.geojson', 'alerts.json', 'alerts.atom', 'alerts.en.atom'];

  it.each(everyFeed)('%s has one entity tag for all that know it, and an age', async (name) => {
    const { headers } = await get(name);
    expect(headers).toMatchObject({
      age: '0',
      'access-control-allow-origin': '*',
      etag: expect.any(String) as string,
    });
    expect((await get(name, { 'if-none-match': headers['etag'] as string })).body).toBe('');
  });

  it.each(everyFeed)('%s answers HEAD as GET, without a body', async (name) => {
    const [whole, head] = [
      await get(name),
      await pipeline.app.inject({ method: 'HEAD', url: `/feeds/${name}` }),
    ];
    expect([head.statusCode, head.body]).toEqual([200, '']);
    for (const header of ['etag', 'content-type', 'content-length', 'cache-control'])
      expect(head.headers[header]).toBe(whole.headers[header]);
  });

  it('lets any website ask with the headers of a conditional request', async () => {
    for (const name of [...everyFeed, 'topics/vatten.atom']) {
      const preflight = await pipeline.app.inject({
        method: 'OPTIONS',
        url: `/feeds/${name}`,
        headers: {
          origin: 'https://other.example',
          'access-control-request-method': 'GET',
          'access-control-request-headers': 'if-none-match',
        },
      });
      expect([preflight.statusCode, preflight.body]).toEqual([204, '']);
      expect(preflight.headers).toMatchObject({
        'access-control-allow-origin': '*',
        'access-control-allow-methods': expect.stringContaining('GET') as string,
        'access-control-allow-headers': expect.stringContaining('if-none-match') as string,
      });
    }
  });

  it.each(['alerts.rss', 'alerts.xx.atom', 'x/y', 'topics/none.atom', 'topics/none.en.atom', 'topics/a'])(
    'answers that there is no %s by a problem document that any website can read',
    async (name) => {
      const answer = await get(name);
      expect(answer.statusCode).toBe(404);
      expect(answer.headers).toMatchObject({
        'content-type': expect.stringContaining('application/problem+json') as string,
        'access-control-allow-origin': '*',
      });
    },
  );

  it('says in JSON when it was right, without counting that as a change', async () => {
    const clock = pipeline.app.get(Clock);
    const first = await get('alerts.json');
    expect(first.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      etag: expect.stringMatching(/^W\//) as string,
    });
    const now = jest.spyOn(clock, 'now').mockReturnValue(new Date('2026-11-29T15:00:00.500Z'));
    try {
      const second = await get('alerts.json');
      expect(second.json()).toMatchObject({
        // A busy machine answers a while after it read.
        timestamp: expect.stringMatching(/^2026-11-29T(15:00:00|14:59:\d\d)Z$/) as string,
        alerts: expect.any(Array) as unknown[],
      });
    } finally {
      now.mockRestore();
    }
    const tag = first.headers['etag'] as string;
    for (const known of [tag, tag.slice(2)])
      expect((await get('alerts.json', { 'if-none-match': known })).statusCode).toBe(304);
  });

  it('has each alert in JSON as a message of CAP, and its end', async () => {
    const id = await pipeline.send(audience, { isPublic: true });
    const messagesOf = async () => {
      const { alerts } = (await get('alerts.json')).json<{
        alerts: { msgType: string; incidents: string; sent: string }[];
      }>();
      return alerts.filter(({ incidents }) => incidents === id);
    };
    const first = await eventually(async () => {
      const found = await messagesOf();
      return found.length === 1 && found;
    });
    expect(first).toMatchObject([{ msgType: 'Alert', sent: expect.stringMatching(/\+0[12]:00$/) as string }]);
    await pipeline.send({}, { follows: { broadcast: id, relation: 'all-clear' }, audience: undefined });
    await eventually(
      async () => (await messagesOf()).map(({ msgType }) => msgType).join() === 'Cancel,Alert',
    );
  });

  it('has alerts in Atom, each language by its own address', async () => {
    const id = await pipeline.send(audience, {
      isPublic: true,
      texts: [
        { language: 'sv', sms: 'Koka vattnet.', headline: 'Koka vatten & vänta ]]> 1 < 2' },
        { language: 'en', sms: 'Boil the water.' },
      ],
    });
    const titleIn = async (name: string): Promise<string> => {
      const answer = await get(name);
      expect(answer.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
      const entry = childrenNamed(parseXml(answer.body), 'entry').find((one) =>
        textOf(one, 'id').endsWith(id),
      );
      return entry ? textOf(entry, 'title') : '';
    };
    await eventually(() => titleIn('alerts.atom'));
    expect(await titleIn('alerts.atom')).toBe('Koka vatten & vänta ]]> 1 < 2');
    expect(await titleIn('alerts.sv.atom')).toBe('Koka vatten & vänta ]]> 1 < 2');
    expect(await titleIn('alerts.en.atom')).toBe('Boil the water.');
    expect(await titleIn('alerts.fi.atom')).toBe('Koka vatten & vänta ]]> 1 < 2');
  });

  describe('of a topic', () => {
    const topic = { id: newId(), slug: 'snorojning' };
    const write = (state: string, isPublic = true): Promise<unknown> =>
      pipeline.db.query(
        `INSERT INTO topic (id, slug, name, description, department_id, owner_name, state, is_public)
         SELECT $1, $2, '{"sv":"Snöröjning","en":"Snow clearing"}', '{"sv":"När vi plogar.","en":"When we plough."}',
           d.id, 'Gata', $3, $4 FROM department d LIMIT 1
         ON CONFLICT (id) DO UPDATE SET state = $3, is_public = $4, version = topic.version + 1`,
        [topic.id, topic.slug, state, isPublic],
      );
    const answers = (status: number) =>
      eventually(async () => (await get(`topics/${topic.slug}.atom`)).statusCode === status);

    it('exists from when the topic is open, before it has sent anything', async () => {
      await write('draft');
      expect((await get(`topics/${topic.slug}.atom`)).statusCode).toBe(404);
      await write('open');
      await answers(200);
      const feed = parseXml((await get(`topics/${topic.slug}.en.atom`)).body);
      expect(textOf(feed, 'title')).toContain('Snow clearing – ');
      expect(textOf(feed, 'subtitle')).toBe('When we plough.');
      expect(childrenNamed(feed, 'entry')).toEqual([]);
    });

    it('has what the topic sent, which is no alert', async () => {
      await write('open');
      await answers(200);
      await pipeline.scene.subscribe(topic.id, fictionMobile(90));
      const id = await pipeline.send({ topic: topic.id }, { isPublic: true, lane: 'routine' });
      const entry = await eventually(
        async () =>
          childrenNamed(parseXml((await get(`topics/${topic.slug}.atom`)).body), 'entry')[0] ?? false,
      );
      expect(textOf(entry, 'id')).toBe(`urn:uuid:${id}`);
      expect((await get('alerts.atom')).body).not.toContain(id);
      expect((await get('alerts.geojson')).body).not.toContain(id);
    });

    it.each<[string, boolean]>([
      ['closed', true],
      ['open', false],
    ])('ends when the topic is %s and public: %s', async (state, isPublic) => {
      await write('open');
      await answers(200);
      await write(state, isPublic);
      await answers(404);
    });
  });
});
