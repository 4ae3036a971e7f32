import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { Brand } from '../../src/platform/brand/brand.js';
import { tokensOf } from '../../src/platform/brand/tokens-of.js';
import { withLook } from '../../src/site/widget/widget-look.js';
import type { Stack } from './support/stack.js';

/** A page of another website that forbids all that it does not need. */
async function foreignPage(site: string, content: string): Promise<{ server: Server; url: string }> {
  const server = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html; charset=utf-8');
    answer.setHeader(
      'content-security-policy',
      `default-src 'none'; script-src ${site}; connect-src ${site}; form-action 'self'; base-uri 'none'`,
    );
    answer.end(
      `<!doctype html><html lang="sv"><head><title>Kommunen</title></head><body><main><h1>Kommunen</h1>${content}</main>
       <script src="${site}/widget.js" defer></script></body></html>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

/** One writes and submits, the other approves. @returns the broadcast's id */
async function send(stack: Stack, draft: object): Promise<string> {
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
  const { id } = await stack.call<{ id: string }>(0, 'POST', '/broadcasts', {
    lane: 'urgent',
    expiresAt,
    ...draft,
  });
  await stack.call(0, 'POST', `/broadcasts/${id}/submission`);
  const { contentHash } = await stack.call<{ contentHash: string }>(1, 'GET', `/broadcasts/${id}`);
  await stack.call(1, 'POST', `/broadcasts/${id}/approval`, { contentHash });
  return id;
}

/** The municipality's own website embeds what is going on and the choice of topics. */
export function onForeignPage(theStack: () => Stack): void {
  let foreign: Awaited<ReturnType<typeof foreignPage>>;
  beforeAll(async () => {
    foreign = await foreignPage(
      theStack().site,
      `<budkavle-alerts view="map"><a href="${theStack().site}/aktuellt">Aktuellt</a></budkavle-alerts>
       <budkavle-topics><a href="${theStack().site}/amnen">Ämnen</a></budkavle-topics>`,
    );
  });
  afterAll(() => foreign.server.close());

  const seen = (page: Page) => page.locator('budkavle-alerts');

  it('is one file that leaves room for the brand below 8 kB', async () => {
    const script = await (await fetch(`${theStack().site}/widget.js`)).text();
    expect(script).toContain('/*look*/');
    const tokens = tokensOf({ light: { accent: '#7a0c1e', accentText: '#ffffff' }, dark: {} });
    const branded = withLook(script, { ...Brand.neutral().parts, tokens });
    expect(Buffer.byteLength(branded)).toBeLessThan(8000);
  });

  it('shows an alert coming and going on a narrow and on a wide page, and axe finds nothing', async () => {
    const stack = theStack();
    const narrow = await stack.visit(foreign.url, { viewport: { width: 320, height: 700 } });
    const wide = await stack.visit(foreign.url, { viewport: { width: 1280, height: 800 } });
    await seen(narrow).getByText('Allt som är aktuellt').waitFor();

    const [area] = await stack.call<{ id: string; name: string }[]>(0, 'GET', '/places?kind=area&q=');
    const id = await send(stack, {
      audience: { places: [area!.id] },
      isPublic: true,
      texts: [{ language: 'sv', sms: 'Koka vattnet.', headline: 'Koka vattnet i dag' }],
    });
    const faults: string[] = [];
    for (const [name, page] of [
      ['widget-320', narrow],
      ['widget-1280', wide],
    ] as const) {
      // Without a reload: the widget looks by itself.
      await seen(page).getByRole('link', { name: 'Koka vattnet i dag' }).waitFor();
      await seen(page).locator('svg path').first().waitFor();
      faults.push(...(await stack.faultsOf(page, name)));
      const overflow = await page.evaluate<boolean>(
        'document.documentElement.scrollWidth > document.documentElement.clientWidth',
      );
      expect(overflow).toBe(false);
    }
    expect(faults).toEqual([]);

    await send(stack, {
      follows: { broadcast: id, relation: 'all-clear' },
      texts: [{ language: 'sv', sms: 'Vattnet är bra igen.' }],
    });
    for (const page of [narrow, wide])
      await seen(page).getByRole('link', { name: 'Koka vattnet i dag' }).waitFor({ state: 'detached' });
  });

  it('says that it could not look, never that nothing is going on', async () => {
    const page = await theStack().visit('about:blank');
    await page.route('**/feeds/alerts.geojson', (route) => route.abort());
    await page.goto(foreign.url);
    await seen(page).getByText('Det gick inte att kontrollera vad som pågår.').waitFor();
    expect(await seen(page).getByText('Inget pågår').count()).toBe(0);
  });

  it('takes a choice of topics to our page', async () => {
    const page = await theStack().visit(foreign.url);
    await page.locator('budkavle-topics').getByRole('checkbox').first().check();
    await page.locator('budkavle-topics').getByRole('button', { name: 'Fortsätt' }).click();
    await page.waitForURL(/\/amnen\?topics=/u);
    expect(await page.locator('input[name=topics]:checked').count()).toBe(1);
  });

  it('is a link without script', async () => {
    const page = await theStack().visit(foreign.url, { javaScriptEnabled: false });
    await page.locator('budkavle-alerts').getByRole('link', { name: 'Aktuellt' }).waitFor();
  });
}
