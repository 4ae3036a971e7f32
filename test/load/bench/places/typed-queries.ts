import { Prng } from '../../../../geo/prng.js';
import { foldForSearch } from '../../../../src/places/search/fold-for-search.js';

export interface KnownNames {
  /** Street and number. */
  readonly addresses: readonly string[];
  readonly properties: readonly string[];
  readonly blocks: readonly string[];
  readonly areas: readonly string[];
}

export interface TypedQuery {
  readonly q: string;
  readonly how: 'letter by letter' | 'in full' | 'without accents' | 'in another order' | 'misspelt';
}

/** Search texts as people type them, for addresses and for places: over two hundred of each, given enough names. */
export function typedQueries(
  { addresses, properties, blocks, areas }: KnownNames,
  seed: number,
): { readonly addresses: TypedQuery[]; readonly places: TypedQuery[] } {
  const prng = Prng.of(seed).stream('typed');
  return {
    addresses: typed(addresses, 40, 8, prng),
    places: [...typed(properties, 30, 6, prng), ...typed(blocks, 15, 2, prng), ...typed(areas, 10, 2, prng)],
  };
}

/**
 * @param count how many of the names are used
 * @param spelt how many of these are typed letter by letter, where each letter is a search
 */
function typed(names: readonly string[], count: number, spelt: number, prng: Prng): TypedQuery[] {
  const some = prng.shuffled(names).slice(0, count);
  return [
    ...some.slice(0, spelt).flatMap((name) => beginnings(name)),
    ...some.flatMap((name): TypedQuery[] => [
      { q: name, how: 'in full' },
      { q: foldForSearch(name), how: 'without accents' },
      { q: name.split(' ').toReversed().join(' '), how: 'in another order' },
      { q: misspelt(name, prng), how: 'misspelt' },
    ]),
  ];
}

const beginnings = (name: string): TypedQuery[] =>
  Array.from({ length: name.length }, (_, at) => name.slice(0, at + 1))
    .filter((beginning) => !beginning.endsWith(' '))
    .map((q) => ({ q, how: 'letter by letter' }));

/** Swaps two letters of the first word, or leaves one out. */
function misspelt(name: string, prng: Prng): string {
  const word = name.split(' ')[0]!;
  const at = prng.whole(1, Math.max(1, word.length - 3));
  const wrong = prng.chance(0.5)
    ? word.slice(0, at) + word.slice(at + 1)
    : word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
  return wrong + name.slice(word.length);
}
