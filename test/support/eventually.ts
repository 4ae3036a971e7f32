import { setTimeout as pause } from 'node:timers/promises';

/**
 * Milliseconds until the next look, after waiting this long. A look costs what the program needs too, so the longer the
 * wait, the fewer looks: a condition is seen at most a fifth later than it came true.
 */
export const untilNextLook = (waited: number): number => Math.min(Math.max(20, waited / 5), 200);

/**
 * Polls until a condition holds.
 *
 * @param look returns the awaited value; if it returns something falsy or throws, it is called again
 * @param ms milliseconds before it fails with the last value or error
 */
export async function eventually<T>(
  look: () => T | false | Promise<T | false>,
  { ms = 60_000, what = 'it' }: { ms?: number; what?: string } = {},
): Promise<T> {
  const began = Date.now();
  let last: unknown;
  for (;;) {
    try {
      const seen = await look();
      if (seen) return seen;
      last = seen;
    } catch (error) {
      last = error;
    }
    const waited = Date.now() - began;
    if (waited > ms) throw new Error(`${what} did not come true within ${ms} ms; last seen: ${String(last)}`);
    await pause(untilNextLook(waited));
  }
}
