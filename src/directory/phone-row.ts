import type { PhoneKind, PhoneNumber } from '../kernel/phone-number.js';
import type { PhoneRole } from '../kernel/phone-roles.js';
import type { TableRowFault } from '../platform/tables/read-table.js';

/** One phone at one address, as a source has it. The address is named by its id or by its key in its dataset. */
export interface PhoneRow {
  /** Where the row is in its source, for the list of refused rows; its ordinal number when left out. */
  readonly row?: number;
  readonly e164: string;
  readonly kind: PhoneKind;
  /** Undefined keeps what is known of the phone; a phone never seen before gets Swedish. */
  readonly language?: string | undefined;
  /** Made by a generator: no provider that reaches real phones may ever send to it. */
  readonly generated?: boolean;
  /** Objects to alerts. Only ever sets an objection: a register that is silent doesn't take one back. */
  readonly objects?: boolean;
  /** The provider's error code of a number that fails for good. */
  readonly quarantine?: string | undefined;
  readonly addressId?: string | undefined;
  readonly addressKey?: string | undefined;
  readonly role: PhoneRole;
  /** Who live together at an address that many share; undefined where the source can't tell. */
  readonly household?: string | undefined;
  /** A protected identity: counted, never shown, never reached by this address. */
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

/** A row that was left out and why. Never holds the number itself: the list is printed and kept. */
export interface RefusedPhoneRow {
  readonly row: number;
  readonly code: PhoneRowFault;
  /** The address's key, or the word that was no role, or neither yes nor no. */
  readonly value?: string | undefined;
}

/** Of whom a refused row may have said that they are protected or object, as far as it can be read. */
export interface RowInDoubt {
  readonly numbers: readonly PhoneNumber[];
  /** Where no number can be read. Undefined where the address can't be read either: it may be any. */
  readonly addressKey?: string | undefined;
}

/** A refused row as it was read: what is in doubt has numbers, and stays out of the list. */
export interface UnreadPhoneRow extends RefusedPhoneRow {
  readonly doubt?: RowInDoubt | undefined;
}

/** What replacing a source did, counted in pairs of phone and address. */
export interface PhoneSourceReport {
  readonly source: string;
  readonly rows: number;
  readonly phones: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly refused: readonly RefusedPhoneRow[];
  /** Numbers of which a refused row may have said that they are protected or object: none gets an alert for now. */
  readonly withheld: number;
  /** Addresses where who is reached was worked out anew; none in a dry run. */
  readonly refreshed: number;
}
