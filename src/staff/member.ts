import { refusal } from '../kernel/refusal.js';

/** What a member of staff may do. `duty-officer` may approve alone when it burns; that is loudly logged. */
export const roles = ['author', 'approver', 'service-owner', 'duty-officer', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Somebody who works at the municipality, as the guard found them. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly departmentId: string;
  readonly departmentName: string;
  readonly roles: readonly Role[];
  /** How they came in: a person with a session, or a program (or a person at a terminal) with a bearer key. */
  readonly via: 'session' | 'key';
}

/** How an e-mail address is compared and kept: the same person in whatever letters it is written. */
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
