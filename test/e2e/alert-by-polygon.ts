import { readFile } from 'node:fs/promises';
import type { FeatureCollection } from 'geojson';
import type { Locator, Page } from 'playwright-core';
import { goToPage, drawSquare, drawSquareOn, signIn } from './support/staff-pages.js';
import type { Stack } from './support/stack.js';

/** Staff send an alert to a drawn area: the author on a phone, the approver on a desktop screen. */
export function alertByPolygon(theStack: () => Stack): void {
  const faults: string[] = [];
  const check = async (page: Page, name: string) =>
    faults.push(...(await theStack().faultsOf(page, `console-${name}`)));

  it('one person draws and submits an alert, another approves it, and both see it reach 100 %', async () => {
    const maja = await signIn(theStack(), 0);
    await check(maja, 'empty-list');
    await maja.getByRole('link', { name: 'Nytt utskick' }).first().click();
    await check(maja, 'who');
    await drawSquare(maja);
    await maja
      .getByText(/Ritad yta/)
      .first()
      .waitFor();
    await check(maja, 'drawn');
    await maja.getByRole('button', { name: 'Fortsätt' }).click();
    await maja
      .getByLabel('Meddelande', { exact: true })
      .fill('Vattnet är avstängt i dag kl. 13-15. Koka det i kväll.');
    await maja.getByRole('radio', { name: /^Publicera På/ }).check();
    await maja.getByRole('button', { name: 'Lägg till en längre text för webben' }).click();
    await maja.getByLabel('Rubrik på webben').fill('Inget vatten i eftermiddag');
    await maja.getByLabel('Text på webben').fill('Vattnet är avstängt.\n\nKoka det till klockan 20.');
    await maja.getByLabel('Avsluta sms:et med länken till sidan').check();
    await maja.getByText('Länken ryms.').waitFor();
    await check(maja, 'what');
    await maja.getByRole('button', { name: 'Granska utskicket' }).click();
    const submit = maja.getByRole('button', { name: 'Skicka för godkännande' });
    await submit.waitFor();
    const onTheWeb = { name: 'Så ser det ut på webben' };
    await maja.getByRole('region', onTheWeb).getByText('Inget vatten i eftermiddag').waitFor();
    await check(maja, 'review');
    await submit.click();
    await maja.getByText('Väntar på en annan person').waitFor();
    await check(maja, 'waiting');

    const erik = await signIn(theStack(), 1, { width: 1280, height: 800 });
    await check(erik, 'to-approve');
    await erik.waitForFunction(`document.title === '(1) Utskick – Budkavle'`);
    await erik
      .getByRole('link', { name: /Ritad yta/ })
      .first()
      .click();
    await erik.getByRole('heading', { name: 'Ska det här skickas?' }).waitFor();
    await erik.getByRole('region', onTheWeb).getByText('Koka det till klockan 20.').waitFor();
    await check(erik, 'decide');
    for (const width of [320, 390, 1024, 1280, 1440, 1920]) {
      await erik.setViewportSize({ width, height: 800 });
      expect(await brokenFigures(erik)).toEqual([]);
    }
    await erik.setViewportSize({ width: 1280, height: 800 });
    await erik.getByRole('button', { name: 'Godkänn och skicka' }).click();
    await check(erik, 'sure');
    await erik.getByRole('dialog').getByRole('button', { name: 'Godkänn och skicka' }).click();
    await erik.locator('progress[value="100"]').waitFor();
    await check(erik, 'done');
    expect(await erik.getByRole('link', { name: 'Visa sidan' }).getAttribute('href')).toMatch(
      /\/aktuellt\/[0-9a-f-]{36}$/,
    );
    const unreached = erik.getByRole('region', { name: 'Går inte att nå per telefon' });
    await unreached.getByText('Visa adresserna').click();
    await unreached.getByRole('listitem').first().waitFor();
    await check(erik, 'unreached');
    expect(await fileOf(erik, unreached.getByRole('button', { name: /CSV/ }))).toMatch(
      /ordning;adress;postnummer/,
    );
    expect(await fileOf(erik, unreached.getByRole('link', { name: /PDF/ }))).toMatch(/^%PDF-/);
    // The author's page reaches 100 % without any input.
    await maja.locator('progress[value="100"]').waitFor();
    await check(maja, 'watched');
    expect(faults).toEqual([]);
  });

  it('the feed has its headline, its page’s text and its area, and the SMS ends with the link', async () => {
    const feed = await fetch(`${theStack().site}/feeds/alerts.geojson`);
    const { features } = (await feed.json()) as FeatureCollection;
    const said = JSON.stringify(features);
    expect(said).toContain('Inget vatten i eftermiddag');
    expect(said).toContain('Koka det till klockan 20.');
    const handsets = (await (await fetch(`${theStack().simulator}/handsets`)).json()) as {
      received: { text: string }[];
    }[];
    const texts = handsets.flatMap(({ received }) => received.map(({ text }) => text));
    expect(texts.some((text) => /\nMer: \S+\/a\/[2-9a-z]{6}$/.test(text))).toBe(true);
  });

  it('axe finds no faults on the form for surroundings and on the phone register', async () => {
    const maja = await signIn(theStack(), 0);
    await maja.getByRole('link', { name: 'Nytt utskick' }).first().click();
    await maja.getByRole('radio', { name: 'Nära' }).check();
    await maja.locator('canvas.maplibregl-canvas').waitFor();
    await maja.getByText('Undanta platser eller välj bort roller').click();
    await check(maja, 'near');
    await goToPage(maja, 'Telefonregister');
    await maja.getByRole('heading', { name: 'Spärrade nummer' }).waitFor();
    await check(maja, 'directory');
    expect(faults).toEqual([]);
  });

  it('a service owner changes a topic and sees its subscribers over time', async () => {
    const maja = await signIn(theStack(), 0);
    await goToPage(maja, 'SMS-tjänster');
    await check(maja, 'topics');
    await maja.getByRole('link', { name: 'Planerade vattenavstängningar' }).click();
    await maja.getByRole('heading', { name: 'Prenumeranter över tid' }).waitFor();
    await maja.getByRole('button', { name: 'Ändra' }).click();
    await maja.getByLabel('Ägare').fill('Driftchef vatten');
    await check(maja, 'topic-change');
    await maja.getByRole('button', { name: 'Spara' }).click();
    await maja.getByText('”Planerade vattenavstängningar” är sparad.').waitFor();
    await maja.getByText('Driftchef vatten').waitFor();
    await check(maja, 'topic');
    expect(faults).toEqual([]);
  });

  it('staff draw an area, save it under a name, rename it and remove it', async () => {
    const maja = await signIn(theStack(), 0);
    await goToPage(maja, 'Sparade ytor');
    await maja.getByRole('button', { name: 'Rita en ny yta' }).click();
    await drawSquareOn(maja);
    await maja.getByLabel('Spara ytan under ett namn').fill('Norra vattentornet');
    await maja.getByRole('button', { name: 'Spara ytan' }).click();
    await maja.getByRole('heading', { name: 'Norra vattentornet' }).waitFor();
    await maja.getByRole('button', { name: 'Visa på karta: Norra vattentornet' }).click();
    await maja.locator('canvas.maplibregl-canvas').waitFor();
    await check(maja, 'areas');
    await maja.getByRole('button', { name: 'Byt namn: Norra vattentornet' }).click();
    await maja.getByLabel('Nytt namn').fill('Södra vattentornet');
    await check(maja, 'areas-rename');
    await maja.getByRole('dialog').getByRole('button', { name: 'Byt namn' }).click();
    await maja.getByRole('button', { name: 'Ta bort: Södra vattentornet' }).click();
    await check(maja, 'areas-remove');
    await maja.getByRole('dialog').getByRole('button', { name: 'Ta bort' }).click();
    await maja.getByText('”Södra vattentornet” är borttagen.').waitFor();
    expect(faults).toEqual([]);
  });

  it('the report of the alert adds up, and each phone has received one text', async () => {
    const [broadcast] = await theStack().call<{ id: string; planned: number }[]>(0, 'GET', '/broadcasts');
    const report = await theStack().call<Record<string, number>>(
      0,
      'GET',
      `/broadcasts/${broadcast!.id}/report`,
    );
    expect(report['planned']).toBeGreaterThan(0);
    expect(report['delivered']).toBe(report['planned']);
    const handsets = (await (await fetch(`${theStack().simulator}/handsets`)).json()) as {
      received: { text: string }[];
    }[];
    expect(handsets).toHaveLength(report['planned']!);
    for (const { received } of handsets)
      expect(received).toMatchObject([{ text: expect.stringContaining('Koka det i kväll.') }]);
  });
}

/** @returns the labels of the figures that would wrap or overflow at 1 024 469, the size of a municipality */
const brokenFigures = (page: Page): Promise<string[]> =>
  page.locator('.figures').evaluate((list) => {
    const figures = [...list.querySelectorAll<HTMLElement>('dd')];
    const was = figures.map(({ textContent }) => textContent);
    for (const figure of figures) figure.textContent = '1 024\u00a0469';
    const right = list.getBoundingClientRect().right;
    const broken = figures.filter((figure) => {
      const text = document.createRange();
      text.selectNodeContents(figure);
      return text.getClientRects().length > 1 || text.getBoundingClientRect().right > right + 1;
    });
    const names = broken.map((figure) => figure.previousElementSibling?.textContent ?? '');
    figures.forEach((figure, at) => (figure.textContent = was[at] ?? ''));
    return names;
  });

/** @returns the file that a click on the button or link downloads */
async function fileOf(page: Page, pressed: Locator): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), pressed.click()]);
  return readFile(await download.path(), 'latin1');
}
