import type { PlanPoint } from './plan-geometry.js';

/** A rectangle along the streets (u) and across them (v), in a district's own frame; metres. */
export interface Rect {
  readonly u0: number;
  readonly u1: number;
  readonly v0: number;
  readonly v1: number;
}

/** A district's own coordinates: `u` along its streets, which may bend; `v` across them. */
export interface StreetFrame {
  at(u: number, v: number): PlanPoint;
  /** Longest straight step in metres that still follows the bend; undefined if nothing bends. */
  readonly step?: number;
}

/**
 * @param angle of the streets, radians
 * @param bend sideways offset of the streets at `u`, metres. Its slope must stay well under 1, or plots are slanted too
 *   much
 */
export function streetFrame(
  [x0, y0]: PlanPoint,
  angle: number,
  bend: (u: number) => number = () => 0,
  step?: number,
): StreetFrame {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return {
    at: (u, v) => {
      const aside = v + bend(u);
      return [x0 + u * cos - aside * sin, y0 + u * sin + aside * cos];
    },
    step,
  };
}

export const width = ({ u0, u1 }: Rect): number => u1 - u0;
export const depth = ({ v0, v1 }: Rect): number => v1 - v0;

/**
 * The outline of a rectangle as plan points, open and counter-clockwise. It includes every corner of a neighbour that
 * lies on its edges, so that shapes that touch still touch exactly after the ground is bent.
 */
export function outline(frame: StreetFrame, rect: Rect, neighbours: readonly Rect[]): PlanPoint[] {
  const { u0, u1, v0, v1 } = rect;
  const along = (v: number): number[] =>
    neighbours.flatMap((other) => (other.v0 === v || other.v1 === v ? [other.u0, other.u1] : []));
  const across = (u: number): number[] =>
    neighbours.flatMap((other) => (other.u0 === u || other.u1 === u ? [other.v0, other.v1] : []));
  const bottom = nodes(u0, u1, along(v0), frame.step).map((u) => frame.at(u, v0));
  const right = nodes(v0, v1, across(u1), frame.step).map((v) => frame.at(u1, v));
  const top = nodes(u0, u1, along(v1), frame.step).map((u) => frame.at(u, v1));
  const left = nodes(v0, v1, across(u0), frame.step).map((v) => frame.at(u0, v));
  return [
    ...bottom.slice(0, -1),
    ...right.slice(0, -1),
    ...top.reverse().slice(0, -1),
    ...left.reverse().slice(0, -1),
  ];
}

/** Values from low to high, including the corners between them, without a step that is too long. */
function nodes(low: number, high: number, corners: readonly number[], step = Infinity): number[] {
  const fixed = [...new Set([low, ...corners.filter((corner) => corner > low && corner < high), high])];
  fixed.sort((a, b) => a - b);
  return fixed.flatMap((from, at) => {
    const to = fixed[at + 1];
    if (to === undefined) return [from];
    const steps = Math.max(1, Math.ceil((to - from) / step));
    return Array.from({ length: steps }, (_, index) => from + ((to - from) * index) / steps);
  });
}
