import { z } from 'zod';
import { nameInput } from '../../platform/http/name-input.js';
import { webhookEvents } from './event-types.js';

export const WebhookBody = z.strictObject({
  address: z
    .url({ protocol: /^https?$/ })
    .max(1000)
    .meta({ description: 'https, on the public internet, or a host of WEBHOOK_ALLOWED_HOSTS' }),
  description: nameInput(120),
  events: z
    .array(z.enum(webhookEvents))
    .min(1)
    .transform((events) => webhookEvents.filter((each) => events.includes(each))),
  includeUnpublished: z.boolean().meta({ description: 'For systems of the municipality' }),
  active: z.boolean(),
});

export const WebhookChangeBody = WebhookBody.extend({
  version: z.int().meta({ description: 'That you read: refused if somebody has changed it since' }),
});
