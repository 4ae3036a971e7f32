import { logEvents } from '../../platform/logging/log.js';

export const webhookLogEvents = logEvents({
  'webhook.error': {
    level: 'error',
    message: 'webhook error',
    advice: 'Read `err`, most often the database. It is tried again; nothing is lost.',
  },
  'webhook.given-up': {
    level: 'warn',
    message: 'gave up a webhook after its last try',
    advice:
      'Tell who keeps the receiving system: read `status` and `reason`. It can be sent again in the console.',
  },
  'webhook.gone': {
    level: 'warn',
    message: 'an endpoint of webhooks answered 410 and is switched off',
    advice: 'Ask who keeps it whether that was meant. Remove it in the console, or switch it on again.',
  },
  'webhook.secret-unreadable': {
    level: 'error',
    message: 'could not read the secret of an endpoint: nothing is sent to it',
    advice:
      'SECRET_KEY is not the one that it was sealed with. Rotate the secret in the console and give it to the receiver.',
  },
});
