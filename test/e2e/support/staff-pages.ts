import type { Page } from 'playwright-core';
import type { Stack } from './stack.js';

/** The demo's two people. */
const people = ['Maja Lindqvist', 'Erik Nyström'] as const;

/** Signs a member of staff in to the console with their account, in a browser context of its own. */
export async function signIn(
  stack: Stack,
  who: 0 | 1,
  viewport = { width: 390, height: 844 },
  { maps = true } = {},
): Promise<Page> {
  const page = await stack.visit('/console/', { viewport, maps });
  await page.getByRole('link', { name: 'Logga in med ditt konto' }).click();
  await page.getByRole('button', { name: people[who] }).click();
  await page.getByRole('heading', { level: 1, name: 'Utskick' }).waitFor();
  return page;
}

/** Goes to one of the console's pages. On a phone the menu is behind a button. */
export async function goToPage(page: Page, name: string): Promise<void> {
  const menu = page.getByRole('button', { name: 'Meny' });
  if (await menu.isVisible()) await menu.click();
  await page.getByRole('navigation').getByRole('link', { name }).click();
}

/** Chooses a drawn area as the audience, and draws a square. */
export async function drawSquare(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Rita' }).check();
  await drawSquareOn(page);
}

/** Draws a square around the middle of the map, corner by corner. */
export async function drawSquareOn(page: Page): Promise<void> {
  const begin = page.getByRole('button', { name: 'Rita ett område' });
  await begin.waitFor();
  const canvas = page.locator('canvas.maplibregl-canvas');
  await canvas.waitFor();
  await begin.click();
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  if (!box) throw new Error('there is no map');
  const corners = [
    [0.35, 0.35],
    [0.65, 0.35],
    [0.65, 0.65],
    [0.35, 0.65],
  ] as const;
  for (const [x, y] of corners)
    await page.mouse.click(box.x + box.width * x, box.y + box.height * y, { delay: 40 });
  await page.getByRole('button', { name: 'Klar' }).click();
}
