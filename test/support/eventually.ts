import { setTimeout as pause } from 'node:timers/promises';

/**
 * Waits until something holds, looking often.
 *
 * @param look returns what was waited for, or something falsy, or throws: it is asked again
 * @param ms milliseconds before the test fails with what was last seen
 */
export async function eventually<T>(
  look: () => T | false | Promise<T | false>,
  { ms = 10_000, what = 'it' }: { ms?: number; what?: string } = {},
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
