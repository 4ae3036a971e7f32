import type { Page } from 'playwright-core';
import type { Stack } from './support/stack.js';

const words = {
  sv: {
    start: '/',
    choose: 'Välj ämnen',
    topic: 'Planerade vattenavstängningar',
    number: 'Ditt mobilnummer',
    go: 'Fortsätt',
    code: 'Kod',
    signUp: 'Anmäl mig',
    done: 'Klart, du är anmäld',
    information: ['/kontakt', '/integritet', '/tillganglighet', '/mina-amnen', '/finns-inte'],
    typed: '070-174 06 77',
    phone: '+46701740677',
  },
  en: {
    start: '/en',
    choose: 'Choose topics',
    topic: 'Planned water shutoffs',
    number: 'Your mobile number',
    go: 'Continue',
    code: 'Code',
    signUp: 'Sign me up',
    done: 'Done, you are signed up',
    information: ['/en/contact', '/en/privacy', '/en/accessibility', '/en/my-topics'],
    typed: '+46 70 174 06 78',
    phone: '+46701740678',
  },
} as const;

/** Polls until the phone has a text. @returns its last text; '' after 30 seconds without one */
async function textTo(stack: Stack, phone: string): Promise<string> {
  const until = Date.now() + 30_000;
  for (;;) {
    const text = (await stack.handset(phone)).at(-1)?.text;
    if (text !== undefined || Date.now() > until) return text ?? '';
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** A resident subscribes to a topic, without JavaScript. */
export function residentSubscribes(theStack: () => Stack): void {
  const faults: string[] = [];
  const check = async (page: Page, name: string, scripts = false) => {
    faults.push(...(await theStack().faultsOf(page, name, { scripts })));
  };

  it.each(['sv', 'en'] as const)('subscribes with a code from the phone, in %s', async (language) => {
    const w = words[language];
    const page = await theStack().visit(w.start, {
      javaScriptEnabled: false,
      viewport: { width: 390, height: 844 },
    });
    await check(page, `${language}-start`);
    await page.getByRole('link', { name: w.choose }).first().click();
    await page.getByRole('button', { name: w.go }).click();
    await check(page, `${language}-nothing-chosen`);
    await page.getByLabel(w.topic).check();
    await page.getByLabel(w.number).fill(w.typed);
    await page.getByRole('button', { name: w.go }).click();
    await check(page, `${language}-code`);
    const code = /\b\d{6}\b/.exec(await textTo(theStack(), w.phone))?.[0];
    expect(code).toBeDefined();
    await page.getByLabel(w.code, { exact: true }).fill(code!);
    await page.getByRole('button', { name: w.signUp }).click();
    await page.getByRole('heading', { level: 1, name: w.done }).waitFor();
    await check(page, `${language}-done`);
    for (const path of w.information) {
      await page.goto(path);
      await check(page, `${language}${path.replaceAll('/', '-')}`);
    }
    expect(faults).toEqual([]);
  });

  it.each(['/', '/amnen', '/mina-amnen'])('never scrolls sideways at 400 % zoom on %s', async (path) => {
    const page = await theStack().visit(path, { viewport: { width: 320, height: 640 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  });

  it('a subscriber gets what staff send to the topic, answers STOPP, and gets no more', async () => {
    const topics = await theStack().call<{ id: string; name: { sv: string } }[]>(0, 'GET', '/topics');
    const topic = topics.find(({ name }) => name.sv === words.sv.topic)!.id;
    const send = async (text: string): Promise<void> => {
      const { id } = await theStack().call<{ id: string }>(0, 'POST', '/broadcasts', {
        audience: { topic },
        texts: [{ language: 'sv', sms: text }],
        lane: 'routine',
        expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
      });
      const { contentHash } = await theStack().call<{ contentHash: string }>(
        0,
        'POST',
        `/broadcasts/${id}/submission`,
      );
      await theStack().call(1, 'POST', `/broadcasts/${id}/approval`, { contentHash });
      const until = Date.now() + 30_000;
      while ((await theStack().call<{ state: string }>(0, 'GET', `/broadcasts/${id}`)).state !== 'completed')
        if (Date.now() > until) throw new Error('the broadcast did not complete');
    };
    await send('Vattnet stängs av på måndag kl. 9-11.');
    const received = await theStack().handset(words.sv.phone);
    expect(received.at(-1)?.text).toContain('Vattnet stängs av på måndag');
    expect(received.at(-1)?.text).toContain('STOPP');

    const { from } = received.at(-1)!;
    await fetch(`${theStack().simulator}/handsets/${words.sv.phone}/reply`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ to: from, text: 'Stopp!' }),
    });
    await send('Vattnet är tillbaka.');
    expect((await theStack().handset(words.sv.phone)).map(({ text }) => text).join('\n')).not.toContain(
      'tillbaka',
    );
    expect((await theStack().handset(words.en.phone)).at(-1)?.text).toContain('tillbaka');
  });

  it('axe finds no faults on the simulator’s inbox pages and on the API page', async () => {
    for (const [name, path] of [
      ['handsets', '/handsets'],
      ['handset', `/handsets/${encodeURIComponent(words.sv.phone)}`],
    ] as const) {
      const page = await theStack().visit(`${theStack().simulator}${path}`, {
        viewport: { width: 390, height: 844 },
      });
      await check(page, name, true);
    }
    const api = await theStack().visit('/api');
    await check(api, 'api', true);
    expect(faults).toEqual([]);
  });
}
