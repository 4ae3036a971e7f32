import type { Prng } from '../prng.js';
import type { MultiPolygon, Polygon, Position, Ring } from '../synthetic-municipality.js';
import { block, lot, lotsAcross, pitch, type CountyDistrict } from './county-plan.js';

type Local = readonly [x: number, y: number];

/** A block, given by its number in its district. */
export interface BlockSite {
  readonly district: CountyDistrict;
  /** Counted from 0 within the district. */
  readonly at: number;
}

export const rowOf = ({ district, at }: BlockSite): number => Math.floor(at / district.columns);
export const columnOf = ({ district, at }: BlockSite): number => at % district.columns;

/** Transforms metres within a block, from its south-western corner, to SWEREF 99 TM. */
function placed(site: BlockSite): (local: Local) => Position {
  const { district } = site;
  const [left, bottom] = [columnOf(site) * pitch.across, rowOf(site) * pitch.along];
  return turned(district.corner, district.angle, [left, bottom]);
}

function turned(corner: Local, angle: number, shift: Local = [0, 0]): (local: Local) => Position {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return ([localX, localY]) => {
    const [x, y] = [localX + shift[0], localY + shift[1]];
    return [centimetres(corner[0] + x * cos - y * sin), centimetres(corner[1] + x * sin + y * cos)];
  };
}

const centimetres = (metres: number): number => Math.round(metres * 100) / 100;
const closed = (ring: readonly Position[]): Ring => [...ring, ring[0]!];
const box = (x: number, y: number, width: number, depth: number): Local[] => [
  [x, y],
  [x + width, y],
  [x + width, y + depth],
  [x, y + depth],
];

export const blockShape = (site: BlockSite): Polygon => [
  closed(box(0, 0, block.width, block.depth).map(placed(site))),
];

/** The points where the lots of a block meet in its middle: not quite in a line. */
export const middleOf = (prng: Prng): Local[] =>
  Array.from({ length: lotsAcross + 1 }, (_, at): Local => {
    const between = at > 0 && at < lotsAcross;
    return [
      at * lot.width + (between ? prng.between(-4, 4) : 0),
      lot.depth + (between ? prng.between(-4, 4) : 0),
    ];
  });

export interface LotTraits {
  /** Something else stands inside it, such as a substation. */
  readonly hole: boolean;
  /** It also has a piece on the other side of the street. */
  readonly piece: boolean;
}

/** @param at 0–9 along the southern street, 10–19 along the northern one */
export function lotShape(
  site: BlockSite,
  middle: readonly Local[],
  at: number,
  traits: LotTraits,
): MultiPolygon {
  const place = placed(site);
  const across = at % lotsAcross;
  const north = at >= lotsAcross;
  const [left, right] = [across * lot.width, (across + 1) * lot.width];
  const corners: Local[] = north
    ? [middle[across]!, middle[across + 1]!, [right, block.depth], [left, block.depth]]
    : [[left, 0], [right, 0], middle[across + 1]!, middle[across]!];
  const base = north ? lot.depth : 0;
  const hole = traits.hole
    ? [
        closed(
          box(left + 26, base + 32, 6, 6)
            .toReversed()
            .map(place),
        ),
      ]
    : [];
  const main: Polygon = [closed(corners.map(place)), ...hole];
  if (!traits.piece) return [main];
  const piece = closed(box(left + 4, north ? block.depth + 3 : -8, 12, 4).map(place));
  return [main, [piece]];
}

/** A point inside a lot, regardless of its irregular corners, and outside its hole. */
export function pointInLot(site: BlockSite, at: number, prng: Prng): Position {
  const base = at >= lotsAcross ? lot.depth : 0;
  return placed(site)([(at % lotsAcross) * lot.width + prng.between(8, 24), base + prng.between(10, 40)]);
}

/** Encloses a whole district with its outskirts. */
export function districtShape(district: CountyDistrict, prng: Prng): Polygon {
  const size: Local = [district.columns * pitch.across, district.streets.length * pitch.along];
  const outskirts = { step: 50, least: 15, most: 60 };
  return [closed(outline(size, outskirts, prng).map(turned(district.corner, district.angle)))];
}

export const countyShape = (corner: Local, side: number, prng: Prng): Polygon => [
  closed(outline([side, side], { step: 100, least: 50, most: 400 }, prng).map(turned(corner, 0))),
];

/**
 * A ragged outline around a box that starts at 0, 0. It stays outside the box by the given metres, and never crosses
 * itself.
 */
function outline(
  [width, depth]: Local,
  { step, least, most }: { readonly step: number; readonly least: number; readonly most: number },
  prng: Prng,
): Local[] {
  const off = () => prng.between(least, most);
  const alongs = (length: number) =>
    Array.from({ length: Math.max(1, Math.floor(length / step)) }, (_, at) => at * step + step / 4);
  return [
    [-least, -least],
    ...alongs(width).map((x): Local => [x, -off()]),
    [width + least, -least],
    ...alongs(depth).map((y): Local => [width + off(), y]),
    [width + least, depth + least],
    ...alongs(width).map((x): Local => [width - x, depth + off()]),
    [-least, depth + least],
    ...alongs(depth).map((y): Local => [-off(), depth - y]),
  ];
}
