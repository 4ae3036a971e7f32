import { setImmediate } from 'node:timers/promises';

/** The number of items after which other requests get their turn. */
const atOnce = 500;

/** Yields many items a few at a time. */
export async function* inPieces<T>(things: readonly T[]): AsyncGenerator<T[], void, undefined> {
  for (let from = 0; from < things.length; from += atOnce) {
    yield things.slice(from, from + atOnce);
    await setImmediate();
  }
}

/**
 * A JSON array of many items, in pieces.
 *
 * @param around text before and after the array, e.g. `{"features":` and `}`
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
