/** The longest wait that a receiver may ask for, in milliseconds. */
const mostPatience = 24 * 3_600_000;

/** Share of the wait that is added at random, so that receivers that failed together are not asked together. */
const jitter = 0.1;

interface Failed {
  /** Tries that have failed. */
  readonly tries: number;
  /** Milliseconds by the receiver's `Retry-After`: never sooner. */
  readonly asked?: number | undefined;
  /** From 0 to 1. */
  readonly random?: number;
}

/**
 * Milliseconds until the next try.
 *
 * @param waits milliseconds from a failed try to the next, from the first on
 * @returns undefined after the last try
 */
export function nextWait(
  waits: readonly number[],
  { tries, asked = 0, random = Math.random() }: Failed,
): number | undefined {
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
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  // `Date.parse` alone reads `-3600` as a year.
  const at = /^[a-z]{3,9}, .* GMT$/i.test(header.trim()) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
}
