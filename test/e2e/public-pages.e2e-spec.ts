import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import type { DataSource } from 'typeorm';
import { newId } from '../../src/kernel/ids.js';
import { ensureDemoTopics } from '../../src/topics/ensure-demo-topics.js';
import { openTestDatabase } from '../support/database.js';
import { PublicSite } from '../support/public-site.js';

const axe = readFileSync(
  createRequire(join(process.cwd(), 'package.json')).resolve('axe-core/axe.min.js'),
  'utf8',
);
// SCREENSHOTS=folder keeps a picture of every page, to be looked at.
const pictures = process.env['SCREENSHOTS'];

const inEnglish = { sv: 'In English', en: 'På svenska' };
const words = {
  sv: {
    start: '/',
    choose: 'Välj ämnen',
    water: 'Planerade vattenavstängningar',
    number: 'Ditt mobilnummer',
    go: 'Fortsätt',
    code: 'Kod',
    signUp: 'Anmäl mig',
    done: 'Klart, du är anmäld',
    change: 'Ändra mina ämnen',
    bathing: 'Badvatten',
    save: 'Spara',
    saved: 'Sparat.',
    stop: 'Avsluta alla ämnen',
    stopped: 'Du får inga fler sms om ämnen.',
    leave: 'Lämna sidan',
    left: 'Du har lämnat sidan.',
    information: ['/kontakt', '/integritet', '/tillganglighet', '/saknas'],
  },
  en: {
    start: '/en',
    choose: 'Choose topics',
    water: 'Planned water shutoffs',
    number: 'Your mobile number',
    go: 'Continue',
    code: 'Code',
    signUp: 'Sign me up',
    done: 'Done, you are signed up',
    change: 'Change my topics',
    bathing: 'Bathing water',
    save: 'Save',
    saved: 'Saved.',
    stop: 'Stop all topics',
    stopped: 'You will get no more texts about topics.',
    leave: 'Leave the page',
    left: 'You have left the page.',
    information: ['/en/contact', '/en/privacy', '/en/accessibility', '/en/missing'],
  },
} as const;

describe('the public pages, in a browser without JavaScript', () => {
  let db: DataSource;
  let site: PublicSite;
  let origin: string;
  let browser: Browser;
  let checker: Page;

  beforeAll(async () => {
    db = await openTestDatabase();
    const departmentId = newId();
    await db.query('INSERT INTO department (id, name) VALUES ($1, $2)', [
      departmentId,
      'Tekniska förvaltningen',
    ]);
    await ensureDemoTopics(db, departmentId);
    site = await PublicSite.start();
    origin = await site.listen();
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
    checker = await (await browser.newContext()).newPage();
    await checker.goto(origin);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await site.close();
    await db.destroy();
  });

  const open = async (options: BrowserContextOptions = {}): Promise<Page> =>
    (await browser.newContext({ baseURL: origin, javaScriptEnabled: false, ...options })).newPage();

  /** What axe finds in light and in dark, and whether the page can be read at 400 % without scrolling sideways. */
  async function examine(page: Page, name: string): Promise<void> {
    await checker.setContent(await page.content());
    for (const colorScheme of ['light', 'dark'] as const) {
      await checker.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const { violations } = await checker.evaluate<AxeResults>(`${axe}; axe.run()`);
      const found = violations.map(({ id, nodes }) => `${name} (${colorScheme}): ${id} ${nodes[0]?.html}`);
      expect(found).toEqual([]);
    }
    await checker.setViewportSize({ width: 320, height: 640 });
    expect([name, await checker.evaluate('document.documentElement.scrollWidth')]).toEqual([name, 320]);
    if (!pictures) return;
    mkdirSync(pictures, { recursive: true });
    for (const [width, colorScheme] of [
      [1280, 'light'],
      [390, 'light'],
      [1280, 'dark'],
    ] as const) {
      await checker.setViewportSize({ width, height: 844 });
      await checker.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await checker.screenshot({
        path: join(pictures, `${name}-${width}-${colorScheme}.png`),
        fullPage: true,
      });
    }
  }

  it.each(['sv', 'en'] as const)(
    'lets a resident subscribe, change and stop (%s)',
    async (language) => {
      const say = words[language];
      const name = (step: string) => `${language}-${step}`;
      const phone = language === 'sv' ? '+46701740621' : '+46701740622';
      const page = await open();

      await page.goto(say.start);
      await examine(page, name('1-start'));
      await page.getByRole('main').getByRole('link', { name: say.choose }).click();
      await examine(page, name('2-topics'));

      await page.getByRole('button', { name: say.go }).click();
      expect(await page.title()).toMatch(/^(Fel|Error): /);
      expect(await page.getByRole('alert').getByRole('link').count()).toBe(2);
      await examine(page, name('3-topics-faults'));

      await page.getByLabel(say.water, { exact: true }).check();
      await page.getByLabel(say.number).fill('08-465 004 00');
      await page.getByRole('button', { name: say.go }).click();
      await examine(page, name('4-landline'));
      expect(await page.getByLabel(say.water, { exact: true }).isChecked()).toBe(true);

      await page.getByLabel(say.number).fill(`0${phone.slice(3, 5)} – ${phone.slice(5)}`);
      await page.getByRole('button', { name: say.go }).click();
      await examine(page, name('5-code'));
      await page.getByLabel(say.code, { exact: true }).fill('000 000');
      await page.getByRole('button', { name: say.signUp }).click();
      await examine(page, name('6-wrong-code'));

      const code = site.codeTo(phone);
      await page.getByLabel(say.code, { exact: true }).fill(` ${code.slice(0, 3)} ${code.slice(3)}`);
      await page.getByRole('button', { name: say.signUp }).click();
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(say.done);
      await examine(page, name('7-done'));

      await page.getByRole('link', { name: say.change }).click();
      await examine(page, name('8-own'));
      await page.getByLabel(say.bathing, { exact: true }).check();
      await page.getByRole('button', { name: say.save }).click();
      expect(await page.getByRole('status').textContent()).toContain(say.saved);
      expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(2);
      await examine(page, name('9-saved'));

      await page.getByRole('button', { name: say.stop }).click();
      expect(await page.getByRole('status').textContent()).toContain(say.stopped);
      await examine(page, name('10-stopped'));
      await page.getByRole('button', { name: say.leave }).click();
      expect(await page.getByRole('status').textContent()).toContain(say.left);
      await examine(page, name('11-left'));
      await page.context().close();
    },
    120_000,
  );

  it.each(['sv', 'en'] as const)(
    'tells what there is to know, also when there is no such page (%s)',
    async (language) => {
      const page = await open();
      for (const path of words[language].information) {
        await page.goto(path);
        expect(await page.getAttribute('html', 'lang')).toBe(language);
        await examine(page, `${language}${path.replaceAll('/', '-')}`);
      }
      await page.context().close();
    },
    60_000,
  );

  it('shows the same page in the other language', async () => {
    const page = await open();
    await page.goto('/integritet');
    await page.getByRole('link', { name: inEnglish.sv }).click();
    expect(new URL(page.url()).pathname).toBe('/en/privacy');
    await page.getByRole('link', { name: inEnglish.en }).click();
    expect(new URL(page.url()).pathname).toBe('/integritet');
    await page.context().close();
  });

  it('says what happened when a code is gone, and gives a new one without asking again', async () => {
    const page = await open();
    const phone = '+46701740623';
    await page.goto('/mina-amnen');
    await page.getByLabel('Ditt mobilnummer').fill(phone);
    await page.getByRole('button', { name: 'Skicka kod' }).click();
    site.pass(11);
    await page.getByLabel('Kod', { exact: true }).fill(site.codeTo(phone));
    await page.getByRole('button', { name: 'Visa mina ämnen' }).click();
    await examine(page, 'sv-expired');
    await page.getByRole('button', { name: 'Skicka en ny kod' }).click();
    await page.getByLabel('Kod', { exact: true }).fill(site.codeTo(phone));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Mina ämnen' }).waitFor();
    await page.context().close();
    const stranger = await open();
    await stranger.goto('/kod');
    await examine(stranger, 'sv-no-code');
    await stranger.context().close();
  }, 60_000);

  it('moves the focus to what is wrong, and lets the keyboard do everything', async () => {
    const page = await open({ javaScriptEnabled: true });
    await page.goto('/mina-amnen');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.id')).toBe('number');
    await page.keyboard.type('ring mig');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await page.evaluate('document.activeElement.className')).toBe('summary');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.value')).toBe('ring mig');
    await page.context().close();
  });
});
