import type { InterfaceLanguage } from '../../kernel/language.js';
import type { PhoneKind } from '../../kernel/phone-number.js';
import { refusal, type Wording } from '../../kernel/refusal.js';
import type { PhoneRole } from '../../kernel/phone-roles.js';

/** What a resident can be at an address. A business is in a register, or is entered by staff. */
export const ownRoles = ['resident', 'owner', 'watcher'] as const;
export type OwnRole = (typeof ownRoles)[number];

export const UnknownAddress = refusal('registration.unknown-address', 'not-found', {
  sv: 'Adressen finns inte, eller finns inte längre. Sök efter den igen.',
  en: 'There is no such address, or no longer. Search for it again.',
});
export const TooManyAddresses = refusal('registration.too-many', 'conflict', {
  sv: 'Ett nummer kan ha högst {most} adresser. Ta bort någon av dem först.',
  en: 'A number can have at most {most} addresses. Remove one of them first.',
});
export const NotRegistered = refusal('registration.not-found', 'not-found', {
  sv: 'Du har inte lagt till den adressen.',
  en: 'You have not added that address.',
});

export const NoRoleChosen = refusal('registration.no-role', 'invalid', {
  sv: 'Välj vad adressen är för dig.',
  en: 'Choose what the address is to you.',
});

/** What may be shown of a phone to the person who has verified it. */
export interface OwnPhoneFacts {
  /** The language of its messages; undefined for an unknown phone. */
  readonly language?: string;
  readonly objected: boolean;
  /** Why the number fails permanently: the provider's code, or a register's word. */
  readonly quarantine?: string;
  readonly isProtected: boolean;
}

/** An address of the resident's phone, from any source. */
export interface OwnAddress {
  readonly addressId: string;
  /** Street and number. */
  readonly name: string;
  readonly postalCode: string | null;
  readonly locality: string | null;
  /** False if the address has ended: no alert reaches it. */
  readonly current: boolean;
  /** The role that the resident gave; otherwise the register's. */
  readonly role: PhoneRole;
  /** Added by the resident, who may change and remove it. */
  readonly own: boolean;
  /** In a register, which the resident can't change here. */
  readonly registered: boolean;
  readonly since: Date;
  /**
   * The phone is a landline in a household whose mobile gets the text. It is called only if the broadcast asks for
   * both.
   */
  readonly householdHasMobile: boolean;
}

/** Whether alerts reach a phone, and if not, what to say about it. */
export type Reach =
  | 'reached'
  | 'objected'
  | 'quarantined'
  /** No address can be shown: nobody has told where the phone belongs. */
  | 'nowhere'
  /** Alerts don't reach it, and the page does not say why: somebody else may hold the phone. */
  | 'ask-us';

/**
 * Neither an address nor a reason may reveal a protected identity. An objection comes first: the residents made it
 * themselves and can withdraw it.
 */
export function reachOf(facts: OwnPhoneFacts, addresses: readonly OwnAddress[]): Reach {
  if (facts.objected) return 'objected';
  if (!addresses.some(({ current }) => current)) return 'nowhere';
  if (facts.isProtected) return 'ask-us';
  return facts.quarantine ? 'quarantined' : 'reached';
}

/** The answer of "check my number". */
export interface NumberCheck {
  /** E.164. */
  readonly phone: string;
  readonly kind: PhoneKind;
  readonly reach: Reach;
  /** If it is quarantined: the provider's reason. */
  readonly why?: Wording;
  readonly addresses: readonly OwnAddress[];
}

/** An address that a resident adds or changes. */
export interface OwnAddressChange {
  readonly session: string | undefined;
  readonly addressId: string;
  readonly role: OwnRole;
  /** Language of messages to a phone that is not known yet. */
  readonly language: InterfaceLanguage;
}
