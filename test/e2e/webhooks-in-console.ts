import { Webhook } from 'standardwebhooks';
import { WebhookReceiver } from '../support/webhook-receiver.js';
import { signIn } from './support/staff-pages.js';
import type { Stack } from './support/stack.js';

/** A service owner adds a receiver of webhooks, tries it, and takes it away. */
export function webhooksInConsole(theStack: () => Stack): void {
  it('shows the secret once, what was sent and every try, sends again, rotates, and switches off', async () => {
    const stack = theStack();
    const receiver = await WebhookReceiver.start();
    const page = await signIn(stack, 0, undefined, { maps: false });
    const faults: string[] = [];
    const check = async (name: string) => faults.push(...(await stack.faultsOf(page, `webhooks-${name}`)));
    const secretOf = async (): Promise<string> =>
      /whsec_\S+/.exec((await page.getByText('whsec_').textContent()) ?? '')![0];
    try {
      await page.goto('/console/webhooks');
      await page.getByLabel('Beskrivning').fill('Kommunens app');
      await page.getByLabel('Adress').fill('ftp://fel');
      await page.getByRole('button', { name: 'Lägg till' }).click();
      await page.getByRole('alert').filter({ hasText: /./u }).first().waitFor();
      await page.getByLabel('Adress').fill(receiver.address);
      await page.getByRole('button', { name: 'Lägg till' }).click();
      const first = await secretOf();
      await check('added');
      await page.getByRole('link', { name: 'Kommunens app' }).click();
      await page.getByRole('heading', { level: 1, name: 'Kommunens app' }).waitFor();
      expect(await page.getByText('whsec_').count()).toBe(0);

      receiver.says(503);
      await page.getByRole('button', { name: 'Skicka ett testmeddelande' }).click();
      await page.getByText('Svar: 503').first().waitFor();
      receiver.says(204);
      // The next try is after five seconds, by itself.
      await page.getByText('Levererat').waitFor();
      await page.getByText('Alla försök').click();
      const tries = page.locator('details li');
      await tries.nth(1).waitFor();
      expect(await tries.allTextContents()).toEqual([
        expect.stringMatching(/Svar: 503 · Fel: status · \d+ ms$/u),
        expect.stringMatching(/Svar: 204 · \d+ ms$/u),
      ]);
      await check('tried');
      const [one, two] = receiver.received;
      expect(() => new Webhook(first).verify(two!.body, two!.headers)).not.toThrow();
      expect(two!.headers['webhook-id']).toBe(one!.headers['webhook-id']);

      await page.getByRole('button', { name: 'Skicka igen' }).click();
      await page.getByText('Meddelandet skickas igen.').waitFor();
      await tries.nth(2).waitFor();
      expect(receiver.received.at(-1)!.headers['webhook-id']).toBe(one!.headers['webhook-id']);

      await page.getByRole('button', { name: 'Byt hemlighet' }).click();
      const second = await secretOf();
      await page.getByRole('button', { name: 'Skicka ett testmeddelande' }).click();
      await page.getByText('Levererat').nth(1).waitFor();
      const { body, headers } = receiver.received.at(-1)!;
      for (const secret of [first, second])
        expect(() => new Webhook(secret).verify(body, headers)).not.toThrow();
      await page.getByRole('button', { name: 'Ta bort den gamla hemligheten' }).click();
      await page.getByText('Den gamla hemligheten är borttagen.').waitFor();

      await page.getByRole('button', { name: 'Ändra' }).click();
      await page.getByLabel('Påslagen').uncheck();
      await check('changing');
      await page.getByRole('button', { name: 'Spara' }).click();
      await page.getByText('Ändringen är sparad.').waitFor();
      await page.getByText('Avstängd', { exact: true }).waitFor();
      expect(await page.getByRole('button', { name: 'Skicka ett testmeddelande' }).count()).toBe(0);

      await page.getByRole('button', { name: 'Ta bort mottagaren' }).click();
      await page.getByRole('button', { name: 'Ja, ta bort' }).click();
      await page.getByText('Inga mottagare är inlagda.').waitFor();
      expect(faults).toEqual([]);
    } finally {
      await receiver.close();
    }
  });
}
