import { fictionMobile } from '../../../test/support/fiction-phones.js';
import { draft, Pipeline } from '../../../test/support/pipeline.js';

interface Listed {
  readonly root: string;
  readonly latest: string;
  readonly title: string;
  readonly broadcasts: readonly { readonly id: string }[];
}

describe('incidents', () => {
  let pipeline: Pipeline;
  beforeAll(async () => {
    pipeline = await Pipeline.start();
  });
  afterAll(() => pipeline.stop());

  const write = async (body: object): Promise<string> =>
    (await pipeline.post(pipeline.anna, '/broadcasts', body)).json<{ id: string }>().id;
  const follow = (broadcast: string, relation: string, more: object = {}) => ({
    ...draft({}),
    audience: undefined,
    follows: { broadcast, relation },
    ...more,
  });
  async function send(body: object): Promise<string> {
    const id = await write(body);
    await pipeline.post(pipeline.anna, `/broadcasts/${id}/submission`);
    await pipeline.approve(pipeline.bo, id);
    return id;
  }
  const list = async (query = ''): Promise<Listed[]> => {
    const answer = await pipeline.get(`/incidents${query}`);
    expect(answer.statusCode).toBe(200);
    return answer.json<Listed[]>();
  };
  const rootsOf = async (query: string) => (await list(query)).map(({ root }) => root);
  const name = (id: string, title: string | null) =>
    pipeline.app.inject({
      method: 'PUT',
      url: `/api/v1/incidents/${id}/title`,
      headers: pipeline.anna.headers,
      payload: { title },
    });
  const says = (sms: string) => ({ texts: [{ language: 'sv', sms }] });

  it('is a broadcast with everything that follows it; the one with the newest broadcast comes first', async () => {
    const { places } = await pipeline.house({ mobiles: 1 });
    const leak = await pipeline.send({ places });
    const other = await pipeline.send({ places });
    expect(await rootsOf('?limit=2')).toEqual([other, leak]);
    const update = await send(follow(leak, 'update'));
    const written = await write(follow(update, 'correction'));
    const [first, second] = await list('?limit=2');
    expect(first).toMatchObject({
      root: leak,
      latest: written,
      calledOff: false,
      named: false,
      broadcasts: [
        { id: leak },
        { id: update, follows: { relation: 'update' } },
        { id: written, state: 'draft' },
      ],
    });
    expect(second!.root).toBe(other);
    await send(follow(leak, 'all-clear'));
    expect((await list('?limit=1'))[0]).toMatchObject({ root: leak, calledOff: true });
  });

  it('is found by any of its broadcasts, with all that happened to them in order', async () => {
    const { places, phones } = await pipeline.house({ mobiles: 3 });
    const alert = await pipeline.send({ places });
    await pipeline.db.query(
      `UPDATE delivery SET status = 'delivered', sent_at = now() WHERE broadcast_id = $1 AND phone = ANY($2)`,
      [alert, phones.slice(0, 2)],
    );
    const update = await send(follow(alert, 'update', says('Tankbil vid torget.')));
    await pipeline.db.query(
      `UPDATE delivery SET status = 'delivered', sent_at = now() WHERE broadcast_id = $1 AND phone = ANY($2)`,
      [update, phones.slice(0, 1)],
    );
    const read = (await pipeline.get(`/incidents/${update}`)).json();
    expect(read).toEqual((await pipeline.get(`/incidents/${alert}`)).json());
    // Each phone once, although three phones have six deliveries.
    expect(read.phones).toEqual({ planned: 3, delivered: 2, under: 1 });
    expect(read.broadcasts).toMatchObject([
      { id: alert, report: { planned: 3, delivered: 2 } },
      { id: update, report: { planned: 3, delivered: 1 }, texts: [{ sms: 'Tankbil vid torget.' }] },
    ]);
    expect(read.timeline).toMatchObject([
      { broadcast: alert, act: 'create', by: { name: 'Anna' } },
      { broadcast: alert, act: 'submission', count: 3 },
      { broadcast: alert, act: 'approval', by: { name: 'Bo' } },
      { broadcast: update, act: 'create', relation: 'update' },
      { broadcast: update, act: 'submission' },
      { broadcast: update, act: 'approval' },
    ]);
    await pipeline.db.query(`INSERT INTO disposed_broadcast (broadcast_id, counts) VALUES ($1, '[]')`, [
      alert,
    ]);
    expect((await pipeline.get(`/incidents/${alert}`)).json().phones).toBeUndefined();
    expect((await pipeline.get('/incidents/0190b0f0-0000-7000-8000-000000000000')).json()).toMatchObject({
      code: 'broadcast.not-found',
    });
  });

  it('does not count those who are left out, so no sum depends on secret people', async () => {
    const { places, phones } = await pipeline.house({ mobiles: 3 });
    await pipeline.db.query('UPDATE phone_address SET protected = true WHERE phone = $1', [phones[0]]);
    await pipeline.db.query('UPDATE phone SET objected_at = now() WHERE e164 = $1', [phones[1]]);
    const alert = await pipeline.send({ places });
    expect((await pipeline.get(`/incidents/${alert}`)).json().phones).toEqual({
      planned: 1,
      delivered: 0,
      under: 1,
    });
  });

  it('is called what its first audience is called, until staff give it a title', async () => {
    const { places } = await pipeline.house({ mobiles: 1 });
    const alert = await pipeline.send({ places });
    const update = await send(follow(alert, 'update'));
    const called = (await pipeline.get(`/broadcasts/${alert}`)).json().audienceName;
    expect((await name(update, 'Läckan på Kajgatan')).json()).toMatchObject({
      root: alert,
      title: 'Läckan på Kajgatan',
      named: true,
    });
    expect((await name(alert, 'Läckan vid hamnen')).json()).toMatchObject({ title: 'Läckan vid hamnen' });
    expect((await list('?limit=1'))[0]).toMatchObject({ title: 'Läckan vid hamnen' });
    expect((await name(alert, null)).json()).toMatchObject({ title: called, named: false });
    const entries = await pipeline.db.query<{ detail: object }[]>(
      `SELECT detail FROM audit_entry WHERE action = 'incident.name' AND subject = $1 ORDER BY id`,
      [alert],
    );
    expect(entries.map(({ detail }) => detail)).toEqual([
      { title: 'Läckan på Kajgatan' },
      { title: 'Läckan vid hamnen' },
      { title: null },
    ]);
    expect((await name(alert, '')).json()).toMatchObject({ code: 'request.invalid' });
    expect((await name('0190b0f0-0000-7000-8000-000000000000', 'Läckan')).json()).toMatchObject({
      code: 'broadcast.not-found',
    });
  });

  it('is found by a text, the name of an area or its title, whatever the case and however old', async () => {
    const { places } = await pipeline.house({ mobiles: 1 });
    const alert = await pipeline.send({ places }, says('Brunnen på 100% av Örnäset är sinad.'));
    await send(follow(alert, 'update', says('Nu finns det en XYZ-tank.')));
    const named = await pipeline.send({ places });
    await name(named, 'Det stora dammbrottet');
    for (let n = 0; n < 3; n++) await pipeline.send({ places });
    expect(await rootsOf('?q=ÖRNÄSET')).toEqual([alert]);
    expect(await rootsOf('?q=xyz-tank')).toEqual([alert]);
    expect(await rootsOf('?q=dammbrott')).toEqual([named]);
    expect(await rootsOf('?q=100%25%20av')).toEqual([alert]);
    expect(await rootsOf('?q=1_0')).toEqual([]);
    const page = { language: 'sv', sms: '', headline: 'Provtagning i Gammelstad', web: 'Kajen spolas.' };
    const onWeb = await pipeline.send({ places }, { isPublic: true, webOnly: true, texts: [page] });
    expect(await rootsOf('?q=gammelstad')).toEqual([onWeb]);
    expect(await rootsOf('?q=kajen')).toEqual([onWeb]);
    const area = await pipeline.scene.area('Fiskartorpet', { x: 0, y: 0, side: 10 });
    const there = await write(draft({ places: [area] }));
    expect(await rootsOf('?q=fiskartorp')).toEqual([there]);
  });

  it('is filtered by state, lane, department and time; one of its broadcasts must fit them all', async () => {
    const { places } = await pipeline.house({ mobiles: 1 });
    const marked = says('Filtret provas här.');
    const alert = await pipeline.send({ places }, { ...marked, lane: 'crisis' });
    const waiting = await write(follow(alert, 'update', { ...marked, lane: 'routine' }));
    const alone = await write(draft({ places }));
    const { createdAt } = (await pipeline.get(`/broadcasts/${waiting}`)).json<{ createdAt: string }>();
    const q = '?q=filtret%20provas';
    expect(await rootsOf(`${q}&state=draft`)).toEqual([alert]);
    expect(await rootsOf(`${q}&state=approved&state=paused`)).toEqual([alert]);
    expect(await rootsOf(`${q}&lane=crisis`)).toEqual([alert]);
    expect(await rootsOf(`${q}&lane=crisis&state=draft`)).toEqual([]);
    expect(await rootsOf('?state=draft&limit=1')).toEqual([alone]);
    const [{ department }] = await pipeline.db.query<[{ department: string }]>(
      `INSERT INTO department (id, name) VALUES (gen_random_uuid(), 'Vatten') RETURNING id AS department`,
    );
    expect((await pipeline.get('/departments')).json()).toContainEqual({ id: department, name: 'Vatten' });
    expect(await rootsOf(`${q}&department=${department}`)).toEqual([]);
    await pipeline.db.query('UPDATE broadcast SET department_id = $1, version = version + 1 WHERE id = $2', [
      department,
      waiting,
    ]);
    expect(await rootsOf(`${q}&department=${department}`)).toEqual([alert]);
    const at = encodeURIComponent(createdAt);
    expect(await rootsOf(`${q}&from=${at}&state=draft`)).toEqual([alert]);
    expect(await rootsOf(`${q}&to=${at}&state=draft`)).toEqual([]);
    expect((await pipeline.get('/incidents?state=gone')).json()).toMatchObject({ code: 'request.invalid' });
  });

  it('shows the areas of its alert and extensions by how many were reached, but no colour for a few phones', async () => {
    const core = await pipeline.house({ mobiles: 6 });
    const more = await pipeline.house({ mobiles: 2 });
    const alert = await pipeline.send({ places: core.places });
    const extension = await send(
      follow(alert, 'extension', { audience: { places: more.places }, texts: undefined }),
    );
    await send(follow(alert, 'update'));
    await write(follow(alert, 'extension', { audience: { places: more.places }, texts: undefined }));
    const shown = async () => (await pipeline.get(`/incidents/${extension}/map`)).json();
    expect(await shown()).toMatchObject([
      { broadcast: alert, outcome: 'under-way', geometry: { type: expect.stringMatching(/Polygon$/) } },
      { broadcast: extension, outcome: 'few' },
    ]);
    await pipeline.db.query(`UPDATE delivery SET status = 'delivered' WHERE broadcast_id = ANY($1)`, [
      [alert, extension],
    ]);
    expect(await shown()).toMatchObject([{ outcome: 'reached' }, { outcome: 'few' }]);
  });

  describe('on the map', () => {
    type Item = {
      outcome: string;
      blocks: string[];
      areas: string[];
      rest: boolean;
      geometry: { coordinates: number[][][][] };
    };
    let number = 60;
    /** A house with phones at the place. @returns them */
    const house = async (x: number, mobiles: number) => {
      const address = await pipeline.scene.address(`Kartvägen ${x}`, { x, y: 20_010 });
      const phones = Array.from({ length: mobiles }, () => fictionMobile(number++));
      for (const phone of phones) await address.phone(phone);
      return phones;
    };
    const deliver = (phones: readonly string[], to: string) =>
      pipeline.db.query(`UPDATE delivery SET status = $3 WHERE broadcast_id = $1 AND phone = ANY($2)`, [
        alert,
        phones,
        to,
      ]);
    const shown = async () => (await pipeline.get(`/incidents/${alert}/map`)).json<Item[]>();
    const inWords = async () =>
      (await shown()).map(({ outcome, blocks, areas, rest }) => [
        outcome,
        ...blocks,
        ...areas.map((name) => `rest of ${name}`),
        ...(rest ? ['rest'] : []),
      ]);
    let alert: string;
    let ugglan: string[];
    let falken: string[];
    let single: string[];
    beforeAll(async () => {
      const { scene } = pipeline;
      const place = await scene.area('Fågelstaden', { x: 0, y: 20_000, side: 1000 });
      await scene.block('Ugglan', { x: 0, y: 20_000, side: 100 });
      await scene.block('Falken', { x: 100, y: 20_000, side: 100 });
      await scene.block('Örnen', { x: 200, y: 20_000, side: 100 });
      ugglan = [...(await house(10, 3)), ...(await house(20, 3))];
      falken = [...(await house(110, 3)), ...(await house(120, 2))];
      // One dwelling, however many phones it has.
      single = await house(210, 6);
      await scene.settle();
      alert = await pipeline.send({ places: [place] });
    });

    it('each block has its own outcome, and a single dwelling has none of its own', async () => {
      await deliver([...ugglan, ...single], 'delivered');
      await deliver(falken, 'failed');
      // The dwelling is in the rest, which is too small and so is one with the block that has the fewest phones.
      expect(await inWords()).toEqual([
        ['reached', 'Ugglan'],
        ['partly', 'Falken', 'rest'],
      ]);
      const [reached] = await shown();
      expect(reached!.geometry.coordinates).toHaveLength(1);
    });

    it('a block where too few are left is in the rest of its residential area, as if who is secret were not there', async () => {
      await deliver([...ugglan, ...falken, ...single], 'delivered');
      await pipeline.db.query('UPDATE phone_address SET protected = true WHERE phone = $1', [falken[0]]);
      expect(await inWords()).toEqual([['reached', 'Ugglan', 'rest of Fågelstaden']]);
      await pipeline.db.query('DELETE FROM phone_address WHERE phone = $1', [falken[0]]);
      expect(await inWords()).toEqual([['reached', 'Ugglan', 'rest of Fågelstaden']]);
    });

    it('is one area when the deliveries are disposed of', async () => {
      await pipeline.db.query('DELETE FROM delivery WHERE broadcast_id = $1', [alert]);
      expect(await inWords()).toEqual([['few']]);
    });
  });

  it('shows places, a drawn area and what is near a thing as one area', async () => {
    await pipeline.scene.municipality('Kommunen', { x: 0, y: 0, side: 10_000 });
    const polygon = await pipeline.scene.drawn({ x: 100, y: 100, side: 100 });
    const near = [{ geometry: { type: 'Point', coordinates: polygon.coordinates[0]![0]! }, metres: 30 }];
    const { places } = await pipeline.house({ mobiles: 1 });
    const alert = await pipeline.send({ places, polygon, near });
    const [area] = (await pipeline.get(`/incidents/${alert}/map`)).json();
    expect(area.geometry.coordinates.length).toBeGreaterThan(0);
    expect((await pipeline.get('/incidents/0190b0f0-0000-7000-8000-000000000000/map')).json()).toMatchObject({
      code: 'broadcast.not-found',
    });
  });

  it('the 101st is reached page by page, under the same filters', async () => {
    await pipeline.db.query(
      `INSERT INTO broadcast SELECT (jsonb_populate_record(NULL::broadcast, to_jsonb(b) || jsonb_build_object(
         'id', overlay(b.id::text PLACING lpad(n::text, 12, '0') FROM 25), 'audience_name', 'Sida för sida', 'page_code', NULL))).*
       FROM (SELECT * FROM broadcast WHERE root_id IS NULL ORDER BY id DESC LIMIT 1) b, generate_series(1, 101) n`,
    );
    const seen: string[] = [];
    let next: string | undefined = '/incidents?q=sida%20F%C3%B6r&limit=50';
    const sizes: number[] = [];
    while (next) {
      const answer = await pipeline.get(next);
      const page = answer.json<Listed[]>();
      sizes.push(page.length);
      seen.push(...page.map(({ root }) => root));
      next = /<\/api\/v1(.*)>; rel="next"/.exec(String(answer.headers['link'] ?? ''))?.[1];
    }
    expect(sizes).toEqual([50, 50, 1]);
    expect(new Set(seen).size).toBe(101);
  });
});
