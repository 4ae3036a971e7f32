/** Letters two by two, without accents or case. */
function pairsOf(text: string): Map<string, number> {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
  const pairs = new Map<string, number>();
  for (let at = 0; at < plain.length - 1; at++) {
    const pair = plain.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** How much a name is like what was typed, 0 to 1: the share of pairs of letters that they have in common (Dice). */
export function likeness(name: string, typed: string): number {
  const [one, other] = [pairsOf(name), pairsOf(typed)];
  const sum = (pairs: ReadonlyMap<string, number>) => [...pairs.values()].reduce((all, n) => all + n, 0);
  const all = sum(one) + sum(other);
  if (all === 0) return 0;
  let common = 0;
  for (const [pair, n] of one) common += Math.min(n, other.get(pair) ?? 0);
  return (2 * common) / all;
}
