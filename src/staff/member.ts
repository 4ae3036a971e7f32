import { refusal } from '../kernel/refusal.js';

/** What a member of staff may do. A `duty-officer` may approve alone in an emergency, which is logged as an alarm. */
export const roles = ['author', 'approver', 'service-owner', 'duty-officer', 'admin'] as const;
export type Role = (typeof roles)[number];

/** A member of staff, as the guard found them. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly departmentId: string;
  readonly departmentName: string;
  readonly roles: readonly Role[];
  /** E.164. Where the program texts them; undefined if they gave no number. */
  readonly phone?: string | undefined;
  /** How they signed in: a person with a session, or a program (or a person at a terminal) with a bearer key. */
  readonly via: 'session' | 'key';
}

/** The normal form in which an e-mail address is stored and compared, so that letter case does not matter. */
export const readEmail = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

export const SignInRequired = refusal('staff.sign-in-required', 'unauthenticated', {
  sv: 'Logga in först.',
  en: 'Sign in first.',
});

export const WrongKey = refusal('staff.wrong-key', 'unauthenticated', {
  sv: 'Nyckeln stämmer inte.',
  en: 'The key is not right.',
});

export const RoleRequired = refusal('staff.role-required', 'forbidden', {
  sv: 'Det här kräver rollen {role}.',
  en: 'This needs the role {role}.',
});
