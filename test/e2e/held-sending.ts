import type { Page } from 'playwright-core';
import { signIn } from './support/staff-pages.js';
import type { Stack } from './support/stack.js';

const waits = {
  id: '01900000-0000-7000-8000-00000000b001',
  name: 'Örnäset',
  lane: 'urgent',
  state: 'sending',
  takenOver: 2186,
  notToldApart: 0,
  remaining: 5000,
  goesOn: false,
};
const held = {
  since: '2026-11-29T18:54:00Z',
  knownUntil: '2026-11-29T18:40:00Z',
  unknown: 2190,
  takenOver: 2186,
  notToldApart: 0,
  fitsNone: 4,
};

/** What staff see after a backup was restored. The API's answers are faked; the chaos run restores a real backup. */
export function heldSending(theStack: () => Stack): void {
  /** @returns the decisions that the page has sent; the list grows while the test runs */
  async function hold(page: Page, names: readonly string[]): Promise<unknown[]> {
    const decided: { broadcastId: string }[] = [];
    const broadcasts = names.map((name, at) => ({ ...waits, name, id: `${waits.id.slice(0, -1)}${at}` }));
    await page.route('**/api/v1/hold', (route) => {
      const left = broadcasts.filter(({ id }) => !decided.some(({ broadcastId }) => broadcastId === id));
      return route.fulfill({ json: left.length > 0 ? { held: { ...held, broadcasts: left } } : {} });
    });
    await page.route('**/api/v1/hold/decisions', (route) => {
      decided.push(route.request().postDataJSON() as { broadcastId: string });
      return route.fulfill({ status: 204 });
    });
    await page.reload();
    await page.getByRole('heading', { name: 'Inga utskick skickas just nu' }).waitFor();
    return decided;
  }
  const announced = (page: Page) => page.locator('[role="status"]').allInnerTexts();

  it('a hold is announced once, each decision is confirmed in a dialog, and the focus stays on the page', async () => {
    const maja = await signIn(theStack(), 0);
    const decided = await hold(maja, ['Örnäset', 'Alavik']);
    expect(await theStack().faultsOf(maja, 'held')).toEqual([]);
    expect((await announced(maja)).filter((said) => said !== '')).toEqual(['Inga utskick skickas just nu']);

    await maja.getByRole('button', { name: 'Skicka till resten: Örnäset' }).click();
    const sure = maja.getByRole('dialog', { name: 'Skicka till resten: Örnäset?' });
    await sure.getByText('5 000 telefoner får då meddelandet').waitFor();
    expect(await theStack().faultsOf(maja, 'held-sure')).toEqual([]);
    expect(decided).toEqual([]);
    await sure.getByRole('button', { name: 'Ja, skicka till resten' }).click();
    await maja.getByText('Örnäset: väntar inte längre').waitFor();
    expect(decided).toMatchObject([{ decision: 'go-on' }]);
    await maja.locator('#held:focus').waitFor();

    await maja.getByRole('button', { name: 'Avbryt utskicket: Alavik' }).click();
    await maja.getByRole('button', { name: 'Ja, avbryt utskicket' }).click();
    await maja.getByText('Utskicken skickas igen').waitFor();
    expect(decided).toMatchObject([{ decision: 'go-on' }, { decision: 'cancel' }]);
    await maja.locator('h1:focus').waitFor();
  });
}
