import { geographic } from '../reading/source-file.js';

/** A way to read a layer's coordinates. */
export interface CrsGuess {
  /** EPSG code. */
  readonly srid: number;
  /** Northing before easting, latitude before longitude. */
  readonly swapped: boolean;
}

/** Where a layer lies when it is read in this way, as shares of its positions, 0–1. */
export interface CrsFit extends CrsGuess {
  /** Share at the known places; without known places, where the metric reference measures true. */
  readonly home: number;
  /** Share there or in the wide neighbourhood. */
  readonly near: number;
}

/** What is known about a layer besides its coordinates. */
export interface LayerFacts {
  /** There are places to compare with. */
  readonly known: boolean;
  /** The profile gives the reference, and the layer lies where that reference is valid. */
  readonly decided: boolean;
}

/** The layer is taken as it says, or what is probably meant instead. */
export type Verdict = 'as-given' | 'swapped' | { readonly references: readonly number[] };

/** SWEREF 99 TM, and the local zones of SWEREF 99. */
const national = 3006;
const zones = [3007, 3008, 3009, 3010, 3011, 3012, 3013, 3014, 3015, 3016, 3017, 3018];

/** Share of the positions that must lie at home before another reading is believed. */
const enough = 0.8;

/** The other likely readings of a layer. */
export function otherCrsGuesses(given: number, metric: number): CrsGuess[] {
  const references = new Set([metric, geographic, national, ...zones]);
  references.delete(given);
  return [{ srid: given, swapped: true }, ...[...references].map((srid) => ({ srid, swapped: false }))];
}

/**
 * Decides whether a layer is meant in another way than it says. A layer is doubted only if it lies far from everything
 * known, and another reading is believed only if it brings nearly all of it home. So a first dataset and a neighbour's
 * dataset are taken as given.
 */
export function judgeCrs(given: CrsFit, others: readonly CrsFit[], { known, decided }: LayerFacts): Verdict {
  if (given.near >= 0.5) return 'as-given';
  const home = others.filter((other) => other.home >= enough && mayBeMeant(given, other, decided));
  if (home.some(({ swapped }) => swapped)) return 'swapped';
  const references = home.map(({ srid }) => srid);
  // Every zone brings coordinates somewhere into the country. Without known places, several fits prove nothing.
  return references.length === 0 || (!known && references.length > 1) ? 'as-given' : { references };
}

/**
 * One zone instead of another moves a place by some tens of kilometres, where it might really lie: there, the profile's
 * reference is believed. Metres instead of degrees, or a zone instead of the whole country, cannot both make sense.
 */
const mayBeMeant = (given: CrsGuess, other: CrsGuess, decided: boolean): boolean =>
  other.swapped || !decided || !(zones.includes(given.srid) && zones.includes(other.srid));
