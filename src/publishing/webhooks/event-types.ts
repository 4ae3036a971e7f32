/** What an endpoint may ask for. */
export const webhookEvents = [
  'broadcast.approved',
  'broadcast.updated',
  'broadcast.corrected',
  'broadcast.over',
  'broadcast.reopened',
  'broadcast.completed',
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

/** A message that staff send to try an endpoint. */
export const testEvent = 'webhook.test';
export type WebhookType = WebhookEvent | typeof testEvent;

/** Of a message to an endpoint. */
export const deliveryStates = ['waiting', 'delivered', 'failed'] as const;
