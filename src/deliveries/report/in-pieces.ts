import { setImmediate } from 'node:timers/promises';

/** Things between which other requests have their turn. */
const atOnce = 500;

/** Many things, a few at a time. */
export async function* inPieces<T>(things: readonly T[]): AsyncGenerator<T[], void, undefined> {
  for (let from = 0; from < things.length; from += atOnce) {
    yield things.slice(from, from + atOnce);
    await setImmediate();
  }
}

/**
 * A JSON array of many things, in pieces.
 *
 * @param around what stands before and after it, e.g. `{"features":` and `}`
 */
export async function* jsonPieces(
  things: AsyncIterable<readonly unknown[]>,
  [before, after]: readonly [before: string, after: string] = ['', ''],
): AsyncGenerator<string> {
  yield `${before}[`;
  let separator = '';
  for await (const some of things) {
    if (some.length === 0) continue;
    yield separator + some.map((thing) => JSON.stringify(thing)).join();
    separator = ',';
  }
  yield `]${after}`;
}
