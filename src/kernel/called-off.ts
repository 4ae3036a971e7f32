import type { Relation } from './relations.js';

/** A broadcast of an incident, as far as it says whether the incident is over. */
export interface Said {
  /** Undefined for the first of an incident. */
  readonly relation?: Relation | undefined;
  /** Of a correction of an all-clear. */
  readonly goesOn?: boolean | undefined;
}

/** What a broadcast says of its whole incident, if it does. */
export type Word = 'over' | 'goes-on';

/** An all-clear says that it is over. So does a correction of one, or the opposite. */
export function wordOf({ relation, goesOn }: Said): Word | undefined {
  if (relation === 'all-clear' || goesOn === false) return 'over';
  return goesOn === true ? 'goes-on' : undefined;
}

/**
 * The last word about an incident. One that was cancelled does not end it, but it still goes on by one that was: in doubt
 * the danger goes on. `called-off.sql.ts` says the same to the database.
 *
 * @param said what was approved, in that order
 */
export const lastWord = <One extends Said & { readonly isCancelled: boolean }>(
  said: readonly One[],
): One | undefined =>
  said.findLast((one) => wordOf(one) === 'goes-on' || (wordOf(one) === 'over' && !one.isCancelled));

/** Whether an incident is over by what was said. @param said what was approved, in that order */
export function isCalledOff(said: readonly (Said & { readonly isCancelled: boolean })[]): boolean {
  const last = lastWord(said);
  return last !== undefined && wordOf(last) === 'over';
}
