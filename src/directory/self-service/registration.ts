import type { InterfaceLanguage } from '../../kernel/language.js';
import type { PhoneKind } from '../../kernel/phone-number.js';
import { refusal, type Wording } from '../../kernel/refusal.js';
import type { PhoneRole } from '../../kernel/phone-roles.js';

/** What a resident can say of an address. A business is in a register, or is taken down by staff. */
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

/** A phone as far as it may be shown to whoever has shown that it is theirs. */
export interface OwnPhoneFacts {
  /** What its messages are written in; undefined for a phone that nobody has told of. */
  readonly language?: string;
  readonly objected: boolean;
  /** The provider's code, or a register's word, for why the number fails for good. */
  readonly quarantine?: string;
  readonly isProtected: boolean;
}

/** An address of one's phone, whoever told of it. */
export interface OwnAddress {
  readonly addressId: string;
  /** Street and number. */
  readonly name: string;
  readonly postalCode: string | null;
  readonly locality: string | null;
  /** False where the address has since gone from the map: nothing reaches it. */
  readonly current: boolean;
  /** What the resident said, or else what the register says. */
  readonly role: PhoneRole;
  /** Added by the resident, who may change and remove it. */
  readonly own: boolean;
  /** In a register, which the resident can't change here. */
  readonly registered: boolean;
  readonly since: Date;
  /** A landline in a household whose mobile gets the text: called only if the broadcast says both. */
  readonly householdHasMobile: boolean;
}

/** Whether alerts reach a phone, and if not, what to tell of it. */
export type Reach =
  | 'reached'
  | 'objected'
  | 'quarantined'
  /** No address can be shown: nothing tells where the phone belongs. */
  | 'nowhere'
  /** They don't, and why isn't said on a page: somebody else may hold the phone. */
  | 'ask-us';

/**
 * A protected identity is found out neither by an address nor by a reason. What residents have said themselves comes
 * first: it is theirs to take back.
 */
export function reachOf(facts: OwnPhoneFacts, addresses: readonly OwnAddress[]): Reach {
  if (facts.objected) return 'objected';
  if (!addresses.some(({ current }) => current)) return 'nowhere';
  if (facts.isProtected) return 'ask-us';
  return facts.quarantine ? 'quarantined' : 'reached';
}

/** What "check my number" tells. */
export interface NumberCheck {
  /** E.164. */
  readonly phone: string;
  readonly kind: PhoneKind;
  readonly reach: Reach;
  /** Where it is quarantined: what the provider said. */
  readonly why?: Wording;
  readonly addresses: readonly OwnAddress[];
}

/** A registration under way, or changed. */
export interface OwnAddressChange {
  readonly session: string | undefined;
  readonly addressId: string;
  readonly role: OwnRole;
  /** For messages to a phone that nobody has told of yet. */
  readonly language: InterfaceLanguage;
}
