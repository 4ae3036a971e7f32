import type { DistrictKind, StreetPiece } from './district.js';
import type { Ground } from './ground.js';
import { denser, type PlanPoint } from './plan-geometry.js';
import type { StreetFrame } from './street-frame.js';
import type { DecorStreet, Position } from './synthetic-municipality.js';
import type { Site } from './town-plan.js';

/** How far a district's spine street may continue to reach the main road around the district, metres. */
const maxSpurMetres = 260;

/**
 * The streets of a district as lines on the ground. The pieces of a street along its two rows are merged into one line.
 * The street nearest to the middle, and every third street from it, continues at both ends until it reaches the main
 * road at the district's edge.
 *
 * @returns the lines, and plan points on them where roads from outside may end
 */
export function drawStreets(
  pieces: readonly StreetPiece[],
  nameOf: (street: number) => string,
  { site, kind }: { site: Site; kind: DistrictKind },
  frame: StreetFrame,
  ground: Ground,
): { drawn: DecorStreet[]; gates: PlanPoint[] } {
  const line = (from: StreetPiece['from'], to: StreetPiece['to']): Position[] =>
    denser([from, to], 22).map(([u, v]) => ground.at(frame.at(u, v)));

  const drawn: DecorStreet[] = pieces
    .filter(({ street }) => street === undefined)
    .map(({ from, to }) => ({ kind: 'lane', line: line(from, to) }));

  const along = new Map<number, StreetPiece[]>();
  for (const piece of pieces) {
    if (piece.street !== undefined) along.set(piece.street, [...(along.get(piece.street) ?? []), piece]);
  }
  const spine = [...along].sort(([, one], [, other]) => fromMiddle(one) - fromMiddle(other))[0]?.[0] ?? 0;
  const gates: PlanPoint[] = [];
  for (const [street, parts] of along) {
    const merged = mergedStretches(parts);
    merged.forEach(([from, to], at) => {
      // Rows on both sides of a street give it the same v, apart from rounding.
      const v = parts[0]!.from[1];
      const spur = (u: number, direction: 1 | -1): number =>
        u + direction * spurLength(site, frame, [u, v], direction);
      const goesOn = (street - spine) % 3 === 0;
      const start = goesOn && at === 0 ? spur(from, -1) : from;
      const end = goesOn && at === merged.length - 1 ? spur(to, 1) : to;
      gates.push(
        ...(street === spine ? [frame.at(start, v), frame.at(end, v)] : [frame.at((from + to) / 2, v)]),
      );
      drawn.push({
        kind: kind === 'village' ? 'rural' : 'street',
        name: nameOf(street),
        line: line([start, v], [end, v]),
      });
    });
  }
  return { drawn, gates };
}

const fromMiddle = (parts: readonly StreetPiece[]): number => Math.abs(parts[0]!.from[1]);

/** Ranges of `u`, merged if they overlap or nearly meet. */
function mergedStretches(parts: readonly StreetPiece[]): [from: number, to: number][] {
  const stretches = parts
    .map(({ from, to }): [number, number] => [from[0], to[0]])
    .sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [from, to] of stretches) {
    const last = merged[merged.length - 1];
    if (last && from <= last[1] + 45) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** How far a street can continue until the site ends, metres; 0 if that is too far. */
function spurLength(
  site: Site,
  frame: StreetFrame,
  [u, v]: readonly [number, number],
  direction: 1 | -1,
): number {
  for (let gone = 0; gone <= maxSpurMetres; gone += 2) {
    const point: PlanPoint = frame.at(u + direction * gone, v);
    if (!site.contains(point, 0)) return gone;
  }
  return 0;
}
