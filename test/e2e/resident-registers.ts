import type { Page } from 'playwright-core';
import type { Stack } from './support/stack.js';

const mobile = { typed: '070-174 06 81', phone: '+46701740681' };
const landline = { typed: '08-465 004 81', phone: '+46846500481' };

/** Waits for the code in the last text or call. The transcript of a call has spaces between the digits. */
async function codeTo(stack: Stack, phone: string): Promise<string> {
  const until = Date.now() + 60_000;
  for (;;) {
    const text = (await stack.handset(phone)).at(-1)?.text ?? '';
    const code = /\b\d( ?\d){5}\b/.exec(text)?.[0].replaceAll(' ', '');
    if (code) return code;
    if (Date.now() > until) throw new Error(`no code came: ${text}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** A resident adds addresses on a phone, without JavaScript. */
export function residentRegisters(theStack: () => Stack): void {
  const faults: string[] = [];
  const check = async (page: Page, name: string) => {
    faults.push(...(await theStack().faultsOf(page, name, { scripts: false })));
  };
  const visit = (path: string) =>
    theStack().visit(path, { javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

  it('a resident adds a mobile to an address, changes it, checks it, objects to alerts and removes it', async () => {
    const page = await visit('/');
    await page.getByRole('link', { name: 'Lägg till adresser' }).click();
    await page.getByRole('button', { name: 'Skicka kod' }).click();
    await check(page, 'addresses-no-number');
    await page.getByLabel('Ditt telefonnummer').fill(mobile.typed);
    await page.getByRole('button', { name: 'Skicka kod' }).click();
    await page.getByLabel('Kod', { exact: true }).fill(await codeTo(theStack(), mobile.phone));
    await page.getByRole('button', { name: 'Visa mina adresser' }).click();
    await check(page, 'addresses-none');

    await page.getByRole('link', { name: 'Lägg till en adress' }).click();
    await page.getByRole('button', { name: 'Sök' }).click();
    await check(page, 'addresses-search-empty');
    const [address] = await theStack().call<{ name: string }[]>(0, 'GET', '/addresses?q=gatan&limit=1');
    await page.getByLabel('Adress').fill(address!.name);
    await page.getByRole('button', { name: 'Sök' }).click();
    await check(page, 'addresses-found');
    await page.getByRole('main').getByRole('link', { name: address!.name }).first().click();
    await check(page, 'addresses-confirm');
    await page.getByLabel('Jag äger men bor inte här').check();
    await page.getByRole('button', { name: 'Lägg till adressen' }).click();
    await page.getByText('Adressen är tillagd').waitFor();
    await check(page, 'addresses-one');

    await page.getByRole('link', { name: 'Ändra' }).click();
    await check(page, 'addresses-change');
    await page.getByLabel('Jag bor här').check();
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByText('Adressen är ändrad').waitFor();

    await page.getByRole('link', { name: 'Kontrollera mitt nummer' }).click();
    await page.getByText('Ja, du nås.').waitFor();
    await check(page, 'addresses-check');
    await page.goto('/mina-adresser/invandning');
    await check(page, 'addresses-objection');
    await page.getByRole('button', { name: 'Sluta skicka' }).click();
    await page.getByText('Därför skickar vi inga.').waitFor();
    await check(page, 'addresses-objected');
    await page.getByRole('link', { name: 'Ta tillbaka invändningen' }).click();
    await check(page, 'addresses-withdraw');
    await page.getByRole('button', { name: 'Ta tillbaka invändningen' }).click();

    await page.getByRole('link', { name: 'Ta bort' }).click();
    await check(page, 'addresses-remove');
    await page.getByRole('button', { name: 'Ta bort adressen' }).click();
    await page.getByText('Adressen är borttagen').waitFor();
    expect(faults).toEqual([]);
  });

  it('a landline is added, in English, with the code that a call reads out', async () => {
    const page = await visit('/en/check-number');
    await check(page, 'en-check-ask');
    await page.getByLabel('Your phone number').fill(landline.typed);
    await page.getByRole('button', { name: 'Send a code' }).click();
    await check(page, 'en-code-call');
    await page.getByLabel('Code', { exact: true }).fill(await codeTo(theStack(), landline.phone));
    await page.getByRole('button', { name: 'Check the number' }).click();
    await check(page, 'en-check-nowhere');
    await page.getByRole('link', { name: 'Add an address' }).click();
    const [address] = await theStack().call<{ name: string }[]>(0, 'GET', '/addresses?q=gatan&limit=1');
    await page.getByLabel('Address').fill(address!.name);
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('main').getByRole('link', { name: address!.name }).first().click();
    await page.getByLabel('I live here').check();
    await page.getByRole('button', { name: 'Add the address' }).click();
    await page.getByText('The address has been added').waitFor();
    await check(page, 'en-addresses');
    await page.getByRole('link', { name: 'Check my number' }).click();
    await page.getByText('Yes, we reach you. We call').waitFor();
    await check(page, 'en-check');
    expect(faults).toEqual([]);

    const heard = await theStack().visit(
      `${theStack().simulator}/handsets/${encodeURIComponent(landline.phone)}`,
      { viewport: { width: 390, height: 844 } },
    );
    await heard.getByText('Your code is:').first().waitFor();
    expect(await theStack().faultsOf(heard, 'handset-code')).toEqual([]);
  });

  it.each(['/mina-adresser', '/kontrollera-nummer'])(
    'never scrolls sideways at 400 % zoom on %s',
    async (path) => {
      const page = await theStack().visit(path, { viewport: { width: 320, height: 640 } });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    },
  );
}
