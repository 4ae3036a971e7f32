import type { EntityManager } from 'typeorm';
import type { Wording } from '../kernel/refusal.js';

/** A value that a person reads in a column: never an id alone. Times are ISO 8601. */
export type HeldValue = string | number | boolean | null | Wording;

/** Rows of one kind that a capability stores about a phone. */
export interface HeldRows {
  /** For programs, e.g. `subscriptions`. */
  readonly kind: string;
  /** For people. */
  readonly title: Wording;
  readonly rows: readonly Readonly<Record<string, HeldValue>>[];
}

/** The result of erasing in one capability. */
export interface Erased {
  readonly kind: string;
  /** Number of rows deleted. */
  readonly erased: number;
  /** Number of rows that stay for the sums, without anything that leads to the phone. */
  readonly anonymised: number;
}

/**
 * A capability that stores something about a phone. It exports it, erases it, and disposes of what is old enough. Each
 * one registers itself with {@link PersonalDataStores}, so that an export or erasure cannot forget a store.
 */
export interface PersonalDataStore {
  /**
   * Everything, except what comes from a protected identity. That is never in an export, and an export must not show
   * that it is missing.
   */
  exportRows(e164: string): Promise<readonly HeldRows[]>;

  /** What staff need at a look-up, if that is less than everything. */
  recent?(e164: string): Promise<readonly HeldRows[]>;

  /**
   * Safe to repeat. Runs inside the transaction that erases everywhere.
   *
   * @throws a refusal when it can't be done now; then nothing is erased anywhere
   */
  erase(e164: string, tx: EntityManager): Promise<readonly Erased[]>;

  /** Disposes of what nobody needs any more. Safe to repeat, and safe to run in several processes at once. */
  disposeOfOld?(): Promise<void>;
}
