import type { Wording } from '../kernel/refusal.js';

/** What the operations on webhooks do; see `api-summaries.ts`. */
export const webhookSummaries: Readonly<Record<string, Wording>> = {
  'GET /api/v1/webhooks': {
    sv: 'Systemen som får veta vad som händer med utskick.',
    en: 'The systems that are told what happens to broadcasts.',
  },
  'POST /api/v1/webhooks': {
    sv: 'Lägger till en mottagare. Svaret har hemligheten som signerar; den visas bara här.',
    en: 'Adds an endpoint. The answer has the secret that signs; it is shown only here.',
  },
  'PUT /api/v1/webhooks/{id}': {
    sv: 'Ändrar en mottagare, eller stänger av den. Påslagen igen får den det som händer sedan.',
    en: 'Changes an endpoint, or switches it off. Switched on again, it gets what happens from then on.',
  },
  'DELETE /api/v1/webhooks/{id}': {
    sv: 'Tar bort en mottagare och dess logg.',
    en: 'Removes an endpoint and its log.',
  },
  'POST /api/v1/webhooks/{id}/secrets': {
    sv: 'Byter hemlighet. Den gamla signerar också, tills den tas bort.',
    en: 'Exchanges the secret. The old one signs too, until it is dropped.',
  },
  'DELETE /api/v1/webhooks/{id}/secrets/previous': {
    sv: 'Tar bort den gamla hemligheten: den signerar inte längre.',
    en: 'Drops the old secret: it no longer signs.',
  },
  'POST /api/v1/webhooks/{id}/tests': {
    sv: 'Skickar ett testmeddelande till mottagaren.',
    en: 'Sends a test message to the endpoint.',
  },
  'GET /api/v1/webhooks/{id}/deliveries': {
    sv: 'Vad som har skickats till mottagaren, och vad som väntar.',
    en: 'What was sent to the endpoint, and what waits.',
  },
  'POST /api/v1/webhooks/{id}/deliveries/{delivery}/replay': {
    sv: 'Skickar ett meddelande ur loggen en gång till, med samma id.',
    en: 'Sends a message of the log once more, with the same id.',
  },
};
