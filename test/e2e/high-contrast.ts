import type { Page } from 'playwright-core';
import { signIn } from './support/staff-pages.js';
import type { Stack } from './support/stack.js';

/** Windows' high contrast mode removes background colours, and draws a transparent border like any other. */
export function highContrast(theStack: () => Stack): void {
  it.each(['/', '/amnen', '/kontakt'])('marks only the current page in the menu of %s', async (path) => {
    const page = await theStack().visit(path, { forcedColors: 'active' });
    expect(await barred(page, 'nav.menu a')).toEqual(await barred(page, 'nav.menu a[aria-current]'));
  });

  it.each([390, 1280])('marks only the current page in the console’s menu, %i pixels wide', async (width) => {
    const page = await signIn(theStack(), 0, { width, height: 800 });
    await page.emulateMedia({ forcedColors: 'active' });
    const menu = page.getByRole('button', { name: 'Meny' });
    if (await menu.isVisible()) await menu.click();
    expect(await barred(page, 'nav.pages a')).toEqual(await barred(page, 'nav.pages a[aria-current]'));
  });

  it('outlines the search result that the arrow keys have reached', async () => {
    const page = await signIn(theStack(), 0);
    await page.emulateMedia({ forcedColors: 'active' });
    await page.getByRole('link', { name: 'Nytt utskick' }).first().click();
    await page.getByRole('combobox').fill('gatan');
    await page.getByRole('option').nth(1).waitFor();
    await page.getByRole('combobox').press('ArrowDown');
    await page.getByRole('combobox').press('ArrowDown');
    expect(
      await page
        .getByRole('option')
        .evaluateAll((options) =>
          options.filter((option) => getComputedStyle(option).outlineStyle !== 'none').map(({ id }) => id),
        ),
    ).toEqual([await page.getByRole('combobox').getAttribute('aria-activedescendant')]);
  });
}

/** @returns the texts of the links that have a visible border */
const barred = async (page: Page, links: string): Promise<string[]> => {
  const words = await page.locator(links).evaluateAll((all) => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.backgroundColor = 'Canvas';
    const ground = getComputedStyle(probe).backgroundColor;
    probe.remove();
    return all
      .filter((link) => {
        const style = getComputedStyle(link);
        return (['top', 'bottom', 'left'] as const).some(
          (side) =>
            style.getPropertyValue(`border-${side}-width`) !== '0px' &&
            style.getPropertyValue(`border-${side}-color`) !== ground,
        );
      })
      .map(({ textContent }) => textContent);
  });
  return words;
};
