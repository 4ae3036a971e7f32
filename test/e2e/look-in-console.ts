import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { signIn } from './support/staff-pages.js';
import type { Stack } from './support/stack.js';

const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><circle cx="20" cy="20" r="18" fill="#fff"/></svg>';
const phone = { width: 390, height: 844 };
const screen = { width: 1280, height: 900 };

/** A service owner gives the public pages another look. */
export function lookInConsole(theStack: () => Stack): void {
  it('is refused with a colour that can’t be read, saved with one that can, and taken back', async () => {
    const stack = theStack();
    const page = await signIn(stack, 0, phone, { maps: false });
    const faults: string[] = [];
    const check = async (name: string, checked: Page = page) => {
      for (const viewport of [screen, phone]) {
        await checked.setViewportSize(viewport);
        faults.push(...(await stack.faultsOf(checked, `look-${name}-${viewport.width}`)));
        expect(
          await checked.evaluate<boolean>(
            'document.documentElement.scrollWidth > document.documentElement.clientWidth',
          ),
        ).toBe(false);
      }
    };
    await page.goto('/console/look');
    await page.getByLabel('Avsändarens namn').fill('Rödköpings kommun');
    const file = join(tmpdir(), `budkavle-logo-${process.pid}.svg`);
    writeFileSync(file, logo);
    await page.locator('input[type=file]').first().setInputFiles(file);
    const ground = page.getByLabel('Sidhuvud och sidfot', { exact: true }).first();
    await ground.fill('#d97a8a');
    await page.getByLabel('Text på sidhuvudet', { exact: true }).first().fill('#ffffff');
    await page
      .getByRole('button', { name: /^Använd #[0-9a-f]{6}, .*: Text på sidhuvudet$/u })
      .first()
      .waitFor();
    await check('refused');
    await page.getByRole('button', { name: 'Spara' }).click();
    expect(await page.getByText('Utseendet är sparat').count()).toBe(0);

    await ground.fill('#7a0c1e');
    await page.getByText('Alla kontraster räcker (WCAG').waitFor();
    await page.getByRole('button', { name: 'Lägg till en länk' }).click();
    await page.getByLabel('Text på svenska').fill('Till kommunen');
    await page.getByLabel('Text på engelska').fill('To the municipality');
    await page.getByLabel('Adress', { exact: true }).fill('https://kommun.example/');
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByText('Utseendet är sparat').waitFor();
    await page.locator('.look-masthead img').first().waitFor();
    await check('saved');

    const resident = await stack.visit('/');
    await resident.getByText('Rödköpings kommun', { exact: true }).waitFor();
    await resident.getByRole('link', { name: 'Till kommunen' }).waitFor();
    await resident.waitForFunction(`document.querySelector('img.logo').naturalWidth > 0`);
    await check('page', resident);

    await page.getByRole('button', { name: 'Återställ' }).click();
    await page.getByRole('button', { name: 'Ja, ta bort det som är sparat' }).click();
    await page.getByText('Utseendet är återställt').waitFor();
    await resident.reload();
    expect(await resident.locator('img.logo').count()).toBe(0);
    expect(faults).toEqual([]);
  });
}
