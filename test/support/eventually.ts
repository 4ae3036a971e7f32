import { setTimeout as pause } from 'node:timers/promises';

/**
 * Polls until a condition holds.
 *
 * @param look returns the awaited value; if it returns something falsy or throws, it is called again
 * @param ms milliseconds before it fails with the last value or error
 */
export async function eventually<T>(
  look: () => T | false | Promise<T | false>,
  { ms = 30_000, what = 'it' }: { ms?: number; what?: string } = {},
): Promise<T> {
  const end = Date.now() + ms;
  let last: unknown;
  for (;;) {
    try {
      const seen = await look();
      if (seen) return seen;
      last = seen;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end)
      throw new Error(`${what} did not come true within ${ms} ms; last seen: ${String(last)}`);
    await pause(20);
  }
}
