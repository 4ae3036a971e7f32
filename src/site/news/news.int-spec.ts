import { doorTo, type Door } from '../../../test/support/outage.js';
import { eventually } from '../../../test/support/eventually.js';
import { testDatabaseUrl } from '../../../test/support/database.js';
import { startTestApp } from '../../../test/support/app.js';
import { Pipeline } from '../../../test/support/pipeline.js';
import { textOf, titleOf, Visitor } from '../../../test/support/visitor.js';
import { Clock } from '../../kernel/clock.js';
import { Bulletin } from '../../publishing/bulletin/bulletin.js';
import { RequestVerification } from '../../verification/request-verification.js';

const minute = 60_000;
const isPublic = { isPublic: true };
const text = (sms: string, more: object = {}) => [{ language: 'sv', sms, ...more }];

describe('the pages of what is published', () => {
  let pipeline: Pipeline;
  let visitor: Visitor;
  let orchard: string;
  let harbour: string;
  let inside: string;
  let outside: string;
  beforeAll(async () => {
    pipeline = await Pipeline.start({ CONTACT_PHONE: '08-465 004 00' });
    const { scene, db } = pipeline;
    await scene.municipality('Luleå', { x: -5000, y: -5000, side: 10_000 });
    orchard = await scene.area('Örnäset', { x: 0, y: 0, side: 400 });
    harbour = await scene.area('Hamnen', { x: 1000, y: 0, side: 400 });
    for (let n = 1; n <= 22; n += 1) {
      await scene.address(`Storgatan ${n}`, { x: 10 * n, y: 10 });
      await scene.address(`Kajen ${n}`, { x: 1000 + 10 * n, y: 10 });
    }
    await (await scene.address('Kajen 40', { x: 1300, y: 100 })).phone('+46701740643');
    await (await scene.address('Blomgatan 7', { x: 100, y: 100 })).phone('+46701740641');
    await (await scene.address('Fjällvägen 7', { x: 3000, y: 3000 })).phone('+46701740642');
    await scene.settle();
    const idOf = async (name: string) =>
      (await db.query<[{ id: string }]>('SELECT id FROM address WHERE search_name = lower($1)', [name]))[0]
        .id;
    [inside, outside] = [await idOf('Blomgatan 7'), await idOf('Fjällvägen 7')];
  });
  beforeEach(() => {
    visitor = new Visitor(pipeline.app);
  });
  afterEach(async () => {
    pipeline.app.get(Clock).now = () => new Date();
    jest.restoreAllMocks();
    await pipeline.db.query(`UPDATE broadcast SET is_public = false`);
    await settled((ids) => ids.length === 0);
  });
  afterAll(() => pipeline.stop());

  const settled = (fits: (ids: string[]) => boolean) =>
    eventually(async () => {
      const { edition } = await pipeline.app.get(Bulletin).read();
      return fits(edition.incidents.map(({ id }) => id));
    });
  const publish = async (area = orchard, more: object = {}) => {
    const id = await pipeline.send({ places: [area] }, { ...isPublic, ...more });
    await settled((ids) => ids.includes(id));
    return id;
  };
  const follow = async (id: string, relation: string, more: object = {}) => {
    const own = await pipeline.send(
      {},
      { ...isPublic, follows: { broadcast: id, relation }, audience: undefined, ...more },
    );
    await eventually(async () => {
      const incident = await pipeline.app.get(Bulletin).incident(id);
      return incident?.messages.some((message) => message.id === own) ?? false;
    });
  };
  const read = async (path: string) => textOf(await visitor.get(path));
  const codeOf = async (id: string) => (await pipeline.app.get(Bulletin).incident(id))!.code;
  const jsonOf = (body: string) =>
    JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/su.exec(body)![1]!) as Record<
      string,
      unknown
    >;

  it.each([
    ['/aktuellt', 'sv', 'Inget pågår just nu.'],
    ['/en/news', 'en', 'Nothing is going on right now.'],
  ])('%s says that nothing is going on', async (path, language, words) => {
    const answer = await visitor.get(path);
    expect(answer.headers).toMatchObject({
      'content-language': language,
      'cache-control': 'public, max-age=1, stale-if-error=600',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(textOf(answer)).toContain(words);
    expect(answer.body).not.toContain('<script');
    expect(answer.body).toContain(
      '<link rel="alternate" type="application/atom+xml" href="/feeds/alerts.atom"',
    );
    expect(await read(language === 'sv' ? '/' : '/en')).toContain(words);
  });

  it('list what is going on, with a map and by area, and answer 304 until it changes', async () => {
    const id = await publish(orchard, { texts: text('Koka vattnet.', { headline: 'Koka allt vatten' }) });
    await publish(harbour, { texts: text('Kajen är stängd. Gå runt.') });
    const page = await visitor.get('/aktuellt');
    const words = textOf(page);
    expect(words).toMatch(/Pågår nu.*Nummer 1 Pågår.*Kajen är stängd\..*Nummer 2.*Koka allt vatten/u);
    expect(words).toMatch(/Område för område Hamnen Kajen är stängd\. Örnäset Koka allt vatten/u);
    expect(page.body).toMatch(/<svg role="img" aria-label="[^"]*1: Hamnen\. 2: Örnäset\./u);
    expect(page.body).toContain('class="map-municipality"');
    expect(page.body.match(/class="map-published"/gu)).toHaveLength(2);
    const { etag } = page.headers as { etag: string };
    expect((await visitor.get('/aktuellt', { 'if-none-match': etag })).statusCode).toBe(304);
    expect((await visitor.get('/en/news', { 'if-none-match': etag })).statusCode).toBe(200);
    expect(await read('/')).toMatch(/Just nu Pågår Kajen är stängd\. Hamnen Pågår Koka allt vatten Örnäset/u);
    await follow(id, 'all-clear', { texts: text('Vattnet är bra igen.') });
    const over = await visitor.get('/aktuellt', { 'if-none-match': etag });
    expect(textOf(over)).toMatch(/Nyligen över Över.*Vattnet är bra igen\..*Slut/u);
  });

  it('tell everything that happened in an incident, the newest first', async () => {
    const id = await publish(orchard, {
      texts: [
        ...text('Koka vattnet.', {
          headline: 'Koka allt vatten',
          web: 'Koka allt vatten.\n\nDet gäller\nalla.',
        }),
        { language: 'ar', sms: 'اغلوا الماء.' },
      ],
      event: 'boil',
      page: 'https://example.se/vatten',
      points: Object.fromEntries(
        ['L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7', 'L8', 'L9', 'L10', 'L11', 'X1', 'X2'].map((id) => [
          id,
          { how: 'on-page' },
        ]),
      ),
    });
    const first = await visitor.get(`/aktuellt/${id}`);
    expect(titleOf(first)).toMatch(/^Koka allt vatten – /u);
    expect(first.body).toContain('<p>Det gäller<br/>alla.</p>');
    expect(first.body).toContain('<div class="body" lang="ar" dir="rtl"><p>اغلوا الماء.</p>');
    expect(first.body).toContain('<a href="#text-ar" lang="ar" dir="rtl">العربية</a>');
    expect(first.body).toContain(`href="/en/news/${id}" lang="en"`);
    expect(textOf(first)).toMatch(
      /Pågår Dricksvatten.*Var Örnäset.*Avsändare Luleå kommun.*Har du frågor\? Telefon 08-465 004 00/u,
    );
    expect(first.body).toMatch(/<time dateTime="|<time datetime="/u);
    await follow(id, 'extension', { audience: { places: [harbour] }, texts: undefined });
    await follow(id, 'correction', { texts: text('Det gäller bara Örnäset.') });
    await follow(id, 'update', { texts: text('Provet är taget.') });
    const page = await read(`/aktuellt/${id}`);
    expect(page).toMatch(
      /Uppdatering.*Provet är taget\..*Rättelse.*bara Örnäset.*Utökat område.*Texten är rättad.*Gäller nu också Hamnen.*Första beskedet.*Texten är rättad/u,
    );
    expect(page).toMatch(/Var Örnäset, Hamnen/u);
    await follow(id, 'all-clear', { texts: text('Vattnet är bra igen.') });
    const over = await read(`/aktuellt/${id}`);
    expect(over).toMatch(/Över Dricksvatten Vattnet är bra igen\. Det är över sedan/u);
    expect(over).toMatch(/Det är över.*Utökat område.*Första beskedet/u);
    expect(over).not.toContain('Gör så här');
    const map = (await visitor.get(`/aktuellt/${id}`)).body;
    expect(map).toContain('class="map-over"');
    expect(map).not.toContain('class="map-published"');
    expect(await read(`/en/news/${id}`)).toMatch(/Over Drinking water.*It is over.*First notice/u);
  });

  it('say when staff cancelled it', async () => {
    const id = await publish();
    await pipeline.post(pipeline.anna, `/broadcasts/${id}/cancellation`);
    await eventually(async () => (await read(`/aktuellt/${id}`)).includes('Kommunen drog tillbaka beskedet'));
    expect(await read('/aktuellt')).toMatch(/Nyligen över Tillbakadraget/u);
  });

  it('say that the time ran out, and days later keep the page out of search engines', async () => {
    const id = await publish();
    const later = (ms: number) => {
      const at = new Date(Date.now() + ms);
      pipeline.app.get(Clock).now = () => at;
    };
    later(61 * minute);
    const page = await visitor.get(`/aktuellt/${id}`);
    expect(textOf(page)).toMatch(/Tiden har gått ut.*Beskedet gällde till .*Ring om du är osäker/u);
    expect(textOf(page)).toMatch(/Vad som har hänt.*Tiden har gått ut/u);
    expect(page.body).not.toContain('noindex');
    expect(await read('/aktuellt')).toMatch(/Inget pågår just nu\..*Nyligen över Tiden har gått ut/u);
    later(9 * 1440 * minute);
    const old = await visitor.get(`/aktuellt/${id}`);
    expect([old.statusCode, old.body.includes('<meta name="robots" content="noindex"/>')]).toEqual([
      200,
      true,
    ]);
    expect(await read('/aktuellt')).toContain('Inget har tagit slut de senaste 7 dagarna.');
  });

  it('answer 404 for what is not published, whoever guesses its address', async () => {
    const draft = await pipeline.send({ places: [orchard] }, isPublic, false);
    const inside = await pipeline.send({ places: [orchard] }, { isPublic: false });
    for (const path of [draft, inside, 'inte-ett-id', '0190b0f0-0000-7000-8000-000000000000'])
      expect((await visitor.get(`/aktuellt/${path}`)).statusCode).toBe(404);
    const [row] = await pipeline.db.query<[{ code: string }]>(
      'SELECT page_code AS code FROM broadcast WHERE id = $1',
      [draft],
    );
    expect((await visitor.get(`/a/${row.code}`)).statusCode).toBe(404);
    for (const code of ['zzzzzz', '%00', 'zzzzzzz', '%F0%9F%98%80'])
      expect((await visitor.get(`/a/${code}`)).statusCode).toBe(404);
  });

  it('are kept by nobody when they are newer than what the process has read', async () => {
    const id = await publish();
    const bulletin = pipeline.app.get(Bulletin);
    const reading = await bulletin.read();
    const edition = { ...reading.edition, incidents: [] };
    jest.spyOn(bulletin, 'read').mockResolvedValue({ ...reading, edition });
    const { statusCode, headers } = await visitor.get(`/aktuellt/${id}`);
    expect([statusCode, headers['cache-control']]).toEqual([200, 'public, max-age=1']);
  });

  it('are found by the short address of a text, in capitals too', async () => {
    const id = await publish();
    const code = await codeOf(id);
    for (const typed of [code, code.toUpperCase()]) {
      const answer = await visitor.get(`/a/${typed}`);
      expect([answer.statusCode, answer.headers.location]).toEqual([302, `/aktuellt/${id}`]);
    }
  });

  it('hold whatever staff write as text, in the page and in the data for programs', async () => {
    const hostile = '</script><script>alert(1)</script><!-- "\u2028&amp;';
    const id = await publish(orchard, { page: 'https://example.se/?a=%22%3E' });
    // The forms refuse signs like these. A text that came in another way must do no harm either.
    await pipeline.db.query('UPDATE broadcast SET is_public = false, page = $1', ['javascript:alert(1)']);
    await settled((ids) => !ids.includes(id));
    await pipeline.db.query('UPDATE broadcast_text SET headline = $2, web = $3 WHERE broadcast_id = $1', [
      id,
      hostile,
      `${hostile}\n\n<img src=x onerror=alert(1)>`,
    ]);
    await pipeline.db.query('UPDATE broadcast SET is_public = true WHERE id = $1', [id]);
    await settled((ids) => ids.includes(id));
    for (const path of [`/aktuellt/${id}`, '/aktuellt', '/']) {
      const { body } = await visitor.get(path);
      expect(body.match(/<script/gu) ?? []).toHaveLength(path === `/aktuellt/${id}` ? 1 : 0);
      expect(body).not.toContain('<img');
      expect(body).not.toContain('href="javascript:');
    }
    const { body, headers } = await visitor.get(`/aktuellt/${id}`);
    expect(jsonOf(body)).toMatchObject({
      '@type': 'SpecialAnnouncement',
      name: expect.stringContaining('</script><script>alert(1)') as string,
      text: expect.stringContaining('<img src=x') as string,
      url: `${pipeline.url}/aktuellt/${id}`,
      spatialCoverage: [{ name: 'Örnäset', geo: [{ '@type': 'GeoShape' }] }],
      datePosted: expect.stringMatching(/^20\d\d-/u) as string,
    });
    expect(body).toContain('<meta property="og:title" content="&lt;/script>');
    expect(body).toContain('<meta property="og:locale" content="sv_SE"/>');
    expect(body).toContain(`<meta property="og:url" content="${pipeline.url}/aktuellt/${id}"/>`);
    expect(headers['content-security-policy']).toContain("default-src 'self'");
  });

  it('say whether something concerns an address, and change nothing', async () => {
    await publish(orchard, { texts: text('Koka vattnet.') });
    const before = await pipeline.db.query('SELECT count(*) FROM audit_entry');
    const yes = await visitor.get('/aktuellt/galler-det-mig?q=blomgatan+7');
    expect(textOf(yes)).toMatch(/Ja, det här gäller Blomgatan 7.*Koka vattnet\./u);
    expect(yes.headers['cache-control']).toBe('no-store');
    expect(await read('/aktuellt/galler-det-mig?q=fj%C3%A4llv%C3%A4gen')).toMatch(
      /Inget av det som är publicerat gäller Fjällvägen 7 Ring 08-465 004 00 om du är osäker/u,
    );
    const choice = await visitor.get('/aktuellt/galler-det-mig?q=storgatan');
    expect(choice.body.match(/galler-det-mig\?address=/gu)).toHaveLength(6);
    expect(await read(`/en/news/does-it-concern-me?address=${inside}`)).toContain(
      'Yes, this concerns Blomgatan 7',
    );
    expect(await read(`/en/news/does-it-concern-me?address=${outside}`)).toContain(
      'Nothing that is published concerns Fjällvägen 7',
    );
    expect(await read('/aktuellt/galler-det-mig?q=finnsintegatan')).toContain('Vi hittar ingen adress');
    const short = await visitor.get('/aktuellt/galler-det-mig?q=a');
    expect([short.statusCode, short.body.includes('href="#q"')]).toEqual([400, true]);
    expect(await pipeline.db.query('SELECT count(*) FROM audit_entry')).toEqual(before);
    await pipeline.db.query(`UPDATE code_allowance SET full_at = now() + interval '1 hour'`);
    const limited = await visitor.get('/aktuellt/galler-det-mig?q=blomgatan');
    expect(limited.statusCode).toBe(429);
    await pipeline.db.query('TRUNCATE code_allowance');
  });

  it('are linked where a resident reads about their own address', async () => {
    const phone = '+46701740641';
    const sender = pipeline.app.get(RequestVerification, { strict: false })['sender']!;
    let code = '';
    jest.spyOn(sender, 'send').mockImplementation((message) => {
      code = message.code;
      return Promise.resolve();
    });
    await visitor.post('/kontrollera-nummer', { number: phone });
    const quiet = await visitor.post('/kod', { code });
    expect(textOf(quiet)).toContain('Blomgatan 7');
    expect(textOf(quiet)).not.toContain('Pågår här nu');
    const id = await publish(orchard, { texts: text('Koka vattnet.') });
    await publish(harbour, { texts: text('Kajen är stängd.') });
    for (const path of ['/kontrollera-nummer', '/mina-adresser']) {
      const own = await visitor.get(path);
      expect(textOf(own)).toMatch(/Blomgatan 7.*Pågår här nu: Koka vattnet\./u);
      expect(own.body).toContain(`href="/aktuellt/${id}"`);
      expect(textOf(own)).not.toContain('Kajen är stängd.');
    }
  });

  it('say that a place in words may concern an address, and a named street', async () => {
    await publish();
    const read = async () => textOf(await visitor.get(`/aktuellt/galler-det-mig?address=${outside}`));
    const named = async (published: object) => {
      const bulletin = pipeline.app.get(Bulletin);
      const reading = await bulletin.read();
      const incidents = reading.edition.incidents.map((incident) => ({
        ...incident,
        messages: incident.messages.map((message) => ({ ...message, area: { name: 'X', ...published } })),
      }));
      jest
        .spyOn(bulletin, 'read')
        .mockResolvedValue({ ...reading, edition: { ...reading.edition, incidents } } as never);
      const said = await read();
      jest.restoreAllMocks();
      return said;
    };
    expect(await named({ streets: ['Fjällvägen'], polygons: [] })).toMatch(
      /Det här kan gälla Fjällvägen 7.*Gatan är utpekad/u,
    );
    expect(await named({ streets: ['Bygatan'], polygons: [] })).toContain('Inget av det som är publicerat');
    expect(await named({ streets: [], polygons: [] })).toMatch(
      /Det här kan gälla.*Platsen står bara i text/u,
    );
  });

  it('are read without a database: the last state with its time, or whom to call', async () => {
    const door: Door = await doorTo(await testDatabaseUrl());
    const id = await publish(orchard, { texts: text('Koka vattnet.') });
    const code = await codeOf(id);
    const [reader, newcomer] = [
      await startTestApp({ DATABASE_URL: door.url }),
      await startTestApp({ DATABASE_URL: door.url, CONTACT_PHONE: '08-465 004 00' }),
    ];
    try {
      const known = new Visitor(reader);
      expect(textOf(await known.get('/aktuellt'))).not.toContain('Sidan visar läget');
      await door.shut();
      const ahead = performance.now() + 40_000;
      jest.spyOn(performance, 'now').mockImplementation(() => ahead);
      for (const path of ['/aktuellt', `/aktuellt/${id}`, '/']) {
        const answer = await known.get(path);
        expect(answer.statusCode).toBe(200);
        expect(textOf(answer)).toMatch(/Sidan visar läget kl\. \d\d:\d\d\..*Koka vattnet\./u);
      }
      expect((await known.get(`/a/${code}`)).statusCode).toBe(302);
      expect(textOf(await known.get('/aktuellt/galler-det-mig?q=blomgatan'))).toContain(
        'Just nu går det inte att söka.',
      );
      for (const path of ['/aktuellt', `/aktuellt/${id}`, '/a/zzzzzz']) {
        const answer = await new Visitor(newcomer).get(path);
        expect([path, answer.statusCode, answer.headers['retry-after']]).toEqual([path, 503, '30']);
        expect(answer.body).toContain('href="tel:0846500400"');
      }
    } finally {
      jest.restoreAllMocks();
      await door.open();
      await Promise.all([reader.close(), newcomer.close()]);
      await door.shut();
    }
  });
});
