import type { Wording } from '../kernel/refusal.js';

/** What the operations on social media do; see `api-summaries.ts`. */
export const socialSummaries: Readonly<Record<string, Wording>> = {
  'GET /api/v1/social-accounts': {
    sv: 'Kontona på sociala medier som publicerar.',
    en: 'The accounts on social media that post.',
  },
  'POST /api/v1/social-accounts': {
    sv: 'Lägger till ett konto. Nyckeln prövas mot nätverket och visas aldrig igen.',
    en: 'Adds an account. The token is tried with the network and never shown again.',
  },
  'PUT /api/v1/social-accounts/{id}': {
    sv: 'Ändrar ett konto, ger det en ny nyckel eller stänger av det.',
    en: 'Changes an account, gives it a new token or switches it off.',
  },
  'DELETE /api/v1/social-accounts/{id}': {
    sv: 'Tar bort ett konto. Det som är publicerat finns kvar på nätverket.',
    en: 'Removes an account. What it has posted stays on the network.',
  },
  'GET /api/v1/broadcasts/{id}/posts': {
    sv: 'Inläggen om ett utskick: de som publiceras när det godkänns, eller hur det gick.',
    en: 'The posts about a broadcast: those that will be made when it is approved, or what became of them.',
  },
  'POST /api/v1/broadcasts/{id}/posts/{post}/again': {
    sv: 'Försöker publicera ett inlägg igen.',
    en: 'Tries once more to make a post.',
  },
  'POST /api/v1/broadcasts/{id}/posts/{post}/stop': {
    sv: 'Slutar försöka, så att någon kan kopiera texten i stället.',
    en: 'Stops trying, so that somebody can copy the text instead.',
  },
};
