import { Injectable } from '@nestjs/common';
import { NameParts, type Named } from './name-parts.repository.js';
import { rankHeads, rankNumbers, rankResembling, type RankedHead } from './rank-parts.js';
import type { SearchTerms } from './search-terms.js';

/**
 * Which numbers a head is tried with: the number at the entrance that was typed, the number, those that begin so, those
 * that have it anywhere. Never others: who typed a number means that house.
 */
export const numberClasses = ['entrance', 'exact', 'begins', 'has'] as const;
export type NumberClass = (typeof numberClasses)[number] | 'any';

/** Parts whose names are read, in the order given, until there are enough. */
export interface Candidate {
  readonly part: string;
  readonly is: 'head' | 'number';
  readonly number: NumberClass;
  /** An entrance, or where only numbers were typed something that stands in the name; or nothing. */
  readonly letter: string;
}

/** What the names of the candidates are read with. */
export interface CandidateSearch {
  readonly terms: SearchTerms;
  readonly candidates: readonly Candidate[];
  /** The number typed, and pairs that it lies in: 4 is found at 3-5. */
  readonly exact: readonly string[];
}

/**
 * How many parts are tried: people's words are in few, and a syllable with a number that nobody has must not read every
 * street. A number in the midst of another ("405" for 1:405) is looked for in fewer, since that reads all of a head's
 * names.
 */
const maxNameParts = 1000;
const maxReadWhole = 40;
const maxSimilar = 20;

/** From what was typed to where the names may be, best first. */
@Injectable()
export class SearchNames {
  constructor(private readonly parts: NameParts) {}

  /**
   * @param readings what was typed may mean, the likeliest first; the first that names anything is taken
   * @param read reads the names of candidates; asked again, with what only resembles the words, when nothing has them.
   * A slip in a number is another house, and is not forgiven.
   */
  async run<Row extends { readonly id: string }>(
    table: Named,
    readings: readonly SearchTerms[],
    read: (search: CandidateSearch) => Promise<Row[]>,
  ): Promise<Row[]> {
    const { heads, numbers } = await this.parts.of(table);
    const named = async (terms: SearchTerms, ranked: readonly RankedHead[]): Promise<Row[]> => {
      for (const classes of passesOf(table, terms)) {
        const candidates = ofHeads(ranked, classes, terms);
        const exact = pairsWith(terms.numbers[0], numbers);
        const found = candidates.length > 0 ? await read({ terms, candidates, exact }) : [];
        // An entrance may also be a word of the name: A of "Storgatan 12 A".
        if (found.length > 0) return [...new Map(found.map((row) => [row.id, row])).values()];
      }
      return [];
    };
    for (const terms of readings) {
      const found = hasWords(terms)
        ? await named(terms, rankHeads(heads.values(), terms))
        : await read({ terms, candidates: ofNumbers(rankNumbers(numbers, terms.numbers), terms), exact: [] });
      if (found.length > 0) return found;
    }
    for (const terms of readings.filter(hasWords)) {
      const found = await named(terms, rankResembling(heads.values(), terms).slice(0, maxSimilar));
      if (found.length > 0) return found;
    }
    return [];
  }
}

const hasWords = ({ words }: SearchTerms): boolean => words.length > 0;

/** The classes of a pass: the next is tried when nothing was found. A number in the midst of another is no house number. */
function passesOf(table: Named, { numbers, letter, numberIsWhole }: SearchTerms): NumberClass[][] {
  const [number] = numbers;
  if (number === undefined) return [['any']];
  const entrance: NumberClass[] = letter === undefined ? [] : ['entrance'];
  if (numberIsWhole) return [[...entrance, 'exact']];
  const within: NumberClass[][] = table === 'place' && !number.includes(':') ? [['has']] : [];
  return [[...entrance, 'exact', 'begins'], ...within];
}

/** The number, and the pairs of house numbers that it lies in. */
function pairsWith(number: string | undefined, numbers: ReadonlySet<string>): string[] {
  if (number === undefined || !/^[0-9]+$/.test(number)) return number === undefined ? [] : [number];
  const house = Number(number);
  const pairs = [...numbers].filter((each) => {
    const [, from, to] = /^([0-9]+)-([0-9]+)$/.exec(each) ?? [];
    return from !== undefined && Number(from) <= house && house <= Number(to);
  });
  return [number, ...pairs];
}

const ofNumbers = (ranked: readonly string[], { letter = '' }: SearchTerms): Candidate[] =>
  ranked.slice(0, maxNameParts).map((part) => ({ part, is: 'number', number: 'any', letter }));

/** Heads of a tier at the entrance, then with the number, then with numbers that begin so, and so on. */
function ofHeads(
  ranked: readonly RankedHead[],
  classes: readonly NumberClass[],
  { letter = '' }: SearchTerms,
): Candidate[] {
  const tried = ranked.slice(0, maxNameParts);
  const tiers = [...new Set(tried.map(({ tier }) => tier))];
  const readWhole = new Set(tried.slice(0, maxReadWhole));
  return tiers.flatMap((tier) => {
    const heads = tried.filter((head) => head.tier === tier);
    return classes.flatMap((number) =>
      heads
        .filter(
          (head) => (number === 'entrance' || head.hasLetter) && (number !== 'has' || readWhole.has(head)),
        )
        .map(({ part }): Candidate => ({
          part,
          is: 'head',
          number,
          letter: number === 'entrance' ? letter : '',
        })),
    );
  });
}
