import { Injectable } from '@nestjs/common';
import { NameParts, type Named } from './name-parts.repository.js';
import { rankHeads, rankNumbers, rankResembling, type RankedHead } from './rank-parts.js';
import type { SearchTerms } from './search-terms.js';

/**
 * Which numbers a head is tried with: the number with the typed entrance, exact match, prefix match, substring match.
 * Never other numbers: a person who types a number means that house.
 */
export const numberClasses = ['entrance', 'exact', 'begins', 'has'] as const;
export type NumberClass = (typeof numberClasses)[number] | 'any';

/** A part whose names are read. Candidates are read in the order given, until there are enough rows. */
export interface Candidate {
  readonly part: string;
  readonly is: 'head' | 'number';
  readonly number: NumberClass;
  /** The entrance; or, if only numbers were typed, a letter that the name must contain; or empty. */
  readonly letter: string;
}

/** What it takes to read the names of the candidates. */
export interface CandidateSearch {
  readonly terms: SearchTerms;
  readonly candidates: readonly Candidate[];
  /** The typed number, and the pairs of numbers that include it: 4 is found at 3-5. */
  readonly exact: readonly string[];
}

/**
 * How many parts are tried. The words that people type are in few parts, and a syllable with a number that nobody has
 * must not read every street. A substring match of a number ("405" for 1:405) is tried in fewer heads, since it reads
 * all names of a head.
 */
const maxNameParts = 1000;
const maxReadWhole = 40;
const maxSimilar = 20;

/** Finds the parts that may hold the typed name, best first, and reads their names. */
@Injectable()
export class SearchNames {
  constructor(private readonly parts: NameParts) {}

  /**
   * @param readings what the typed text may mean, the likeliest first; the first that finds anything is used
   * @param read reads the names of candidates. When none has the words, it is called again with heads that only
   *   resemble them. A typing error in a number gives another house, and is not forgiven.
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
        // One row may match twice: the A of "Storgatan 12 A" is an entrance, and may also be a word of the name.
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

/**
 * The number classes of each pass. The next pass is tried when nothing was found. Only places are searched by
 * substring, and only for a number without a colon: a number inside another is not a house number.
 */
function passesOf(table: Named, { numbers, letter, numberIsWhole }: SearchTerms): NumberClass[][] {
  const [number] = numbers;
  if (number === undefined) return [['any']];
  const entrance: NumberClass[] = letter === undefined ? [] : ['entrance'];
  if (numberIsWhole) return [[...entrance, 'exact']];
  const within: NumberClass[][] = table === 'place' && !number.includes(':') ? [['has']] : [];
  return [[...entrance, 'exact', 'begins'], ...within];
}

/** The number, and the pairs of house numbers that include it. */
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

/**
 * Candidates tier by tier. Within a tier: all heads at the entrance, then exact match, prefix match, substring match.
 */
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
