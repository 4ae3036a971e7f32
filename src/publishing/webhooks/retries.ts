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

export const mostTries = waits.length + 1;

/** The longest wait that a receiver may ask for. */
const mostPatience = 24 * hour;

/** Share of the wait that is added at random, so that receivers that failed together are not asked together. */
const jitter = 0.1;

/**
 * Milliseconds until the next try.
 *
 * @param tries that have failed
 * @param asked milliseconds by the receiver's `Retry-After`: never sooner
 * @param random from 0 to 1
 * @returns undefined after the last try
 */
export function waitAfter(tries: number, asked = 0, random = Math.random()): number | undefined {
  const wait = waits[tries - 1];
  if (wait === undefined) return undefined;
  return Math.round(Math.max(wait, Math.min(asked, mostPatience)) * (1 + jitter * random));
}

/**
 * Milliseconds that a `Retry-After` header asks for; undefined if there is none or it can't be read.
 *
 * @param header seconds, or a date as HTTP has it
 */
export function retryAfter(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * second;
  // `Date.parse` alone reads `-3600` as a year.
  const at = /^[a-z]{3,9}, .* GMT$/i.test(header.trim()) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
}
