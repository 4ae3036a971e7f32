/** Metres east and north of the municipality's centre, before the ground is bent (see ground.ts). */
export type PlanPoint = readonly [x: number, y: number];

/** Metres. Uses a root, which is several times as fast as `Math.hypot`, and exact enough. */
export const distance = (a: PlanPoint, b: PlanPoint): number =>
  Math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2);

/** The side of the line from `a` to `b` on which a point lies: positive is left. */
const side = ([ax, ay]: PlanPoint, [bx, by]: PlanPoint, [x, y]: PlanPoint): number =>
  (bx - ax) * (y - ay) - (by - ay) * (x - ax);

/** The part of a convex polygon to the left of the line from `a` to `b`; empty if there is none. */
export function leftOf(polygon: readonly PlanPoint[], a: PlanPoint, b: PlanPoint): PlanPoint[] {
  const kept: PlanPoint[] = [];
  polygon.forEach((present, at) => {
    const next = polygon[(at + 1) % polygon.length]!;
    const here = side(a, b, present);
    const there = side(a, b, next);
    if (here >= 0) kept.push(present);
    if ((here > 0 && there < 0) || (here < 0 && there > 0)) {
      const share = here / (here - there);
      kept.push([present[0] + (next[0] - present[0]) * share, present[1] + (next[1] - present[1]) * share]);
    }
  });
  return kept.length < 3 ? [] : kept;
}

/** Positive when counter-clockwise; square metres. */
export function signedArea(polygon: readonly PlanPoint[]): number {
  let doubled = 0;
  polygon.forEach(([x, y], at) => {
    const [nextX, nextY] = polygon[(at + 1) % polygon.length]!;
    doubled += x * nextY - nextX * y;
  });
  return doubled / 2;
}

/** The smallest convex polygon around the points, counter-clockwise (Andrew's monotone chain). */
export function convexHull(points: readonly PlanPoint[]): PlanPoint[] {
  const sorted = [...points].sort((p, q) => p[0] - q[0] || p[1] - q[1]);
  const half = (ordered: readonly PlanPoint[]): PlanPoint[] => {
    const chain: PlanPoint[] = [];
    for (const point of ordered) {
      while (chain.length >= 2 && side(chain[chain.length - 2]!, chain[chain.length - 1]!, point) <= 0)
        chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

/** A convex polygon grown by `metres` on every side. Its corners are cut off, not pointed. */
export function grown(polygon: readonly PlanPoint[], metres: number): PlanPoint[] {
  const around = Array.from({ length: 8 }, (_, eighth): PlanPoint => {
    const angle = (eighth * Math.PI) / 4;
    return [metres * Math.cos(angle), metres * Math.sin(angle)];
  });
  return convexHull(polygon.flatMap(([x, y]) => around.map(([dx, dy]): PlanPoint => [x + dx, y + dy])));
}

/** Adds points so that no step is longer than `metres`. Does not close the line. */
export function denser(line: readonly PlanPoint[], metres: number): PlanPoint[] {
  const dense: PlanPoint[] = [];
  line.forEach((point, at) => {
    const next = line[at + 1];
    dense.push(point);
    if (!next) return;
    const steps = Math.ceil(distance(point, next) / metres);
    for (let step = 1; step < steps; step++) {
      const share = step / steps;
      dense.push([point[0] + (next[0] - point[0]) * share, point[1] + (next[1] - point[1]) * share]);
    }
  });
  return dense;
}
