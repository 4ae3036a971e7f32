import type { MultiPolygon, Polygon, Position } from 'geojson';

/** A point or corner on the drawing, in its units; y grows downwards. */
export type Spot = readonly [x: number, y: number];

/** The part of the world that a drawing shows. */
export interface MapView {
  readonly width: number;
  readonly height: number;
  readonly place: (position: Position) => Spot;
}

/** Units of the drawing. On a phone one is about two thirds of a pixel. */
const width = 440;
const [lowest, highest] = [250, 400];
/** The least that a drawing shows, in degrees of latitude: about 1,300 metres, so that its reader knows the place. */
const least = 0.012;
/** Room around the shapes, as a share of their extent. */
const margin = 0.35;

/**
 * A view that holds the shapes. A degree of longitude is drawn as long as it is in the middle of the view, which is
 * right enough for a municipality.
 *
 * @param shapes WGS 84, at least one
 */
export function viewOf(shapes: readonly Polygon[]): MapView {
  const corners = shapes.flatMap(({ coordinates }) => coordinates[0] ?? []);
  const [west, east] = extent(corners.map(([lon = 0]) => lon));
  const [south, north] = extent(corners.map(([, lat = 0]) => lat));
  const [lon, lat] = [(west + east) / 2, (south + north) / 2];
  const narrowing = Math.cos((lat * Math.PI) / 180);
  const across = Math.max((east - west) * narrowing * (1 + margin), least);
  const along = Math.max((north - south) * (1 + margin), least * 0.6);
  const height = Math.round(Math.min(highest, Math.max(lowest, (along / across) * width)));
  const scale = Math.min(width / across, height / along);
  return {
    width,
    height,
    place: ([x = 0, y = 0]) => [width / 2 + (x - lon) * narrowing * scale, height / 2 - (y - lat) * scale],
  };
}

const extent = (values: readonly number[]): [number, number] => [
  values.reduce((a, b) => Math.min(a, b), Infinity),
  values.reduce((a, b) => Math.max(a, b), -Infinity),
];

/** A shape as the `d` of an SVG path, cut at the edge of the view; empty if it lies outside. */
export const pathOf = (shape: Polygon | MultiPolygon, view: MapView): string =>
  (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates)
    .flat()
    .map((ring) => cut(ring.map(view.place), view))
    .filter((ring) => ring.length > 2)
    .map((ring) => `M${ring.map(written).filter(differs).join('L')}Z`)
    .join('');

const written = ([x, y]: Spot): string => `${x.toFixed(1)} ${y.toFixed(1)}`;
const differs = (spot: string, nth: number, all: readonly string[]): boolean => spot !== all[nth - 1];

/** Units beyond the edge at which shapes are cut, so that no cut is seen. */
const beyond = 8;

/** Cuts a ring at a rectangle, one edge after the other (Sutherland and Hodgman). */
function cut(ring: readonly Spot[], { width: right, height: bottom }: MapView): Spot[] {
  const edges: readonly (readonly [axis: 0 | 1, limit: number, keepsBelow: boolean])[] = [
    [0, -beyond, false],
    [0, right + beyond, true],
    [1, -beyond, false],
    [1, bottom + beyond, true],
  ];
  return edges.reduce<Spot[]>(
    (spots, [axis, limit, keepsBelow]) =>
      spots.flatMap((spot, nth) => {
        const before = spots[(nth || spots.length) - 1]!;
        const isIn = (s: Spot) => (keepsBelow ? s[axis] <= limit : s[axis] >= limit);
        const crossing = isIn(spot) === isIn(before) ? [] : [between(before, spot, axis, limit)];
        return isIn(spot) ? [...crossing, spot] : crossing;
      }),
    [...ring],
  );
}

function between(a: Spot, b: Spot, axis: 0 | 1, limit: number): Spot {
  const share = (limit - a[axis]) / (b[axis] - a[axis]);
  const at = (of: 0 | 1) => a[of] + (b[of] - a[of]) * share;
  return axis === 0 ? [limit, at(1)] : [at(0), limit];
}

/** The middle of the part of a shape that is in view: the middle of its extent; undefined if none of it is. */
export function middleOf(shape: Polygon | MultiPolygon, view: MapView): Spot | undefined {
  const rings =
    shape.type === 'Polygon' ? [shape.coordinates[0]!] : shape.coordinates.map(([outer]) => outer!);
  const corners = rings.flatMap((ring) => cut(ring.slice(1).map(view.place), view));
  if (corners.length === 0) return undefined;
  const [left, right] = extent(corners.map(([x]) => x));
  const [top, bottom] = extent(corners.map(([, y]) => y));
  return [
    Math.min(view.width - beyond, Math.max(beyond, (left + right) / 2)),
    Math.min(view.height - beyond, Math.max(beyond, (top + bottom) / 2)),
  ];
}
