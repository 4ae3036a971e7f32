import type { Page } from 'playwright-core';
import type { Stack } from './support/stack.js';

interface Area {
  readonly id: string;
  readonly name: string;
}

/** A resident reads what is going on, on a phone and on a wide screen, without JavaScript. */
export function residentReadsNews(theStack: () => Stack): void {
  const faults: string[] = [];
  const check = async (page: Page, name: string) => {
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      faults.push(...(await theStack().faultsOf(page, `${name}-${width}`, { scripts: false })));
      const overflow = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
      if (overflow > 0) faults.push(`${name}: ${overflow} px too wide at ${width}`);
    }
  };
  const visit = (path: string) => theStack().visit(path, { javaScriptEnabled: false });
  async function publish(body: object): Promise<string> {
    const { id } = await theStack().call<{ id: string }>(0, 'POST', '/broadcasts', {
      lane: 'urgent',
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
      isPublic: true,
      ...body,
    });
    const { contentHash } = await theStack().call<{ contentHash: string }>(
      0,
      'POST',
      `/broadcasts/${id}/submission`,
    );
    await theStack().call(1, 'POST', `/broadcasts/${id}/approval`, { contentHash });
    return id;
  }
  /** Reloads until the page says it: what is published is read twice a second. */
  async function until(page: Page, words: string): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      if (await page.getByText(words).first().isVisible()) return;
      await page.reload();
    }
    throw new Error(`the page never said: ${words}`);
  }
  let areas: readonly Area[];
  beforeAll(async () => {
    areas = await theStack().call<Area[]>(0, 'GET', '/places?kind=area&q=a&limit=3');
  });

  it('nothing is going on, then two things are, and it is told whether they concern an address', async () => {
    const page = await visit('/aktuellt');
    await check(page, 'news-none');
    const [first, second] = areas as [Area, Area];
    const id = await publish({
      audience: { places: [first.id] },
      texts: [
        {
          language: 'sv',
          sms: 'Koka vattnet innan du dricker det.',
          headline: 'Koka vattnet innan du dricker det',
          web: 'Koka vattnet tills det bubblar kraftigt.\n\nHämta vatten vid skolan. Vi lämnar nytt besked i kväll.',
        },
        { language: 'ar', sms: 'اغلوا الماء قبل شربه.' },
        { language: 'en', sms: 'Boil the water before you drink it.' },
      ],
    });
    await publish({
      audience: { places: [second.id] },
      texts: [{ language: 'sv', sms: 'Vattnet är avstängt till kl. 15. Fyll kärl.' }],
    });
    await until(page, 'Koka vattnet innan du dricker det');
    await until(page, 'Vattnet är avstängt');
    await check(page, 'news-two');
    await page.goto('/');
    await check(page, 'news-start');
    await page.getByRole('main').getByRole('link', { name: 'Koka vattnet innan du dricker det' }).click();
    await check(page, 'incident');
    await page.getByRole('link', { name: 'In English' }).click();
    await page.getByText('Boil the water before you drink it.').first().waitFor();
    await check(page, 'incident-en');

    await page.goto('/aktuellt');
    await page.getByLabel('Adress').fill('gatan');
    await page.getByRole('button', { name: 'Sök' }).click();
    await check(page, 'concern-choice');
    await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
    await page
      .getByText(/gäller/u)
      .first()
      .waitFor();
    await check(page, 'concern-answer');

    const allClear = { follows: { broadcast: id, relation: 'all-clear' } };
    await publish({
      ...allClear,
      texts: [{ language: 'sv', sms: 'Vattnet går bra att dricka igen.' }],
    });
    await page.goto(`/aktuellt/${id}`);
    await until(page, 'Det är över sedan');
    await check(page, 'incident-over');
    await page.goto('/aktuellt');
    await check(page, 'news-over');
    expect(faults).toEqual([]);
  });
}
