import type { PhoneKind, PhoneNumber } from '../kernel/phone-number.js';
import type { PhoneRole } from '../kernel/phone-roles.js';
import type { TableRowFault } from '../platform/tables/read-table.js';

/** One phone at one address, as a source has it. The address is given by its id, or by its key in its dataset. */
export interface PhoneRow {
  /** The position of the row in its source, for the list of refused rows. Default: its ordinal number. */
  readonly row?: number;
  readonly e164: string;
  readonly kind: PhoneKind;
  /** Undefined keeps the stored language of the phone; a new phone gets Swedish. */
  readonly language?: string | undefined;
  /** Made by a generator: no provider that reaches real phones may send to it. */
  readonly generated?: boolean;
  /** Objects to alerts. This only sets an objection: a register without the mark does not withdraw one. */
  readonly objects?: boolean;
  /** The provider's error code, for a number that fails permanently. */
  readonly quarantine?: string | undefined;
  readonly addressId?: string | undefined;
  readonly addressKey?: string | undefined;
  readonly role: PhoneRole;
  /** The people who live together, at an address that many share; undefined if the source can't tell. */
  readonly household?: string | undefined;
  /** A protected identity: counted, never shown, never reached through this address. */
  readonly protected?: boolean;
}

export type PhoneRowFault =
  | `phone.${TableRowFault}`
  | 'phone.reformatted'
  | 'phone.not-a-number'
  | 'phone.unknown-address'
  | 'phone.real-number'
  | 'phone.unknown-role'
  | 'phone.unclear-flag';

/** A row that was left out, and why. It never holds the number: the list is printed and stored. */
export interface RefusedPhoneRow {
  readonly row: number;
  readonly code: PhoneRowFault;
  /** The address's key, or the word that is not a valid role or not a valid yes or no. */
  readonly value?: string | undefined;
}

/** The people whom a refused row may have marked as protected or objecting, as far as it can be read. */
export interface RowInDoubt {
  readonly numbers: readonly PhoneNumber[];
  /** Set if no number can be read. Undefined if the address can't be read either: then it may be any address. */
  readonly addressKey?: string | undefined;
}

/** A refused row as it was read. Its doubt holds numbers, and is kept out of the list. */
export interface UnreadPhoneRow extends RefusedPhoneRow {
  readonly doubt?: RowInDoubt | undefined;
}

/** What replacing a source did. Counts are pairs of phone and address. */
export interface PhoneSourceReport {
  readonly source: string;
  readonly rows: number;
  readonly phones: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly refused: readonly RefusedPhoneRow[];
  /** Numbers that get no alert for now, because a refused row may have marked them as protected or objecting. */
  readonly withheld: number;
  /** Addresses whose reach was worked out; 0 in a dry run. */
  readonly refreshed: number;
}
