import { Designations } from './designations.js';
import type { Ground } from './ground.js';
import { numberDoors } from './house-numbers.js';
import type { PlaceName } from './place-names.js';
import type { PlanPoint } from './plan-geometry.js';
import { villas, type Plot } from './plots.js';
import type { Prng } from './prng.js';
import type { PostalPlace, Register } from './register.js';
import { outline, streetFrame, type Rect, type StreetFrame } from './street-frame.js';

export type HamletKind = 'farms' | 'cottages';

/** Houses on both sides of one road, alone in their cell. */
export interface Hamlet {
  readonly kind: HamletKind;
  readonly place: PlaceName;
  readonly plots: readonly Plot[];
  readonly frame: StreetFrame;
  /** Encloses every plot and the road. */
  readonly bounds: Rect;
}

/** Plot sizes of a hamlet in metres: width along the road, depth away from it. */
const plotSizes: Record<
  HamletKind,
  { readonly width: readonly [number, number]; readonly depth: readonly [number, number] }
> = {
  farms: { width: [55, 80], depth: [70, 100] },
  cottages: { width: [30, 42], depth: [45, 62] },
};

/** @returns undefined if the land is too small for even a few houses */
export function planHamlet(
  middle: PlanPoint,
  kind: HamletKind,
  houses: number,
  place: PlaceName,
  isDry: (point: PlanPoint) => boolean,
  prng: Prng,
): Hamlet | undefined {
  const { width, depth } = plotSizes[kind];
  const frame = streetFrame(middle, prng.between(0, Math.PI));
  const deep = prng.between(...depth);
  const road = 4;
  for (let half = Math.min(270, (houses * prng.between(...width)) / 4); half > 60; half *= 0.8) {
    const bounds: Rect = { u0: -half, u1: half, v0: -deep - road, v1: deep + road };
    if (!edgePoints(frame, bounds).every(isDry)) continue;
    const rows = [
      { rect: { ...bounds, v1: -road }, street: 0, side: 'low' as const },
      { rect: { ...bounds, v0: road }, street: 0, side: 'high' as const },
    ];
    return { kind, place, plots: rows.flatMap((row) => villas(row, prng, ...width)), frame, bounds };
  }
  return undefined;
}

function edgePoints(frame: StreetFrame, { u0, u1, v0, v1 }: Rect): PlanPoint[] {
  return [0, 0.25, 0.5, 0.75, 1].flatMap((share) => {
    const u = u0 + share * (u1 - u0);
    return [frame.at(u, v0), frame.at(u, v1)];
  });
}

/** Both ends of a hamlet's road. */
export const roadEnds = ({ frame, bounds }: Hamlet): readonly [PlanPoint, PlanPoint] => [
  frame.at(bounds.u0 - 15, 0),
  frame.at(bounds.u1 + 15, 0),
];

/**
 * Adds a hamlet's properties, addresses and homes to the register. Returns the numbering, so that the forest around it
 * can continue it.
 */
export function buildHamlet(
  hamlet: Hamlet,
  postal: PostalPlace,
  within: string,
  register: Register,
  ground: Ground,
): Designations {
  const { plots, frame, kind, place } = hamlet;
  const designations = new Designations(place.name);
  const numbered = numberDoors(plots);
  const rects = plots.flatMap((plot) => plot.rects);
  for (const plot of plots) {
    const designation = designations.next();
    const polygons = plot.rects.map((rect) => [ground.ring(outline(frame, rect, rects))]);
    const property = register.property(designation, polygons, within);
    for (const { door, ...position } of numbered.get(plot) ?? []) {
      const address = register.address(
        property,
        place.road,
        position,
        postal,
        ground.at(frame.at(door.u, door.v)),
      );
      if (kind === 'cottages') register.cottages.push(address);
      else register.dwellings.push({ addressKey: address, home: 'farm', designation });
    }
  }
  const line = roadEnds(hamlet).map((end) => ground.at(end));
  register.streets.push({ kind: 'rural', name: place.road, line });
  return designations;
}
