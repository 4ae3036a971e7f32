import type { Wording } from './refusal.js';

/** What somebody is on duty as. */
export const dutyRoles = ['approver', 'duty-officer'] as const;
export type DutyRole = (typeof dutyRoles)[number];

export const dutyRoleWords: Readonly<Record<DutyRole, Wording>> = {
  approver: { sv: 'Godkännare', en: 'Approver' },
  'duty-officer': { sv: 'Tjänsteman i beredskap', en: 'Duty officer' },
};
