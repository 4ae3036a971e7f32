import { z } from 'zod';
import { deliveryStates, testEvent, webhookEvents } from './event-types.js';

const Moment = z.iso.datetime();

export const WebhookAnswer = z.strictObject({
  id: z.uuid(),
  address: z.string(),
  description: z.string(),
  events: z.array(z.enum(webhookEvents)),
  includeUnpublished: z.boolean().meta({ description: 'Also what the municipality’s pages don’t say' }),
  active: z.boolean(),
  goneAt: Moment.optional().meta({ description: 'When it answered 410 and was switched off for that' }),
  hasPreviousSecret: z.boolean().meta({ description: 'Whether the secret before signs too' }),
  createdAt: Moment,
  version: z.int().meta({ description: 'Incremented by every change' }),
});

const Secret = z.string().meta({ description: '`whsec_…`. It is shown only here' });

export const NewWebhookAnswer = z.strictObject({ webhook: WebhookAnswer, secret: Secret });

export const WebhookLogAnswer = z.strictObject({
  deliveries: z.array(
    z.strictObject({
      id: z.uuid().meta({ description: 'The `webhook-id`' }),
      type: z.enum([...webhookEvents, testEvent]),
      broadcast: z.uuid().optional(),
      at: Moment.meta({ description: 'When it happened' }),
      state: z.enum(deliveryStates),
      tries: z.int(),
      lastTryAt: Moment.optional(),
      nextTryAt: Moment.optional(),
      status: z.int().optional().meta({ description: 'HTTP status of the last answer' }),
      reason: z.string().optional().meta({ description: 'Why the last try failed, in a word' }),
      log: z
        .array(
          z.strictObject({
            at: Moment,
            took: z.int().optional().meta({
              description: 'Milliseconds; left out while it lasts, and if the worker died',
            }),
            status: z.int().optional().meta({ description: 'HTTP status of the answer' }),
            reason: z.string().optional().meta({ description: 'Why it failed, in a word' }),
          }),
        )
        .meta({ description: 'Every try, oldest first, also those before it was sent again by hand' }),
    }),
  ),
  next: z.string().optional().meta({ description: '`before` of the next page; left out on the last' }),
});
