import type { DataSource } from 'typeorm';
import { emptyTables, openTestDatabase } from '../../test/support/database.js';
import { PublicSite } from '../../test/support/public-site.js';
import { textOf, titleOf, Visitor } from '../../test/support/visitor.js';
import { newId } from '../kernel/ids.js';
import { ensureDemoTopics } from '../topics/ensure-demo-topics.js';
import { TopicsRepository } from '../topics/topics.repository.js';
import { visitCookie } from './page/visit.js';

const phone = '+46701740630';
const number = '070-174 06 30';

// Also on the embedded database (capability): the public pages.
describe('the public pages', () => {
  let db: DataSource;
  let site: PublicSite;
  let visitor: Visitor;
  let water: string;
  let waste: string;

  beforeAll(async () => {
    db = await openTestDatabase();
    const departmentId = newId();
    await db.query('INSERT INTO department (id, name) VALUES ($1, $2)', [
      departmentId,
      'Tekniska <kontoret>',
    ]);
    await ensureDemoTopics(db, departmentId);
    const idOf = async (slug: string) =>
      (await new TopicsRepository(db).list()).find((t) => t.slug === slug)!.id;
    water = await idOf('planerade-vattenavstangningar');
    waste = await idOf('sophamtning');
    site = await PublicSite.start();
  });
  beforeEach(async () => {
    await emptyTables(db, 'verification, code_allowance, consent_event, subscription');
    await db.query(`UPDATE topic SET state = 'open'`);
    site.sent.length = 0;
    visitor = new Visitor(site.app);
  });
  afterAll(async () => {
    await site.close();
    await db.destroy();
  });

  const topicsOf = async (e164: string) =>
    (
      await db.query<{ topic_id: string }[]>('SELECT topic_id FROM subscription WHERE phone = $1', [e164])
    ).map((row) => row.topic_id);
  const signIn = async (path = '/mina-amnen', codePath = '/kod') => {
    await visitor.post(path, { number });
    return visitor.post(codePath, { code: site.codeTo(phone) });
  };

  it.each([
    ['/', 'sv', 'Besked från kommunen'],
    ['/en', 'en', 'News from the municipality'],
    ['/amnen', 'sv', 'Badvatten'],
    ['/en/topics', 'en', 'Bathing water'],
    ['/mina-amnen', 'sv', 'Ditt mobilnummer'],
    ['/en/my-topics', 'en', 'Your mobile number'],
    ['/tillganglighet', 'sv', 'WCAG 2.2'],
    ['/en/accessibility', 'en', 'WCAG 2.2'],
    ['/integritet', 'sv', 'personuppgiftsansvarig'],
    ['/en/privacy', 'en', 'Luleå kommun is responsible'],
    ['/kontakt', 'sv', '113 13'],
    ['/en/contact', 'en', '113 13'],
  ])('%s is in its language, names the sender, and needs no script', async (url, language, words) => {
    const answer = await visitor.get(url);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-language']).toBe(language);
    expect(answer.body).toContain(`<html lang="${language}">`);
    expect(answer.body).not.toContain('<script');
    expect(titleOf(answer)).toMatch(/, Luleå kommun$/);
    expect(textOf(answer)).toContain(words);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('show the contacts that the municipality has set', async () => {
    const told = await PublicSite.start({ CONTACT_PHONE: '0920-45 30 00', CONTACT_EMAIL: 'info@example.se' });
    const { body } = await new Visitor(told.app).get('/kontakt');
    await told.close();
    expect(body).toContain('href="tel:0920453000"');
    expect(body).toContain('href="mailto:info@example.se"');
    expect(textOf(await visitor.get('/kontakt'))).toContain('finns på kommunens webbplats');
  });

  it.each([
    ['90', '90 dagar efter', '90 days after'],
    ['1', '1 dag efter', '1 day after'],
  ])('promise to erase delivery records after the configured number of days (%s)', async (days, sv, en) => {
    const told = await PublicSite.start({ RETENTION_DAYS: days });
    const reader = new Visitor(told.app);
    const pages = [await reader.get('/integritet'), await reader.get('/en/privacy')];
    await told.close();
    expect(textOf(pages[0]!)).toContain(`raderas ${sv}`);
    expect(textOf(pages[1]!)).toContain(`erased ${en}`);
  });

  it('escape what staff and visitors write', async () => {
    const answer = await visitor.submit('/amnen', { topics: water, number: '"><script>alert(1)</script>' });
    expect(answer.body).not.toContain('<script');
    expect(answer.body).toContain('Tekniska &lt;kontoret>');
  });

  it('subscribe a phone after a code, in the language of the page', async () => {
    const asked = await visitor.post('/en/topics', { topics: [water, waste], number });
    expect(textOf(asked)).toContain(number);
    expect(site.sent).toMatchObject([{ phone, language: 'en' }]);
    expect(await topicsOf(phone)).toEqual([]);
    const done = await visitor.post('/en/code', { code: site.codeTo(phone) });
    expect(textOf(done)).toContain('Done, you are signed up');
    expect((await topicsOf(phone)).sort()).toEqual([water, waste].sort());
    expect(await db.query('SELECT DISTINCT language FROM subscription')).toEqual([{ language: 'en' }]);
  });

  it.each([
    ['no number', '', 'Skriv ditt mobilnummer.', 400],
    ['words', 'mitt nummer', 'inte ett telefonnummer', 400],
    ['a landline', '08-465 004 00', 'fast telefon', 400],
    ['a foreign number', '+47 412 34 567', 'nummer som börjar på +46', 400],
  ])(
    'explain %s beside the field and at the top, and keep what was filled in',
    async (_name, wrong, words, status) => {
      const answer = await visitor.submit('/amnen', { topics: water, number: wrong });
      expect(answer.statusCode).toBe(status);
      expect(titleOf(answer)).toMatch(/^Fel: Välj ämnen/);
      expect(textOf(answer).split(words)).toHaveLength(3);
      expect(answer.body).toContain('href="#number"');
      expect(answer.body).toMatch(/<input[^>]*id="number"[^>]*aria-invalid="true"/);
      if (wrong) expect(answer.body).toContain(`value="${wrong}"`);
      expect(answer.body).toMatch(new RegExp(`value="${water}" checked`));
      expect(site.sent).toHaveLength(0);
    },
  );

  it('show every fault of a form at once', async () => {
    const answer = await visitor.submit('/en/topics', {});
    expect(textOf(answer)).toContain('Choose at least one topic.');
    expect(textOf(answer)).toContain('Write your mobile number.');
  });

  it('give the same answer for a known and an unknown number', async () => {
    await visitor.post('/amnen', { topics: water, number });
    await visitor.post('/kod', { code: site.codeTo(phone) });
    const ask = async (text: string) => {
      const answer = await new Visitor(site.app).post('/mina-amnen', { number: text });
      return answer.body.replaceAll(/070-174 06 3\d/g, 'the number');
    };
    expect(await ask(number)).toBe(await ask('070-174 06 31'));
  });

  it('protect the session from scripts, other sites and the cache of a shared computer', async () => {
    const answer = await visitor.submit('/mina-amnen', { number });
    expect(answer.statusCode).toBe(303);
    expect(answer.cookies[0]).toMatchObject({
      name: visitCookie,
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
    });
    expect(answer.cookies[0]).not.toHaveProperty('expires');
    for (const url of ['/amnen', '/kod', '/mina-amnen'])
      expect((await visitor.get(url)).headers['cache-control']).toBe('no-store');
  });

  it('give every visitor a session that the server chose, and a new one after the right code', async () => {
    visitor.cookies[visitCookie] = 'planted-by-somebody-else';
    await signIn();
    expect(visitor.cookies[visitCookie]).not.toBe('planted-by-somebody-else');
    const attacker = new Visitor(site.app);
    attacker.cookies[visitCookie] = 'planted-by-somebody-else';
    expect(textOf(await attacker.get('/mina-amnen'))).not.toContain(number);
    // An attacker who planted the session that requested the code gains nothing when it is confirmed.
    visitor = new Visitor(site.app);
    await visitor.submit('/mina-amnen', { number });
    attacker.cookies[visitCookie] = visitor.cookies[visitCookie]!;
    await visitor.post('/kod', { code: site.codeTo('+46701740630') });
    expect(textOf(await visitor.get('/mina-amnen'))).toContain(number);
    expect(textOf(await attacker.get('/mina-amnen'))).not.toContain(number);
  });

  it('let a visitor correct the number without choosing topics again', async () => {
    await visitor.post('/amnen', { topics: waste, number });
    const again = await visitor.get('/amnen');
    expect(again.body).toMatch(new RegExp(`value="${waste}" checked`));
    expect(again.body).toContain(`value="${number}"`);
  });

  it('show a foreign number so that it is read back as the same number', async () => {
    const abroad = await PublicSite.start({ PUBLIC_PREFIXES: '+46,+61' });
    try {
      visitor = new Visitor(abroad.app);
      await visitor.post('/amnen', { topics: waste, number: '+61491570006' });
      expect((await visitor.get('/amnen')).body).toContain('value="+61 491 570 006"');
      await visitor.post('/kod', { code: abroad.codeTo('+61491570006') });
      expect(textOf(await visitor.get('/mina-amnen'))).toContain('+61 491 570 006');
    } finally {
      await abroad.close();
    }
  });

  it('count wrong codes, then send a new one on request', async () => {
    await visitor.post('/amnen', { topics: water, number });
    const code = site.codeTo(phone);
    const wrong = code === '000000' ? '000001' : '000000';
    for (const left of [4, 3, 2, 1])
      expect(textOf(await visitor.post('/kod', { code: wrong }))).toContain(`Antal försök kvar: ${left}.`);
    const last = await visitor.submit('/kod', { code: wrong });
    expect(last.statusCode).toBe(429);
    expect(last.body).not.toContain('name="code"');
    expect((await visitor.submit('/kod', { code })).statusCode).toBe(429);
    await visitor.post('/kod/ny', {});
    expect(textOf(await visitor.post('/kod', { code: site.codeTo(phone) }))).toContain('du är anmäld');
    expect(await topicsOf(phone)).toEqual([water]);
  });

  it('keep the consent that was read when a new code is requested in another language', async () => {
    await visitor.post('/amnen', { topics: water, number });
    await visitor.post('/en/code/new', {});
    await visitor.post('/en/code', { code: site.codeTo(phone) });
    expect(
      await db.query('SELECT t.language FROM consent_event e JOIN consent_text t ON t.hash = e.text_hash'),
    ).toEqual([{ language: 'sv' }]);
  });

  it.each([
    ['/amnen', 'skickat START till samma nummer'],
    ['/en/topics', 'sent START to the same number'],
  ])('explain how to undo a STOP that blocks the code (%s)', async (path, start) => {
    expect(textOf(await visitor.post(path, { topics: water, number }))).toContain(start);
  });

  it('show the same result when a form is sent twice', async () => {
    await visitor.post('/amnen', { topics: water, number });
    const code = site.codeTo(phone);
    await visitor.post('/kod', { code });
    expect(textOf(await visitor.post('/kod', { code }))).toContain('du är anmäld');
    expect(await db.query('SELECT 1 FROM consent_event')).toHaveLength(1);
  });

  it("change and stop a phone's topics, and end the session", async () => {
    await visitor.post('/amnen', { topics: water, number });
    await visitor.post('/kod', { code: site.codeTo(phone) });
    const changed = await visitor.post('/mina-amnen/andra', { topics: waste, language: 'en' });
    expect(textOf(changed)).toContain('Sparat.');
    expect(await topicsOf(phone)).toEqual([waste]);
    expect(await db.query('SELECT DISTINCT language FROM subscription')).toEqual([{ language: 'en' }]);
    expect(textOf(await visitor.post('/mina-amnen/avsluta', {}))).toContain('inga fler sms om ämnen');
    expect(await topicsOf(phone)).toEqual([]);
    expect(await db.query('SELECT act, how FROM consent_event ORDER BY id')).toEqual([
      { act: 'began', how: 'web' },
      { act: 'ended', how: 'web' },
      { act: 'began', how: 'web' },
      { act: 'ended', how: 'web' },
    ]);
    await visitor.post('/mina-amnen/lamna', {});
    expect(textOf(await visitor.get('/mina-amnen'))).toContain('Ditt mobilnummer');
    expect(await db.query('SELECT 1 FROM verification')).toHaveLength(0);
  });

  it('show a closed topic only to its subscribers, and let nobody subscribe to it', async () => {
    await visitor.post('/amnen', { topics: water, number });
    await visitor.post('/kod', { code: site.codeTo(phone) });
    await db.query(`UPDATE topic SET state = 'closed' WHERE id = ANY($1)`, [[water, waste]]);
    const own = textOf(await visitor.get('/mina-amnen'));
    expect(own).toContain('Ämnet är avslutat');
    expect(own).not.toContain('Sophämtning');
    await visitor.post('/mina-amnen/andra', { topics: [water, waste] });
    expect(await topicsOf(phone)).toEqual([water]);
    expect(textOf(await new Visitor(site.app).get('/amnen'))).not.toContain('Planerade vattenavstängningar');
  });

  it.each(['/mina-amnen/andra', '/mina-amnen/avsluta'])(
    'change nothing at %s for an unverified visitor',
    async (url) => {
      await visitor.post('/amnen', { topics: water, number });
      await visitor.post('/kod', { code: site.codeTo(phone) });
      const stranger = new Visitor(site.app);
      expect(textOf(await stranger.post(url, {}))).toContain('Det har gått mer än en halvtimme');
      site.pass(31);
      expect(textOf(await visitor.post(url, {}))).toContain('Det har gått mer än en halvtimme');
      expect(await topicsOf(phone)).toEqual([water]);
    },
  );

  it('change nothing on a GET request', async () => {
    await signIn();
    for (const url of ['/kod/ny', '/mina-amnen/andra', '/mina-amnen/avsluta', '/mina-amnen/lamna'])
      expect((await visitor.get(url)).statusCode).toBe(404);
    await visitor.get('/amnen?topics=1&number=0701740605');
    expect(site.sent).toHaveLength(1);
    expect(textOf(await visitor.get('/mina-amnen'))).toContain(number);
  });

  it.each([
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: 'https://example.org' }, 403],
    [{ origin: 'null' }, 403],
    [{ 'sec-fetch-site': 'same-origin' }, 303],
    [{ origin: 'http://localhost:80', host: 'localhost:80' }, 303],
  ])('answer a form sent with %j with %i', async (headers, status) => {
    const answer = await visitor.submit('/mina-amnen', { number }, headers);
    expect(answer.statusCode).toBe(status);
  });

  it.each([
    ['JSON', 'application/json', '{"number": {"a": 1}, "topics": "x"}', 400],
    ['nothing', 'application/x-www-form-urlencoded', '', 400],
    ['a name many times', 'application/x-www-form-urlencoded', 'number=1&number=2', 400],
    ['a plain text', 'text/plain', 'hej', 400],
  ])('answer a body of %s with the form and its faults', async (_name, type, payload, status) => {
    const headers = { 'content-type': type, accept: 'text/html' };
    const answer = await site.app.inject({ method: 'POST', url: '/amnen', headers, payload });
    expect(answer.statusCode).toBe(status);
    expect(textOf(answer)).toContain('Skriv ditt mobilnummer.');
  });

  it.each([
    ['broken JSON', 'application/json', '{', 400, 'request.malformed'],
    ['a prototype', 'application/x-www-form-urlencoded', '__proto__=1', 400, 'request.malformed'],
    ['a picture', 'image/png', 'x', 415, 'request.media-type'],
  ])(
    'refuse %s, which no browser sends, with a problem document',
    async (_name, type, payload, status, code) => {
      const headers = { 'content-type': type };
      const answer = await site.app.inject({ method: 'POST', url: '/amnen', headers, payload });
      expect(answer.statusCode).toBe(status);
      expect(answer.json()).toMatchObject({ code, status });
      expect((await site.app.inject({ url: '/%zz' })).json()).toMatchObject({ code: 'request.no-such-page' });
    },
  );

  it('explain in words when a flood of requests is stopped', async () => {
    for (let i = 0; i < 5; i++) await visitor.post('/mina-amnen', { number });
    const answer = await visitor.submit('/mina-amnen', { number });
    expect(answer.statusCode).toBe(429);
    expect(textOf(answer)).toContain('Numret har fått många koder på kort tid. Försök igen om 12 minuter.');
  });

  it('show a page for an unknown address, and a problem document to programs', async () => {
    const page = await visitor.get('/en/nothing');
    expect([page.statusCode, titleOf(page)]).toEqual([
      404,
      expect.stringMatching(/^Error: There is no such page/),
    ]);
    for (const url of ['/nothing', '/api/v1/nothing']) {
      const problem = await visitor.get(url, { accept: 'application/json' });
      expect(problem.headers['content-type']).toContain('application/problem+json');
      expect(problem.json()).toMatchObject({ status: 404, code: 'request.no-such-page' });
    }
  });

  it.each([
    ['/en/', 308, '/en'],
    ['/amnen/', 308, '/amnen'],
    ['/amnen/?a=b', 308, '/amnen?a=b'],
    ['//example.org/', 404, undefined],
  ])('answer %s with %i', async (url, status, location) => {
    const answer = await visitor.get(url);
    expect([answer.statusCode, answer.headers.location]).toEqual([status, location]);
  });

  it('serve the stylesheet at an address with its hash, cacheable for ever', async () => {
    const href = /href="(\/style\/[^"]+)"/.exec((await visitor.get('/')).body)![1]!;
    const styles = await visitor.get(href);
    expect(styles.headers).toMatchObject({ 'content-type': 'text/css; charset=utf-8' });
    expect(styles.headers['cache-control']).toContain('immutable');
    expect((await visitor.get('/style/old.css')).headers['cache-control']).toBe('no-store');
  });
});
