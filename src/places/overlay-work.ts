import type { Position } from 'geojson';

/** A polygon's rings. */
type Rings = readonly (readonly Position[])[];

/**
 * Steps of an overlay for two edges of different parts that may cross. Two edges of the same part, which don't cross,
 * count 1.
 */
const crossing = 20;
/** Comparisons of edges that count as one step. */
const looksPerStep = 20;
/**
 * Share of its length by which an edge may reach beyond its rectangle once it is drawn in metres: the metric grid is
 * rotated by up to seven degrees against the meridians.
 */
const turned = 0.12;

/** Edges as columns: their rectangles, and the part that each belongs to. */
interface Edges {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly part: Int32Array;
}

/**
 * Estimates how much work it is for PostGIS to check a drawing and to merge it to one shape. It counts pairs of edges
 * whose rectangles intersect. Ten thousand vertices take a moment along a coast, but minutes if each edge crosses each
 * other one. It is estimated before the database is asked, because a statement on the embedded database can't be
 * cancelled.
 *
 * @returns steps, about a million a second; counting stops soon after `most`
 */
export function overlayWork(parts: readonly Rings[], most: number): number {
  const { low, high, left, right, part } = edgesOf(parts);
  const order = Uint32Array.from(left.keys()).sort((a, b) => left[a]! - left[b]!);
  let work = 0;
  for (let at = 0; at < order.length && work <= most; at += 1) {
    const one = order[at]!;
    const end = right[one]!;
    let looks = 0;
    for (let next = at + 1; next < order.length; next += 1) {
      const other = order[next]!;
      if (left[other]! > end || work > most) break;
      looks += 1;
      if (low[other]! > high[one]! || high[other]! < low[one]!) continue;
      work += part[one] === part[other] ? 1 : crossing;
    }
    work += looks / looksPerStep;
  }
  return Math.min(work, most + 1);
}

/** Sweeps along the axis on which edges are shorter, as a share of the extent, so that fewer of them overlap on it. */
function edgesOf(parts: readonly Rings[]): Edges {
  const count = parts.flat().reduce((sum, ring) => sum + ring.length - 1, 0);
  const column = () => new Float64Array(count);
  const [west, east, south, north] = [column(), column(), column(), column()];
  const part = new Int32Array(count);
  const narrow = Math.cos(((parts[0]?.[0]?.[0]?.[1] ?? 0) * Math.PI) / 180);
  let [n, across, along] = [0, 0, 0];
  for (const [nth, rings] of parts.entries())
    for (const ring of rings)
      for (let at = 1; at < ring.length; at += 1) {
        const [[x1, y1], [x2, y2]] = [ring[at - 1] as [number, number], ring[at] as [number, number]];
        const reach = turned * Math.hypot((x2 - x1) * narrow, y2 - y1);
        west[n] = Math.min(x1, x2) * narrow - reach;
        east[n] = Math.max(x1, x2) * narrow + reach;
        south[n] = Math.min(y1, y2) - reach;
        north[n] = Math.max(y1, y2) + reach;
        across += east[n]! - west[n]!;
        along += north[n]! - south[n]!;
        part[n++] = nth;
      }
  const share = (sum: number, from: Float64Array, to: Float64Array): number =>
    sum / (to.reduce((a, b) => Math.max(a, b), -Infinity) - from.reduce((a, b) => Math.min(a, b), Infinity));
  return share(across, west, east) <= share(along, south, north)
    ? { left: west, right: east, low: south, high: north, part }
    : { left: south, right: north, low: west, high: east, part };
}
