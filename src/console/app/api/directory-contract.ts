import type { Wording } from '../../../kernel/refusal.js';

/** What the API says of the phone directory. */
export type PhoneRole = 'resident' | 'owner' | 'business' | 'watcher';

export interface KnownAddress {
  readonly addressId: string;
  readonly address: string;
  readonly postalCode: string | null;
  readonly locality: string | null;
  readonly source: string;
  readonly role: PhoneRole;
  readonly household: string | null;
  readonly since: string;
  readonly confirmedAt: string | null;
  readonly gone: boolean;
}

export type HeldValue = string | number | boolean | null | Wording;

export interface HeldRows {
  readonly kind: string;
  readonly title: Wording;
  readonly rows: readonly Readonly<Record<string, HeldValue>>[];
}

export interface PhoneLookup {
  /** E.164. */
  readonly phone: string;
  readonly kind: 'mobile' | 'landline';
  readonly known: {
    readonly language: string;
    readonly objectedAt: string | null;
    readonly quarantine: {
      readonly since: string | null;
      readonly reason: { readonly code: string; readonly words: Wording };
    } | null;
    readonly addresses: readonly KnownAddress[];
  } | null;
  readonly elsewhere: readonly HeldRows[];
}

export interface PhoneSource {
  readonly source: string;
  readonly phones: number;
  readonly pairs: number;
  readonly gone: number;
  readonly oldest: string | null;
  readonly newest: string | null;
  readonly replacedAt: string | null;
  readonly replacedBy: string | null;
  readonly report: {
    readonly rows: number;
    readonly added: number;
    readonly changed: number;
    readonly removed: number;
    readonly refused: Readonly<Record<string, number>>;
  } | null;
}

export interface Quarantine {
  readonly reasons: readonly { readonly code: string; readonly words: Wording; readonly phones: number }[];
  readonly phones: readonly {
    readonly masked: string;
    readonly subject: string;
    readonly kind: 'mobile' | 'landline';
    readonly code: string;
    readonly since: string;
  }[];
  /** Where the next page begins. */
  readonly next: string | null;
}

export interface Erasure {
  readonly erased: readonly { readonly kind: string; readonly erased: number; readonly anonymised: number }[];
}
