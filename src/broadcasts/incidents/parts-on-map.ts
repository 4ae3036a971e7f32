import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { PartOutcome } from '../broadcast-ledger.js';
import { outcomesOnMap, type OutcomeOnMap } from './incident-answers.js';

/** All parts of a broadcast's area with one outcome. */
export interface PartsOnMap {
  readonly outcome: OutcomeOnMap;
  readonly blocks: readonly string[];
  /** The residential areas of which the rest, beside such blocks, has this outcome. */
  readonly areas: readonly string[];
  /** Whether it has what is in none of all these. */
  readonly rest: boolean;
  readonly geometry: MultiPolygon;
}

/** Fewer phones than this get no colour and no figure (docs/rules.md "Personal data"). */
export const fewestPhones = 5;

/** @param phones that were meant @param under not delivered, but may still be */
export function outcomeOf(phones: number, delivered: number, under: number): OutcomeOnMap {
  if (phones < fewestPhones) return 'few';
  if (delivered >= 0.9 * phones) return 'reached';
  if (under > 0) return 'under-way';
  return delivered >= phones / 2 ? 'partly' : 'missed';
}

type Part = Omit<PartOutcome, 'kind' | 'name' | 'geometry'> &
  Omit<PartsOnMap, 'outcome' | 'geometry'> & { readonly polygons: readonly Position[][][] };

/**
 * The parts of an area by their outcome. A rest of too few phones is shown as one with the part that has the fewest:
 * otherwise its outcome would be what the report says, less the others. Without a phone it has none to find out.
 */
export function partsOnMap(given: readonly PartOutcome[]): PartsOnMap[] {
  const parts = withoutSmallRest(given.map(asPart));
  return outcomesOnMap.flatMap((outcome) => {
    const those = parts.filter((part) => outcomeOfPart(part) === outcome);
    if (those.length === 0) return [];
    return [
      {
        outcome,
        blocks: those.flatMap(({ blocks }) => blocks),
        areas: those.flatMap(({ areas }) => areas),
        rest: those.some(({ rest }) => rest),
        geometry: { type: 'MultiPolygon', coordinates: those.flatMap(({ polygons }) => polygons) },
      },
    ];
  });
}

const outcomeOfPart = ({ shown, phones, delivered, under }: Part): OutcomeOnMap =>
  shown ? outcomeOf(phones, delivered, under) : 'few';

const asPart = ({ kind, name, geometry, ...sums }: PartOutcome): Part => ({
  ...sums,
  blocks: kind === 'block' ? [name] : [],
  areas: kind === 'area' ? [name] : [],
  rest: kind === 'rest',
  polygons: polygonsOf(geometry),
});

function withoutSmallRest(parts: readonly Part[]): readonly Part[] {
  const rest = parts.find((part) => part.rest && !part.shown && part.phones > 0);
  if (!rest) return parts;
  const [smallest, ...others] = parts.filter(({ shown }) => shown).toSorted((a, b) => a.phones - b.phones);
  if (!smallest) return parts;
  return [...others, withRest(smallest, rest)];
}

const withRest = (one: Part, other: Part): Part => ({
  blocks: one.blocks,
  areas: one.areas,
  rest: true,
  shown: true,
  phones: one.phones + other.phones,
  delivered: one.delivered + other.delivered,
  under: one.under + other.under,
  polygons: [...one.polygons, ...other.polygons],
});

const polygonsOf = (geometry: Polygon | MultiPolygon): Position[][][] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
