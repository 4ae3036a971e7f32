import { nextWait } from '../tries/next-wait.js';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** Milliseconds from a failed try to the next, from the first on. Those of Standard Webhooks: four days in all. */
const waits: readonly number[] = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];

/** Milliseconds until the next try of a webhook; undefined after the last. @see nextWait */
export const waitAfter = (tries: number, asked?: number): number | undefined =>
  nextWait(waits, { tries, asked });
