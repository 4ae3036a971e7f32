import type { Wording } from '../kernel/refusal.js';
import type { Role } from './member.js';

/** What each role is called, by what it is for. */
export const roleWords: Readonly<Record<Role, Wording>> = {
  author: { sv: 'Skriver utskick', en: 'Writes broadcasts' },
  approver: { sv: 'Godkänner utskick', en: 'Approves broadcasts' },
  'service-owner': { sv: 'Tjänsteägare', en: 'Service owner' },
  'duty-officer': { sv: 'Tjänsteperson i beredskap', en: 'Duty officer' },
  admin: { sv: 'Administratör', en: 'Administrator' },
};
