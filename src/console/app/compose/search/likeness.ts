/** The text without accents and case. */
const plainly = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** Counts each pair of neighbouring letters. */
function pairsOf(text: string): Map<string, number> {
  const plain = plainly(text);
  const pairs = new Map<string, number>();
  for (let at = 0; at < plain.length - 1; at++) {
    const pair = plain.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** How similar a name is to the typed text, from 0 to 1: the share of letter pairs that they have in common (Dice). */
export function likeness(name: string, typed: string): number {
  const [one, other] = [pairsOf(name), pairsOf(typed)];
  const sum = (pairs: ReadonlyMap<string, number>) => [...pairs.values()].reduce((all, n) => all + n, 0);
  const all = sum(one) + sum(other);
  if (all === 0) return 0;
  let common = 0;
  for (const [pair, n] of one) common += Math.min(n, other.get(pair) ?? 0);
  return (2 * common) / all;
}

const wordsIn = (text: string): string[] => plainly(text).match(/\p{L}{2,}/gu) ?? [];

/**
 * Whether a name shares a word or a part of a word with the typed text. "Körgatan 3" shares none with "storgatan 3".
 */
export function sharesWord(name: string, typed: string): boolean {
  const asked = wordsIn(typed);
  if (asked.length === 0) return true;
  return wordsIn(name).some((word) => asked.some((other) => word.includes(other) || other.includes(word)));
}
