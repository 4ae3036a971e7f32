import type { DataSource } from 'typeorm';
import { emptyTables, openTestDatabase } from '../../../test/support/database.js';
import { PublicSite } from '../../../test/support/public-site.js';
import { Scene, type SceneAddress } from '../../../test/support/scene.js';
import { textOf, titleOf, Visitor } from '../../../test/support/visitor.js';
import { newId } from '../../kernel/ids.js';
import { ensureDemoTopics } from '../../topics/ensure-demo-topics.js';

const phone = '+46701740631';
const number = '070-174 06 31';
const landline = '+46846500431';
const landlineNumber = '08-465 004 31';

describe('a resident’s addresses on the public pages', () => {
  let db: DataSource;
  let site: PublicSite;
  let scene: Scene;
  let visitor: Visitor;
  let home: SceneAddress;

  beforeAll(async () => {
    db = await openTestDatabase();
    const departmentId = newId();
    await db.query('INSERT INTO department (id, name) VALUES ($1, $2)', [departmentId, 'VA']);
    await ensureDemoTopics(db, departmentId);
    scene = new Scene(db);
    home = await scene.address('Storgatan 1', { x: 0, y: 0 });
    await db.query(`UPDATE address SET postal_code = '97231', locality = 'Luleå'`);
    site = await PublicSite.start({ ADDRESSES_PER_NUMBER: '2' });
  });
  beforeEach(async () => {
    await emptyTables(db, 'verification, code_allowance, consent_event, subscription, phone');
    site.sent.length = 0;
    visitor = new Visitor(site.app);
  });
  afterAll(async () => {
    await site.close();
    await db.destroy();
  });

  const signIn = async (given = number, path = '/mina-adresser', codePath = '/kod') => {
    await visitor.post(path, { number: given });
    return visitor.post(codePath, { code: site.sent.at(-1)!.code });
  };
  const add = (address: string, role = 'resident', path = '/mina-adresser/lagg-till') =>
    visitor.post(path, { address, role });
  const rolesOf = async (e164: string) =>
    (
      await db.query<{ role: string }[]>(
        `SELECT role FROM phone_address WHERE phone = $1 AND source = 'self' ORDER BY since`,
        [e164],
      )
    ).map(({ role }) => role);

  it.each([
    ['/mina-adresser', 'sv', 'Mobil eller fast telefon'],
    ['/en/my-addresses', 'en', 'Mobile or landline'],
    ['/kontrollera-nummer', 'sv', 'Nås du av våra viktiga besked?'],
    ['/en/check-number', 'en', 'Does our important news reach you?'],
  ])('%s asks for a number first, in its language, without a script', async (url, language, words) => {
    const answer = await visitor.get(url);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-language']).toBe(language);
    expect(answer.body).not.toContain('<script');
    expect(textOf(answer)).toContain(words);
    expect(answer.body).toMatch(/<input[^>]*autocomplete="tel"/);
  });

  it.each([
    ['/mina-adresser', /lägger du till adresser.*kan ändra när du vill/, /koden som sms.*ringer vi upp/],
    [
      '/en/my-addresses',
      /you add addresses.*can change it at any time/,
      /code as a text.*We call a landline/,
    ],
  ])('%s explains its purpose on a first visit, and what happens next', async (url, what, next) => {
    const text = textOf(await visitor.get(url));
    expect(text).toMatch(what);
    expect(text).toMatch(next);
  });

  it("an address is found by search and added with the visitor's role there", async () => {
    const list = await signIn();
    expect(titleOf(list)).toMatch(/^Mina adresser/);
    expect(textOf(list)).toContain(`Det finns ingen adress att visa för ${number}`);
    const found = await visitor.get('/mina-adresser/lagg-till?q=storg+1');
    const link = /href="(\/mina-adresser\/lagg-till\/bekrafta\?address=[^"]+)"[^>]*>([^<]*)/.exec(found.body);
    expect(link?.[2]).toBe('Storgatan 1, 972\u00a031 Luleå');
    const form = await visitor.get(link![1]!);
    expect(textOf(form)).toContain(`Vi sparar ${number} tillsammans med adressen`);
    expect(form.body).toContain('value="resident"');
    expect(form.body).not.toContain('checked');
    expect(textOf(await visitor.post('/mina-adresser/lagg-till', { address: home.id }))).toContain(
      'Välj vad adressen är för dig.',
    );
    expect(await rolesOf(phone)).toEqual([]);
    const done = await add(home.id, 'owner');
    expect(textOf(done)).toContain('Klart. Adressen är tillagd.');
    expect(textOf(done)).toContain('Jag äger men bor inte här');
    expect(await rolesOf(phone)).toEqual(['owner']);
  });

  it('the list says that a phone with an objection gets no alerts', async () => {
    await signIn();
    await add(home.id);
    expect(textOf(await visitor.get('/mina-adresser'))).toContain(`får ${number} ett sms`);
    await db.query('UPDATE phone SET objected_at = now()');
    const page = textOf(await visitor.get('/mina-adresser'));
    expect(page).toContain('Numret får inga viktiga besked.');
    expect(page).not.toContain('ett sms');
  });

  it('an address is changed, and is removed after a question', async () => {
    await signIn();
    await add(home.id);
    const form = await visitor.get(`/mina-adresser/andra?address=${home.id}`);
    expect(form.body).toMatch(/value="resident" checked/);
    const changed = await visitor.post('/mina-adresser/andra', { address: home.id, role: 'watcher' });
    expect(textOf(changed)).toContain('Sparat. Adressen är ändrad.');
    expect(await rolesOf(phone)).toEqual(['watcher']);
    const question = await visitor.get(`/mina-adresser/ta-bort?address=${home.id}`);
    expect(textOf(question)).toContain('Ta bort Storgatan 1?');
    expect(await rolesOf(phone)).toEqual(['watcher']);
    const removed = await visitor.post('/mina-adresser/ta-bort', { address: home.id });
    expect(textOf(removed)).toContain('Klart. Adressen är borttagen.');
    expect(await rolesOf(phone)).toEqual([]);
  });

  it('a landline can have addresses, and is called with its code (in English)', async () => {
    const asked = await visitor.post('/en/my-addresses', { number: landlineNumber });
    expect(textOf(asked)).toContain(`Answer when the phone rings on ${landlineNumber}`);
    expect(textOf(asked)).toContain('Call me again');
    expect(site.sent).toMatchObject([{ phone: landline, kind: 'landline', language: 'en' }]);
    await visitor.post('/en/code', { code: site.sent[0]!.code });
    const done = await add(home.id, 'resident', '/en/my-addresses/add');
    expect(textOf(done)).toContain(`we call ${landlineNumber}`);
    expect(textOf(await visitor.get('/en/check-number'))).toContain('Yes, we reach you. We call');
    // A landline can't have topics, so the topics page asks for a mobile.
    expect(textOf(await visitor.get('/en/my-topics'))).toContain('Your mobile number');
    expect(textOf(await visitor.get('/en/topics'))).not.toContain(landlineNumber);
  });

  it('a landline is called again with a new code on request, but never for topics', async () => {
    await visitor.post('/mina-adresser', { number: landlineNumber });
    await visitor.post('/kod/ny', {});
    expect(site.sent.map(({ kind }) => kind)).toEqual(['landline', 'landline']);
    expect(textOf(await visitor.post('/mina-amnen', { number: landlineNumber }))).toContain('fast telefon');
  });

  it('addresses are shown after a code that was requested for topics, and vice versa', async () => {
    await signIn(number, '/mina-amnen');
    expect(textOf(await visitor.get('/mina-adresser'))).toContain('Lägg till en adress');
    visitor = new Visitor(site.app);
    await signIn();
    expect(textOf(await visitor.get('/mina-amnen'))).toContain(`${number} får inga sms om ämnen`);
  });

  it('the answer is the same for a known and an unknown number', async () => {
    await home.phone(phone);
    const ask = async (text: string) => {
      const answer = await new Visitor(site.app).post('/mina-adresser', { number: text });
      return answer.body.replaceAll(/070-174 06 3\d/g, 'the number');
    };
    expect(await ask(number)).toBe(await ask('070-174 06 32'));
  });

  it('a fault is explained beside its field and at the top', async () => {
    const none = await visitor.submit('/mina-adresser', { number: '' });
    expect(none.statusCode).toBe(400);
    expect(textOf(none).split('Skriv ditt telefonnummer.')).toHaveLength(3);
    await signIn();
    const short = await visitor.get('/mina-adresser/lagg-till?q=a');
    expect(short.statusCode).toBe(400);
    expect(titleOf(short)).toMatch(/^Fel: Lägg till en adress/);
    expect(textOf(short).split('Skriv minst tre tecken')).toHaveLength(3);
    const role = await visitor.submit('/mina-adresser/lagg-till', { address: home.id });
    expect(role.statusCode).toBe(400);
    expect(role.body).toContain('href="#role"');
    expect(textOf(role).split('Välj vad adressen är för dig.')).toHaveLength(3);
    expect(textOf(await visitor.get('/mina-adresser/lagg-till?q=finnsintegatan'))).toContain(
      'Vi hittar ingen adress',
    );
  });

  it('the page says when a phone has too many addresses', async () => {
    await signIn();
    const [second, third] = [
      await scene.address('Storgatan 2', { x: 1, y: 0 }),
      await scene.address('Storgatan 3', { x: 2, y: 0 }),
    ];
    await add(home.id);
    const full = await add(second.id);
    expect(textOf(full)).toContain('så många adresser som ett nummer kan ha');
    const refused = await visitor.submit('/mina-adresser/lagg-till', { address: third.id, role: 'owner' });
    expect(refused.statusCode).toBe(409);
    expect(textOf(refused)).toContain('högst 2 adresser');
  });

  it.each([
    '/mina-adresser/lagg-till?q=storgatan',
    '/mina-adresser/lagg-till/bekrafta?address=0190b0f0-0000-7000-8000-000000000000',
    '/mina-adresser/andra?address=0190b0f0-0000-7000-8000-000000000000',
    '/mina-adresser/ta-bort?address=0190b0f0-0000-7000-8000-000000000000',
    '/mina-adresser/invandning',
  ])(
    'a stranger at %s is redirected to the question for a number, with a notice only after an earlier visit',
    async (url) => {
      const goal = async () => {
        const answer = await visitor.get(url);
        return [answer.statusCode, answer.headers.location];
      };
      expect(await goal()).toEqual([303, '/mina-adresser']);
      await signIn();
      await db.query('TRUNCATE verification');
      expect(await goal()).toEqual([303, '/mina-adresser?notice=expired']);
    },
  );

  it.each([
    ['/mina-adresser/lagg-till', { role: 'owner' }],
    ['/mina-adresser/andra', { role: 'owner' }],
    ['/mina-adresser/ta-bort', {}],
    ['/mina-adresser/invandning', { objects: 'yes' }],
    ['/mina-adresser/sprak', { language: 'en' }],
    ['/kontrollera-nummer/forsok-igen', {}],
  ])("a stranger's form to %s changes nothing", async (url, form) => {
    await home.phone(phone, { quarantined: '30005' });
    const answer = await visitor.submit(url, { address: home.id, ...form });
    expect(answer.statusCode).toBe(303);
    expect(String(answer.headers.location)).toMatch(/notice=expired$/);
    expect(await db.query('SELECT language, objected_at, quarantine_reason AS fails FROM phone')).toEqual([
      { language: 'sv', objected_at: null, fails: '30005' },
    ]);
  });

  it('another phone can neither see nor change an address', async () => {
    await signIn();
    await add(home.id);
    visitor = new Visitor(site.app);
    await signIn('070-174 06 33');
    for (const url of ['/mina-adresser/andra', '/mina-adresser/ta-bort'])
      expect((await visitor.get(`${url}?address=${home.id}`)).statusCode).toBe(404);
    await visitor.post('/mina-adresser/ta-bort', { address: home.id });
    expect(await rolesOf(phone)).toEqual(['resident']);
  });

  it('an address from a register is shown, and nothing of a protected phone', async () => {
    await home.phone(phone);
    const list = textOf(await signIn());
    expect(list).toContain('Storgatan 1');
    expect(list).toContain('Finns i ett register som kommunen använder.');
    expect(list).not.toContain('Ta bort');
    await db.query('UPDATE phone_address SET protected = true');
    const [page, check] = [await visitor.get('/mina-adresser'), await visitor.get('/kontrollera-nummer')];
    for (const body of [page.body, check.body]) {
      expect(body).not.toContain('Storgatan');
      expect(body).not.toMatch(/skydd|protected/i);
    }
  });

  it('an objection is made after a warning, stops alerts, and can be withdrawn', async () => {
    await signIn();
    await add(home.id);
    const warning = await visitor.get('/mina-adresser/invandning');
    expect(textOf(warning)).toContain('Vi når dig inte ens när vattnet är farligt att dricka');
    expect(textOf(warning)).toContain('Sms om ämnen påverkas inte');
    const objected = await visitor.post('/mina-adresser/invandning', { objects: 'yes' });
    expect(textOf(objected)).toContain('Därför skickar vi inga.');
    expect(textOf(await visitor.get('/kontrollera-nummer'))).toContain('Nej. Du har invänt');
    const back = await visitor.post('/mina-adresser/invandning', { objects: 'no' });
    expect(textOf(back)).toContain('Vi skickar viktiga besked till numret igen.');
    expect(textOf(await visitor.get('/kontrollera-nummer'))).toContain('Ja, du nås.');
  });

  it('a quarantined number gets alerts again after its holder asks for it', async () => {
    await home.phone(phone, { quarantined: '30005' });
    await signIn(number, '/kontrollera-nummer');
    const check = await visitor.get('/kontrollera-nummer');
    expect(textOf(check)).toContain('Nej, inte just nu. När vi försökte nå numret förut gick det inte:');
    const lifted = await visitor.post('/kontrollera-nummer/forsok-igen', {});
    expect(textOf(lifted)).toContain('Klart. Vi skickar till numret igen.');
    expect(textOf(lifted)).toContain('Ja, du nås.');
  });

  it('the language of alerts can be changed', async () => {
    await signIn();
    await add(home.id);
    const changed = await visitor.post('/mina-adresser/sprak', { language: 'en' });
    expect(textOf(changed)).toContain('Sparat. Språket är ändrat.');
    expect(await db.query('SELECT language FROM phone')).toEqual([{ language: 'en' }]);
  });

  it.each([
    ['ar', 'العربية', 'Arabiska'],
    ['fi', 'Suomi', 'Finska'],
    ['se', 'Davvisámegiella', 'Nordsamiska'],
    ['so', 'Soomaali', 'Somaliska'],
  ])('alerts can be had in %s, which is listed by its own name first', async (language, own, inSwedish) => {
    await signIn();
    await add(home.id);
    const offered = textOf(await visitor.get('/mina-adresser'));
    expect(offered).toMatch(new RegExp(`${own} ${inSwedish}`));
    await visitor.post('/mina-adresser/sprak', { language });
    expect(await db.query('SELECT language FROM phone')).toEqual([{ language }]);
    const chosen = await visitor.get('/mina-adresser');
    expect(chosen.body).toMatch(new RegExp(`value="${language}" checked`));
  });

  it('a language from a register is kept although the form does not offer it', async () => {
    await signIn();
    await add(home.id);
    await db.query(`UPDATE phone SET language = 'pl'`);
    const page = await visitor.get('/mina-adresser');
    expect(page.body).toMatch(/value="pl" checked/);
    await visitor.post('/mina-adresser/sprak', { language: 'pl' });
    expect(await db.query('SELECT language FROM phone')).toEqual([{ language: 'pl' }]);
  });

  it('leaving the page hides the number and its addresses', async () => {
    await signIn();
    const left = await visitor.post('/mina-adresser/lamna', {});
    expect(textOf(left)).toContain('Du har lämnat sidan.');
    expect(textOf(left)).not.toContain(number);
  });

  it('a GET request changes no address, and the pages are not cached', async () => {
    await signIn();
    await add(home.id);
    for (const path of [
      'andra',
      'ta-bort',
      'lagg-till',
      'lagg-till/bekrafta',
      'invandning',
      'lamna',
      'sprak',
    ]) {
      const answer = await visitor.get(`/mina-adresser/${path}?address=${home.id}&role=owner&objects=yes`);
      expect(answer.headers['cache-control']).toBe('no-store');
    }
    expect(await rolesOf(phone)).toEqual(['resident']);
    expect(await db.query('SELECT FROM phone WHERE objected_at IS NULL')).toHaveLength(1);
  });
});
