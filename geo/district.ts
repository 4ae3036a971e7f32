import type { Prng } from './prng.js';
import { streetFrame, type Rect, type StreetFrame } from './street-frame.js';
import type { Site } from './town-plan.js';

export type DistrictKind = 'centre' | 'apartments' | 'mixed' | 'villas' | 'industry' | 'village';

type BlockUse = 'centre' | 'apartments' | 'rowhouses' | 'villas' | 'industry' | 'school' | 'shops' | 'park';

/**
 * Land between streets. `lowStreet` and `highStreet` are the numbers of the district's streets that bound it in `v`.
 */
export interface Block {
  readonly rect: Rect;
  readonly use: BlockUse;
  readonly lowStreet: number;
  readonly highStreet: number;
}

/** A piece of a street or of a cross lane, in the district's frame. */
export interface StreetPiece {
  readonly street?: number;
  readonly from: readonly [u: number, v: number];
  readonly to: readonly [u: number, v: number];
}

export interface DistrictLayout {
  readonly frame: StreetFrame;
  readonly blocks: Block[];
  readonly streets: StreetPiece[];
}

const rowUses: Record<DistrictKind, readonly (readonly [use: BlockUse, weight: number])[]> = {
  centre: [['centre', 1]],
  apartments: [
    ['apartments', 5],
    ['rowhouses', 1],
    ['villas', 1],
  ],
  mixed: [
    ['apartments', 1],
    ['rowhouses', 2],
    ['villas', 6],
  ],
  villas: [
    ['rowhouses', 1],
    ['villas', 9],
  ],
  industry: [['industry', 1]],
  village: [['villas', 1]],
};

/** Metres from street to street, without the streets. */
const rowDepths: Partial<Record<BlockUse, readonly [low: number, high: number]>> = {
  centre: [76, 92],
  apartments: [88, 104],
  rowhouses: [56, 62],
  villas: [60, 72],
  industry: [120, 170],
};

const streetWidth: Record<DistrictKind, number> = {
  centre: 16,
  apartments: 14,
  mixed: 12,
  villas: 11,
  industry: 18,
  village: 11,
};

const blockLengths: Record<DistrictKind, readonly [low: number, high: number]> = {
  centre: [95, 130],
  apartments: [110, 170],
  mixed: [100, 190],
  villas: [110, 230],
  industry: [150, 280],
  village: [120, 240],
};

/** Fills a site with rows of blocks between streets that run (and bend) in parallel. */
export function layOutDistrict(site: Site, kind: DistrictKind, prng: Prng): DistrictLayout {
  const frame = districtFrame(site, kind, prng);
  const gap = streetWidth[kind];
  const margin = kind === 'centre' ? 12 : prng.between(20, 42);
  const blocks: Block[] = [];
  const streets: StreetPiece[] = [];
  let street = 0;
  for (let v0 = -site.reach + prng.between(0, 30); v0 < site.reach; street++) {
    const use = prng.weighted(rowUses[kind]);
    const v1 = v0 + prng.between(...rowDepths[use]!);
    for (const [from, to] of runs(site, frame, v0, v1, margin)) {
      const row = cutRow(from, to, gap, blockLengths[kind], prng);
      for (const [u0, u1] of row) {
        blocks.push({ rect: { u0, u1, v0, v1 }, use, lowStreet: street, highStreet: street + 1 });
      }
      streets.push(...streetsAround(row, v0 - gap / 2, v1 + gap / 2, gap, street));
    }
    v0 = v1 + gap;
  }
  return { frame, blocks: withServices(blocks, kind, prng), streets };
}

function districtFrame(site: Site, kind: DistrictKind, prng: Prng): StreetFrame {
  const angle = prng.between(0, Math.PI);
  if (kind === 'centre') return streetFrame(site.middle, angle, undefined, 24);
  const radius = (prng.chance(0.5) ? 1 : -1) * prng.between(2.4, 6) * site.reach;
  const [length, height, phase] = [
    prng.between(0.7, 1.4) * site.reach,
    prng.between(0, 0.02),
    prng.between(0, 6.28),
  ];
  const bend = (u: number): number =>
    u ** 2 / (2 * radius) + height * length * Math.sin((2 * Math.PI * u) / length + phase);
  return streetFrame(site.middle, angle, kind === 'industry' ? undefined : bend, 24);
}

/** Ranges of `u` where a row of blocks fits into the site at its full depth. */
function runs(
  site: Site,
  frame: StreetFrame,
  v0: number,
  v1: number,
  margin: number,
): [from: number, to: number][] {
  const found: [number, number][] = [];
  let from: number | undefined;
  const step = 6;
  for (let u = -site.reach; u <= site.reach + step; u += step) {
    const fits = [v0, (v0 + v1) / 2, v1].every((v) => site.contains(frame.at(u, v), margin));
    if (fits) from ??= u;
    else if (from !== undefined) {
      if (u - step - from > 75) found.push([from, u - step]);
      from = undefined;
    }
  }
  return found;
}

function cutRow(
  from: number,
  to: number,
  gap: number,
  [shortest, longest]: readonly [number, number],
  prng: Prng,
): [u0: number, u1: number][] {
  const row: [number, number][] = [];
  for (let u = from; to - u >= 60;) {
    const length = prng.between(shortest, longest);
    // A remainder too short for a block of its own is added to the last block.
    const end = to - (u + length) < 60 + gap ? to : u + length;
    row.push([u, end]);
    u = end + gap;
  }
  return row;
}

function streetsAround(
  row: readonly [number, number][],
  low: number,
  high: number,
  gap: number,
  street: number,
): StreetPiece[] {
  const first = row[0];
  const last = row[row.length - 1];
  if (!first || !last) return [];
  const [from, to] = [first[0] - gap / 2, last[1] + gap / 2];
  const crossings = [from, ...row.map(([, end]) => end + gap / 2)];
  return [
    { street, from: [from, low], to: [to, low] },
    { street: street + 1, from: [from, high], to: [to, high] },
    ...crossings.map((u): StreetPiece => ({ from: [u, low], to: [u, high] })),
  ];
}

/** Turns a few blocks of a residential district into its school, its shops and its parks. */
function withServices(blocks: readonly Block[], kind: DistrictKind, prng: Prng): Block[] {
  if (kind === 'industry') return [...blocks];
  const fromMiddle = ({ rect }: Block): number =>
    Math.hypot((rect.u0 + rect.u1) / 2, (rect.v0 + rect.v1) / 2);
  const nearest = [...blocks].sort((one, other) => fromMiddle(one) - fromMiddle(other));
  const services = new Map<Block, BlockUse>();
  if (nearest.length >= 6) {
    services.set(nearest[1]!, 'school');
    services.set(nearest[3]!, kind === 'centre' ? 'park' : 'shops');
  }
  const parkShare = kind === 'centre' ? 0.06 : 0.03;
  return blocks.map((block) => {
    const use = services.get(block) ?? (nearest.length > 6 && prng.chance(parkShare) ? 'park' : block.use);
    return { ...block, use };
  });
}
