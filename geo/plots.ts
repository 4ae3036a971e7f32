import type { Block } from './district.js';
import type { Prng } from './prng.js';
import { depth, width, type Rect } from './street-frame.js';

/** An entrance from the street. It becomes an address. */
export interface Door {
  readonly street: number;
  /** The side of the street on which the door is. */
  readonly side: 'low' | 'high';
  readonly u: number;
  readonly v: number;
  /** Doors of a house that share its number get letters: 12A, 12B. */
  readonly lettered: boolean;
  /** Homes behind the door. */
  readonly homes: number;
  readonly home: 'villa' | 'rowhouse' | 'apartment';
  readonly businesses: number;
}

/** Land that becomes a property: usually one rectangle, sometimes with a hole or in two pieces. */
export interface Plot {
  readonly rects: readonly Rect[];
  readonly hole?: Rect;
  /** A joint unit (samfällighet), `s:1`. */
  readonly joint: boolean;
  readonly doors: readonly Door[];
}

/** Divides a block into plots that fill it without overlap. */
export function plotsOf(block: Block, prng: Prng): Plot[] {
  switch (block.use) {
    case 'villas':
      return halves(block).flatMap((half) => villas(half, prng));
    case 'rowhouses':
      return rowhouses(block, prng);
    case 'apartments':
      return apartments(block, prng);
    case 'centre':
      return columns(block.rect, 38, 56, prng).flatMap((rect) =>
        halves({ ...block, rect }).map((half) => whole(half.rect, stairwells(half, prng, 'centre'))),
      );
    case 'industry':
      return halves(block).flatMap((half) =>
        columns(half.rect, 60, 130, prng).map((rect) =>
          whole(rect, [doorOf({ ...half, rect }, 0.5, { businesses: prng.whole(1, 3) })]),
        ),
      );
    case 'school':
      return [whole(block.rect, [doorOf(lowHalf(block), 0.5, { businesses: 3 })])];
    case 'shops':
      return columns(block.rect, 40, 70, prng).map((rect) =>
        whole(rect, [doorOf(lowHalf({ ...block, rect }), 0.5, { businesses: prng.whole(1, 3) })]),
      );
    case 'park':
      return [whole(block.rect, [], true)];
  }
}

/** The part of a block that faces one street. */
interface Half {
  readonly rect: Rect;
  readonly street: number;
  readonly side: 'low' | 'high';
}

const middle = ({ rect: { v0, v1 } }: { rect: Rect }): number => (v0 + v1) / 2;

const lowHalf = (block: Pick<Block, 'rect' | 'lowStreet'>): Half => ({
  rect: { ...block.rect, v1: middle(block) },
  street: block.lowStreet,
  side: 'high',
});

const highHalf = (block: Pick<Block, 'rect' | 'highStreet'>): Half => ({
  rect: { ...block.rect, v0: middle(block) },
  street: block.highStreet,
  side: 'low',
});

const halves = (block: Pick<Block, 'rect' | 'lowStreet' | 'highStreet'>): Half[] => [
  lowHalf(block),
  highHalf(block),
];

const whole = (rect: Rect, doors: readonly Door[], joint = false): Plot => ({ rects: [rect], doors, joint });

/**
 * Cuts a rectangle crosswise into pieces of roughly the given width. The outer edges stay exact, so that neighbours
 * share their borders.
 */
function columns(rect: Rect, narrowest: number, widest: number, prng: Prng): Rect[] {
  const count = Math.max(1, Math.round(width(rect) / prng.between(narrowest, widest)));
  const usual = width(rect) / count;
  const cuts = Array.from(
    { length: count - 1 },
    (_, at) => rect.u0 + usual * (at + 1 + prng.between(-0.14, 0.14)),
  );
  const edges = [rect.u0, ...cuts, rect.u1];
  return edges.slice(1).map((u1, at) => ({ ...rect, u0: edges[at]!, u1 }));
}

/**
 * A door on the plot's street side: 30 % of the depth in from the street, at most 12 m, and `share` of the way along
 * it.
 */
function doorOf(
  { rect, street, side }: Half,
  share: number,
  rest: Partial<Pick<Door, 'homes' | 'home' | 'businesses' | 'lettered'>>,
): Door {
  const inwards = Math.min(12, 0.3 * depth(rect));
  return {
    street,
    side,
    u: rect.u0 + share * width(rect),
    v: side === 'high' ? rect.v0 + inwards : rect.v1 - inwards,
    lettered: false,
    homes: 0,
    home: 'villa',
    businesses: 0,
    ...rest,
  };
}

export function villas(half: Half, prng: Prng, narrowest = 23, widest = 30): Plot[] {
  return columns(half.rect, narrowest, widest, prng).map((rect) =>
    whole(rect, [
      doorOf({ ...half, rect }, prng.between(0.35, 0.65), {
        homes: prng.chance(0.04) ? 2 : 1,
        businesses: prng.chance(0.01) ? 1 : 0,
      }),
    ]),
  );
}

/** Two rows of narrow plots around a yard of garages that they own jointly. */
function rowhouses(block: Block, prng: Prng): Plot[] {
  const { v0, v1 } = block.rect;
  const yard: Rect = { ...block.rect, v0: v0 + 0.42 * (v1 - v0), v1: v0 + 0.58 * (v1 - v0) };
  const rows: Half[] = [
    { rect: { ...block.rect, v1: yard.v0 }, street: block.lowStreet, side: 'high' },
    { rect: { ...block.rect, v0: yard.v1 }, street: block.highStreet, side: 'low' },
  ];
  const homes = rows.flatMap((half) =>
    columns(half.rect, 8.5, 11, prng).map((rect) =>
      whole(rect, [doorOf({ ...half, rect }, 0.5, { homes: 1, home: 'rowhouse' })]),
    ),
  );
  return [...homes, whole(yard, [], true)];
}

/**
 * Big plots with stairwells on both streets; some with a garage on the other side of a path, or with a substation
 * inside.
 */
function apartments(block: Block, prng: Prng): Plot[] {
  const pieces = columns(block.rect, 52, 95, prng);
  return pieces.flatMap((rect): Plot[] => {
    const doors = halves({ ...block, rect }).flatMap((half) => stairwells(half, prng, 'apartments'));
    if (width(rect) > 60 && prng.chance(0.4)) {
      const [u, v] = [(rect.u0 + rect.u1) / 2, (rect.v0 + rect.v1) / 2];
      const substation: Rect = { u0: u - 5, u1: u + 5, v0: v - 4, v1: v + 4 };
      return [{ ...whole(rect, doors), hole: substation }, whole(substation, [])];
    }
    if (width(rect) > 60 && prng.chance(0.25)) {
      // A shared path separates the houses from their garages: one property, two polygons.
      const [from, to] = [rect.u1 - 18, rect.u1 - 13];
      const path = whole({ ...rect, u0: from, u1: to }, [], true);
      const inside = doors.filter(({ u }) => u < from - 2);
      return [
        {
          rects: [
            { ...rect, u1: from },
            { ...rect, u0: to },
          ],
          doors: inside,
          joint: false,
        },
        path,
      ];
    }
    return [whole(rect, doors)];
  });
}

function stairwells(half: Half, prng: Prng, use: 'apartments' | 'centre'): Door[] {
  const count = Math.max(1, Math.round(width(half.rect) / 24));
  return Array.from({ length: count }, (_, at) =>
    doorOf(half, (at + 0.5) / count, {
      lettered: count > 1,
      homes: use === 'centre' ? prng.whole(4, 8) : prng.whole(5, 9),
      home: 'apartment',
      businesses: use === 'centre' && prng.chance(0.45) ? 1 : 0,
    }),
  );
}
