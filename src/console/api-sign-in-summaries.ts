import type { Wording } from '../kernel/refusal.js';

/** What the operations on signing in and on roles do. */
export const signInSummaries: Readonly<Record<string, Wording>> = {
  'GET /api/v1/sign-in': {
    sv: 'Hur man loggar in här, och varför det senaste försöket nekades.',
    en: 'How one signs in here, and why the last try was refused.',
  },
  'GET /api/v1/role-mappings': {
    sv: 'Vad värdena från kommunens inloggning betyder här.',
    en: 'What the values of the identity provider mean here.',
  },
  'PUT /api/v1/role-mappings': {
    sv: 'Ändrar hela tabellen. Den gäller vid varje persons nästa inloggning.',
    en: 'Changes the whole table. It counts at each person’s next sign-in.',
  },
  'GET /api/v1/waiting-accounts': {
    sv: 'Konton vars e-postadress redan hör till någon.',
    en: 'Accounts whose e-mail address belongs to a member already.',
  },
  'POST /api/v1/waiting-accounts/{id}/link': {
    sv: 'Säger att kontot hör till den som har adressen.',
    en: 'Says that the account belongs to the member who has the address.',
  },
  'DELETE /api/v1/waiting-accounts/{id}': {
    sv: 'Säger att kontot inte hör till den som har adressen.',
    en: 'Says that the account does not belong to the member who has the address.',
  },
};
