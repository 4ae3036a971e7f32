import type { Locator } from 'playwright-core';
import { signIn } from './support/staff-pages.js';
import type { Stack } from './support/stack.js';

const dayMs = 86_400_000;

/** A planned shutoff is announced and people are reminded the evening before: one form, one approval. */
export function plannedReminder(theStack: () => Stack): void {
  it('is written with its alert, and the approver sees both', async () => {
    const stack = theStack();
    const faults: string[] = [];
    const maja = await signIn(stack, 0);
    await maja.getByRole('link', { name: 'Nytt utskick' }).first().click();
    await maja.getByLabel('Sök', { exact: false }).first().fill('Porsön');
    await maja.getByRole('option').first().click();
    await maja.getByRole('button', { name: 'Fortsätt' }).click();

    const template = maja.getByLabel('Mall', { exact: true });
    const planned = template.locator('option', { hasText: /^Planerad vattenavstängning$/u });
    await planned.waitFor({ state: 'attached' });
    await template.selectOption({ value: (await planned.getAttribute('value'))! });
    const gap = (label: string): Locator => maja.locator('.gaps').getByLabel(label, { exact: true });
    const tick = maja.getByLabel('Påminn kvällen innan');
    expect(await tick.count()).toBe(0);
    const day = new Date(Date.now() + 3 * dayMs).toISOString().slice(0, 10);
    await gap('Från när').fill(`${day} 08:00`);
    await tick.check();
    for (const [label, text] of [
      ['Till när', '16:00'],
      ['Orsak', 'byte av en ventil'],
      ['Var vatten finns att hämta', 'tankbil vid torget'],
      ['Länk till sidan', 'alavik.example.se/vatten'],
    ] as const)
      if ((await gap(label).count()) > 0) await gap(label).fill(text);
    const text = maja.getByLabel('Påminnelsens text');
    expect(await text.inputValue()).toMatch(/^Påminnelse: .*kl\. 08\.00/su);
    await text.fill(`${await text.inputValue()} Fyll en hink.`);
    faults.push(...(await stack.faultsOf(maja, 'reminder-what')));
    const checklist = maja.locator('summary', { hasText: 'Checklista' });
    const onPage = maja.getByRole('button', { name: /på webbsidan/iu }).first();
    if (/saknas/u.test(await checklist.innerText())) {
      if (!(await onPage.isVisible())) await checklist.click();
      await onPage.click();
    }
    await maja.getByRole('button', { name: 'Granska utskicket' }).click();
    await maja.getByRole('heading', { name: /^Påminnelse .*18:00/u }).waitFor();
    await maja.getByRole('button', { name: 'Skicka för godkännande' }).waitFor();
    const count = maja.getByLabel('Skriv antalet telefoner som utskicket når');
    if ((await count.count()) > 0)
      await count.fill((await maja.locator('.figures dd').first().innerText()).replace(/\D/gu, ''));
    await maja.getByRole('button', { name: 'Skicka för godkännande' }).click();
    await maja.getByText('Väntar på en annan person').waitFor();
    const page = new URL(maja.url()).pathname;

    const bo = await signIn(stack, 1, { width: 1280, height: 900 });
    await bo.goto(page);
    await bo.getByRole('button', { name: 'Godkänn' }).first().click();
    const dialog = bo.getByRole('dialog');
    await dialog.getByText('Fyll en hink.').waitFor();
    faults.push(...(await stack.faultsOf(bo, 'reminder-approve')));
    const typed = dialog.getByLabel(/antalet/u);
    if ((await typed.count()) > 0)
      await typed.fill((await dialog.getByRole('heading').innerText()).replace(/\D/gu, ''));
    const sent = bo.waitForRequest(/\/approval$/u);
    await dialog.getByRole('button', { name: 'Godkänn' }).click();
    expect(((await sent).postDataJSON() as { opened: string[] }).opened).toContain('reminder');
    await dialog.waitFor({ state: 'hidden' });
    const alert = await stack.call<{ followedBy: object[] }>(
      0,
      'GET',
      `/broadcasts/${page.split('/').at(-1)}`,
    );
    expect(alert.followedBy).toMatchObject([{ relation: 'update', state: 'scheduled' }]);
    expect(faults).toEqual([]);
  });
}
