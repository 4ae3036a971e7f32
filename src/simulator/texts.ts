const MOST_KEPT = 10_000;
const known = new Map<string, string>();

/** A copy of a text, independent of the request it was parsed from: a substring keeps the whole request in memory. */
export const detached = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

/** One shared copy of each text: a broadcast to a hundred thousand phones is one string. Cleared when full. */
export function interned(text: string): string {
  const copy = known.get(text);
  if (copy !== undefined) return copy;
  if (known.size >= MOST_KEPT) known.clear();
  const own = detached(text);
  known.set(own, own);
  return own;
}
