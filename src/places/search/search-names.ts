import { Injectable } from '@nestjs/common';
import { NameParts, type Named } from './name-parts.repository.js';
import { rankHeads, rankNumbers, rankResembling, type RankedHead } from './rank-parts.js';
import type { SearchTerms } from './search-terms.js';

/** Which numbers a head is tried with: the very one, those that begin so, those that have it anywhere, all others. */
export const numberClasses = ['very', 'begins', 'has', 'other'] as const;
export type NumberClass = (typeof numberClasses)[number] | 'any';

/** Parts whose names are read, in the order given, until there are enough. */
export interface Candidate {
  readonly part: string;
  readonly is: 'head' | 'number';
  readonly number: NumberClass;
  /** Must stand somewhere in the name; or nothing. */
  readonly letter: string;
}

/**
 * How many parts are tried: people's words are in few, and a syllable with a number that nobody has must not read every
 * street. A number in the midst of another ("405" for 1:405) is looked for in fewer, since that reads all of a head's
 * names.
 */
const mostParts = 1000;
const mostReadWhole = 40;
const mostResembling = 20;

/** From what was typed to where the names may be, best first. */
@Injectable()
export class SearchNames {
  constructor(private readonly parts: NameParts) {}

  /**
   * @param read reads the names of candidates; asked again, with what only resembles the words, when nothing has them.
   * A slip in a number is another house, and is not forgiven.
   */
  async run<Row>(
    table: Named,
    terms: SearchTerms,
    read: (candidates: readonly Candidate[]) => Promise<Row[]>,
  ): Promise<Row[]> {
    const { heads, numbers } = await this.parts.of(table);
    const exact =
      terms.words.length === 0
        ? ofNumbers(rankNumbers(numbers, terms.numbers), terms.letter)
        : ofHeads(rankHeads(heads.values(), terms), classesOf(terms.numbers[0], numbers));
    const found = exact.length > 0 ? await read(exact) : [];
    if (found.length > 0 || terms.words.length === 0) return found;
    const near = rankResembling(heads.values(), terms).slice(0, mostResembling);
    if (near.length === 0) return [];
    return read(ofHeads(near, terms.numbers.length > 0 ? numberClasses : ['any']));
  }
}

/** Those in which there is any number at all: who types one that no house has is not made to wait for that. */
function classesOf(typed: string | undefined, numbers: ReadonlySet<string>): readonly NumberClass[] {
  if (typed === undefined) return ['any'];
  const all = [...numbers];
  const classes: NumberClass[] = [];
  if (numbers.has(typed)) classes.push('very');
  if (all.some((number) => number !== typed && number.startsWith(typed))) classes.push('begins');
  if (all.some((number) => number.includes(typed))) classes.push('has');
  return classes;
}

const ofNumbers = (ranked: readonly string[], letter = ''): Candidate[] =>
  ranked.slice(0, mostParts).map((part) => ({ part, is: 'number', number: 'any', letter }));

/** Heads of a tier with the very number, then those heads with numbers that begin so, and so on. */
function ofHeads(ranked: readonly RankedHead[], classes: readonly NumberClass[]): Candidate[] {
  const tried = ranked.slice(0, mostParts);
  const tiers = [...new Set(tried.map(({ tier }) => tier))];
  const readWhole = new Set(tried.slice(0, mostReadWhole));
  return tiers.flatMap((tier) => {
    const heads = tried.filter((head) => head.tier === tier);
    return classes.flatMap((number) =>
      heads
        .filter((head) => number === 'very' || number === 'begins' || number === 'any' || readWhole.has(head))
        .map(({ part, letter }): Candidate => ({ part, is: 'head', number, letter })),
    );
  });
}
