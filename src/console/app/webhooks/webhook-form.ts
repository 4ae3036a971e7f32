import type { Wording } from '../../../kernel/refusal.js';
import type { Webhook } from '../api/answers.js';
import { words } from './webhooks.words.js';

export type WebhookForm = Pick<
  Webhook,
  'address' | 'description' | 'events' | 'includeUnpublished' | 'active'
>;
export type WebhookFaults = Readonly<Partial<Record<'address' | 'description' | 'events', Wording>>>;

export const emptyWebhook: WebhookForm = {
  address: 'https://',
  description: '',
  events: [
    'broadcast.approved',
    'broadcast.updated',
    'broadcast.corrected',
    'broadcast.over',
    'broadcast.reopened',
  ],
  includeUnpublished: false,
  active: true,
};

export const formOf = ({
  address,
  description,
  events,
  includeUnpublished,
  active,
}: WebhookForm): WebhookForm => ({ address, description, events, includeUnpublished, active });

/** What must be mended before the form is sent. The API checks again. */
export const faultsOf = ({ address, description, events }: WebhookForm): WebhookFaults => ({
  ...(description.trim() === '' ? { description: words.missing } : {}),
  ...(URL.canParse(address) ? {} : { address: words.notAnAddress }),
  ...(events.length === 0 ? { events: words.noEvents } : {}),
});
