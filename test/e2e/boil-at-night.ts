import type { Locator } from 'playwright-core';
import { drawSquareOn } from './support/staff-pages.js';
import type { Stack } from './support/stack.js';

/** What a night shift has: a phone in one hand. */
const mostTaps = 25;
/** The corners of the square, and what comes before and after them. */
const tapsOfSquare = 6;

/** Somebody who has never used the console sends a boil advisory for a drawn area, from sign-in to submission. */
export function boilAtNight(theStack: () => Stack): void {
  it('takes at most 25 taps on a phone, and axe finds nothing', async () => {
    const stack = theStack();
    const faults: string[] = [];
    let taps = 0;
    const tap = async (what: Locator): Promise<void> => {
      taps += 1;
      await what.click();
    };
    /** A tap into the field, then the keyboard. */
    const type = async (field: Locator, text: string): Promise<void> => {
      await tap(field);
      await field.fill(text);
    };
    const maja = await stack.visit('/console/', { viewport: { width: 390, height: 844 }, maps: true });
    await tap(maja.getByRole('link', { name: 'Logga in med ditt konto' }));
    await tap(maja.getByRole('button', { name: 'Maja Lindqvist' }));
    await tap(maja.getByRole('link', { name: 'Nytt utskick' }).first());
    await tap(maja.getByRole('radio', { name: 'Rita' }));
    await type(maja.getByLabel('Visa en plats på kartan'), 'Porsön');
    await tap(maja.getByRole('option').first());
    await drawSquareOn(maja);
    taps += tapsOfSquare;
    await tap(maja.getByRole('button', { name: 'Fortsätt' }));

    const template = maja.getByLabel('Mall', { exact: true });
    const boil = template.locator('option', { hasText: /kok/iu }).first();
    await boil.waitFor({ state: 'attached' });
    await template.selectOption({ value: (await boil.getAttribute('value'))! });
    taps += 2;
    const gap = (label: string) => maja.locator('.gaps').getByLabel(label, { exact: true });
    await type(gap('Från när'), 'i natt 02');
    await maja
      .getByText(/dag \d{1,2} \p{L}+ kl\. 02\.00/u)
      .first()
      .waitFor();
    for (const [label, text] of [
      ['Plats', 'Porsön'],
      ['Orsak', 'bakterier i ett prov'],
      ['Länk till sidan', 'alavik.example.se/vatten'],
    ] as const)
      if ((await gap(label).count()) > 0 && (await gap(label).inputValue()) === '')
        await type(gap(label), text);
    const checklist = maja.locator('summary', { hasText: 'Checklista' });
    await checklist.waitFor();
    const onPage = maja.getByRole('button', { name: /på webbsidan/iu }).first();
    if (/saknas/u.test(await checklist.innerText())) {
      if (!(await onPage.isVisible())) await tap(checklist);
      await tap(onPage);
    }
    faults.push(...(await stack.faultsOf(maja, 'boil-what')));
    await tap(maja.getByRole('button', { name: 'Granska utskicket' }));
    await maja.getByRole('button', { name: 'Skicka för godkännande' }).waitFor();
    const count = maja.getByLabel('Skriv antalet telefoner som utskicket når');
    if ((await count.count()) > 0)
      await type(count, (await maja.locator('.figures dd').first().innerText()).replace(/\D/gu, ''));
    await tap(maja.getByRole('button', { name: 'Skicka för godkännande' }));
    await maja.getByText('Väntar på en annan person').waitFor();
    expect(taps).toBeLessThanOrEqual(mostTaps);
    expect(faults).toEqual([]);
  });
}
