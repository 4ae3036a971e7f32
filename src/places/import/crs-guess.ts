import { geographic } from '../reading/source-file.js';

/** A way to read a layer's coordinates. */
export interface CrsGuess {
  /** EPSG code. */
  readonly srid: number;
  /** Northing before easting, latitude before longitude. */
  readonly swapped: boolean;
}

/** Where a layer comes to lie, read in one way: shares of its positions, 0–1. */
export interface CrsFit extends CrsGuess {
  /** Where places are known already; where none are, where the metric reference measures true. */
  readonly home: number;
  /** There, or in the wide neighbourhood. */
  readonly near: number;
}

/** What is known of a layer besides its coordinates. */
export interface LayerFacts {
  /** There are places to compare with. */
  readonly known: boolean;
  /** Somebody has written the reference into the profile, and the layer lies where it may. */
  readonly decided: boolean;
}

/** As the layer says, or how it is meant instead. */
export type Verdict = 'as-given' | 'swapped' | { readonly references: readonly number[] };

/** SWEREF 99 TM, and the local zones of SWEREF 99. */
const national = 3006;
const zones = [3007, 3008, 3009, 3010, 3011, 3012, 3013, 3014, 3015, 3016, 3017, 3018];

/** Positions that must lie at home before a layer is said to be meant so. */
const enough = 0.8;

/** The other ways in which a layer is likely to be meant. */
export function otherCrsGuesses(given: number, metric: number): CrsGuess[] {
  const references = new Set([metric, geographic, national, ...zones]);
  references.delete(given);
  return [{ srid: given, swapped: true }, ...[...references].map((srid) => ({ srid, swapped: false }))];
}

/**
 * Is a layer meant otherwise than it says? Only one that lies far from all that is known is doubted, and only another
 * reading that brings nearly all of it home is believed: a first dataset and a neighbour's are taken as they are.
 */
export function judgeCrs(given: CrsFit, others: readonly CrsFit[], { known, decided }: LayerFacts): Verdict {
  if (given.near >= 0.5) return 'as-given';
  const home = others.filter((other) => other.home >= enough && mayBeMeant(given, other, decided));
  if (home.some(({ swapped }) => swapped)) return 'swapped';
  const references = home.map(({ srid }) => srid);
  // All zones bring coordinates somewhere into the country: without anything to compare with, that says nothing.
  return references.length === 0 || (!known && references.length > 1) ? 'as-given' : { references };
}

/**
 * One zone for another moves a place by some tens of kilometres, to where it might well be meant to lie: there whoever
 * wrote the reference down is believed. Metres for degrees, or a zone for the whole country, can't both make sense.
 */
const mayBeMeant = (given: CrsGuess, other: CrsGuess, decided: boolean): boolean =>
  other.swapped || !decided || !(zones.includes(given.srid) && zones.includes(other.srid));
