import type { PlanPoint } from './plan-geometry.js';

/** Along the streets and across them, in a frame of the district's own; metres. */
export interface Rect {
  readonly u0: number;
  readonly u1: number;
  readonly v0: number;
  readonly v1: number;
}

/** A district's own coordinates: `u` along its streets, which may bend, `v` across them. */
export interface StreetFrame {
  at(u: number, v: number): PlanPoint;
  /** Longest straight step that still follows the bend, metres; undefined where nothing bends. */
  readonly step?: number;
}

/**
 * @param angle of the streets, radians
 * @param bend how far the streets have turned aside at `u`, metres; keep its slope well under 1, or plots get too slanted
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
 * A rectangle's outline as plan points, open, counter-clockwise. Every corner of a neighbour that lies on an edge is
 * one of its points, so that what touched before the ground was bent touches exactly afterwards.
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

/** From low to high, with the corners between and no step too long. */
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
