import { emptyWebhook, faultsOf } from './webhook-form.js';
import { words } from './webhooks.words.js';

describe('the form of a webhook', () => {
  it('asks for a description, a whole address and an event', () => {
    expect(faultsOf({ ...emptyWebhook, events: [] })).toEqual({
      description: words.missing,
      address: words.notAnAddress,
      events: words.noEvents,
    });
    expect(faultsOf({ ...emptyWebhook, description: 'Appen', address: 'https://app.example/in' })).toEqual(
      {},
    );
  });
});
