import type { Page } from 'playwright-core';
import { signIn } from './support/staff-pages.js';
import type { Stack } from './support/stack.js';

interface Read {
  readonly id: string;
  readonly state: string;
  readonly planned?: number;
  readonly follows?: { readonly relation: string };
  readonly report?: Readonly<Record<string, number>>;
}

/** A square around a point. `reach` is half its side in degrees; 0.01 is about a kilometre from south to north. */
const around = (longitude: number, latitude: number, reach: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [longitude - reach, latitude - reach],
      [longitude + reach, latitude - reach],
      [longitude + reach, latitude + reach],
      [longitude - reach, latitude + reach],
      [longitude - reach, latitude - reach],
    ],
  ],
});

/** The broadcasts that follow an alert: an extension to more people, and an all-clear. */
export function followUp(theStack: () => Stack): void {
  const faults: string[] = [];
  const check = async (page: Page, name: string) =>
    faults.push(...(await theStack().faultsOf(page, `follow-up-${name}`)));
  const read = (id: string) => theStack().call<Read>(0, 'GET', `/broadcasts/${id}`);
  const received = async (text: string): Promise<Map<string, number>> => {
    const all = (await (await fetch(`${theStack().simulator}/handsets`)).json()) as {
      e164: string;
      received: { text: string }[];
    }[];
    const counts = all.map(
      ({ e164, received: got }) => [e164, got.filter((one) => one.text.includes(text)).length] as const,
    );
    return new Map(counts.filter(([, count]) => count > 0));
  };
  let original: string;
  let centre: { longitude: number; latitude: number };

  beforeAll(async () => {
    const { municipality } = await theStack().call<{
      municipality: { boundingBox: readonly [number, number, number, number] };
    }>(0, 'GET', '/settings');
    const [west, south, east, north] = municipality.boundingBox;
    centre = { longitude: (west + east) / 2, latitude: (south + north) / 2 };
    ({ id: original } = await theStack().call<Read>(0, 'POST', '/broadcasts', {
      audience: { polygon: around(centre.longitude, centre.latitude, 0.01) },
      texts: [{ language: 'sv', sms: 'Drick inte kranvattnet i dag. Mer kommer.' }],
      lane: 'urgent',
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    }));
    const { contentHash } = await theStack().call<{ contentHash: string }>(
      0,
      'POST',
      `/broadcasts/${original}/submission`,
    );
    await theStack().call(1, 'POST', `/broadcasts/${original}/approval`, { contentHash });
  });

  /** The second person approves. Resolves when the broadcast has reached 100 %. */
  async function approve(erik: Page, id: string): Promise<Read> {
    await erik.goto(`/console/broadcasts/${id}`);
    await erik.getByRole('heading', { name: 'Ska det här skickas?' }).waitFor();
    await check(erik, `decide-${(await read(id)).follows!.relation}`);
    await erik.getByRole('button', { name: 'Godkänn och skicka' }).click();
    const dialog = erik.getByRole('dialog');
    const count = dialog.getByLabel('Skriv antalet telefoner som utskicket når');
    if (await count.count())
      await count.fill((await erik.locator('.figures dd').first().innerText()).replace(/\D/gu, ''));
    await dialog.getByRole('button', { name: 'Godkänn och skicka' }).click();
    await erik.locator('progress[value="100"]').waitFor();
    return read(id);
  }
  /** @returns the id of the submitted broadcast */
  async function submit(maja: Page): Promise<string> {
    const count = maja.getByLabel('Skriv antalet telefoner som utskicket når');
    const submitIt = maja.getByRole('button', { name: 'Skicka för godkännande' });
    await submitIt.waitFor();
    if (await count.count()) {
      const figure = maja.locator('.figures dd').first();
      await count.fill((await figure.innerText()).replace(/\D/gu, ''));
    }
    await submitIt.click();
    await maja.getByText('Väntar på en annan person').waitFor();
    return maja.url().split('/').at(-1)!;
  }

  it('an extension to a larger area is not sent again to those who had the alert', async () => {
    const maja = await signIn(theStack(), 0, { width: 1280, height: 800 });
    await maja.goto(`/console/broadcasts/${original}`);
    await maja.locator('progress[value="100"]').waitFor();
    await check(maja, 'completed');
    await maja.getByRole('link', { name: 'Utöka till fler' }).click();
    await maja.getByText('Lägg till det nya').waitFor();
    await maja.getByRole('button', { name: 'Ta bort Ritad yta' }).waitFor();
    await maja.getByText('telefoner i området har redan fått meddelandet').waitFor();
    expect(await maja.getByRole('radio', { name: 'SMS-tjänst' }).count()).toBe(0);
    await maja.getByRole('radio', { name: 'Platser' }).check();
    const search = maja.getByRole('combobox');
    await search.fill('kommun');
    await maja
      .getByRole('option', { name: /Kommun/ })
      .first()
      .click();
    await check(maja, 'extension-who');
    await maja.getByRole('button', { name: 'Fortsätt' }).click();
    await maja.getByText('Texten är densamma').waitFor();
    expect(await maja.getByRole('textbox').count()).toBe(0);
    await check(maja, 'extension-what');
    await maja.getByRole('button', { name: 'Granska utskicket' }).click();
    await maja.getByText('Har redan fått meddelandet').waitFor();
    await check(maja, 'extension-review');
    const id = await submit(maja);
    const erik = await signIn(theStack(), 1, { width: 1280, height: 800 });
    const extension = await approve(erik, id);
    expect(extension.planned).toBeGreaterThan(0);
    const had = await received('Drick inte kranvattnet i dag');
    expect(had.size).toBe(extension.planned! + (await read(original)).planned!);
    expect([...new Set(had.values())]).toEqual([1]);
  });

  it('an all-clear, started by keyboard on a phone, goes to everyone who had the alert', async () => {
    const maja = await signIn(theStack(), 0);
    await maja.goto(`/console/broadcasts/${original}`);
    const step = maja.getByRole('link', { name: 'Meddela att det är över', exact: true });
    await step.waitFor();
    await check(maja, 'original');
    await step.focus();
    await maja.keyboard.press('Enter');
    await maja.getByRole('heading', { level: 1, name: 'Meddela att det är över' }).waitFor();
    await maja.getByRole('heading', { level: 2, name: 'Vad?' }).waitFor();
    const template = maja.getByLabel('Mall');
    await template.selectOption({ label: 'Faran är över' });
    await maja.getByLabel('Plats', { exact: true }).fill('Centrum');
    await maja.getByLabel('Från när', { exact: true }).fill('nu');
    await check(maja, 'all-clear-what');
    // The draft survives a reload. Its audience is shown, and can't be chosen.
    await maja.reload();
    await maja.getByRole('button', { name: 'Vem?' }).click();
    await maja.getByText('Alla som fick meddelandet').waitFor();
    await check(maja, 'all-clear-who');
    await maja.getByRole('button', { name: 'Fortsätt' }).focus();
    await maja.keyboard.press('Enter');
    await maja.getByRole('button', { name: 'Granska utskicket' }).click();
    await maja.getByText('De som fick:').first().waitFor();
    await check(maja, 'all-clear-review');
    const id = await submit(maja);
    const erik = await signIn(theStack(), 1, { width: 1280, height: 800 });
    const clear = await approve(erik, id);
    await check(erik, 'all-clear-done');
    const had = [...(await received('Drick inte kranvattnet i dag')).keys()].sort();
    const cleared = await received('Gäller: Centrum. Det vi skrev');
    expect([...cleared.keys()].sort()).toEqual(had);
    expect(clear.planned).toBe(had.length);
    await erik.getByRole('link', { name: 'Se meddelandet de fick' }).click();
    await erik.getByRole('list', { name: 'Det här har följt' }).getByText('Utökning').waitFor();
    await check(erik, 'followed');
    await erik.goto('/console/');
    await erik.locator('.entry-parts').first().waitFor();
    await check(erik, 'list');
    expect(faults).toEqual([]);
  });
}
