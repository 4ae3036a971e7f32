import type { EntityManager } from 'typeorm';
import type { Wording } from '../kernel/refusal.js';

/** What a person reads in a column: never an id alone. Times are ISO 8601. */
export type HeldValue = string | number | boolean | null | Wording;

/** Rows of one kind that a capability keeps of a phone. */
export interface HeldRows {
  /** For programs, e.g. `subscriptions`. */
  readonly kind: string;
  /** For people. */
  readonly title: Wording;
  readonly rows: readonly Readonly<Record<string, HeldValue>>[];
}

/** What erasing came to in one capability. */
export interface Erased {
  readonly kind: string;
  /** Rows that are gone. */
  readonly erased: number;
  /** Rows that stay for the sums' sake, without anything that leads to the phone. */
  readonly anonymised: number;
}

/**
 * A capability that keeps something of a phone. It says what, erases it, and disposes of what is old enough; each adds
 * itself to {@link PersonalDataStores}, so that nothing that is kept can be forgotten by whoever answers for all of it.
 */
export interface PersonalDataStore {
  /** Everything, but for what rests on a protected identity: that is never in an export, and its absence must not tell. */
  exportRows(e164: string): Promise<readonly HeldRows[]>;

  /** What staff need to see at a look-up, where that is less than everything. */
  recent?(e164: string): Promise<readonly HeldRows[]>;

  /**
   * Safe to repeat. Inside the transaction that erases everywhere.
   *
   * @throws a refusal when it can't be done now; nothing is erased anywhere then
   */
  erase(e164: string, tx: EntityManager): Promise<readonly Erased[]>;

  /** Disposes of what nobody needs any more. Safe to repeat, and for several to do at once. */
  disposeOfOld?(): Promise<void>;
}
