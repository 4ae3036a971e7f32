import { denser, type PlanPoint } from './plan-geometry.js';
import type { Prng } from './prng.js';

interface Wobble {
  readonly amplitude: number;
  readonly k: number;
  readonly phase: number;
}

const sum = (wobbles: readonly Wobble[], at: number): number =>
  wobbles.reduce((total, { amplitude, k, phase }) => total + amplitude * Math.sin(k * at + phase), 0);

/** A shape around a middle, whose radius varies with the direction: an island, a lake, a bay. */
export class Blob {
  readonly #wobbles: readonly Wobble[];

  constructor(
    readonly middle: PlanPoint,
    /** Mean radius in metres; nowhere more than a third above it. */
    readonly radius: number,
    prng: Prng,
  ) {
    this.#wobbles = [2, 3, 5, 8].map((k) => ({
      k,
      amplitude: (prng.between(0.1, 0.3) * radius) / k,
      phase: prng.between(0, 2 * Math.PI),
    }));
  }

  /** Approximate metres from the shore; negative inside. */
  beyondShore([x, y]: PlanPoint): number {
    const [dx, dy] = [x - this.middle[0], y - this.middle[1]];
    return Math.hypot(dx, dy) - this.radius - sum(this.#wobbles, Math.atan2(dy, dx));
  }

  outline(points = 48): PlanPoint[] {
    return Array.from({ length: points }, (_, at): PlanPoint => {
      const angle = (2 * Math.PI * at) / points;
      const radius = this.radius + sum(this.#wobbles, angle);
      return [this.middle[0] + radius * Math.cos(angle), this.middle[1] + radius * Math.sin(angle)];
    });
  }
}

/** The direction of the sea: south-east. */
const seaward: PlanPoint = [Math.cos(-0.72), Math.sin(-0.72)];

/**
 * Land and water: a coast to the south-east, a river that flows into it, and a bay on the other side of the town. All
 * are in proportion to the town. Islands and lakes belong to the countryside, which knows where there is room.
 */
export class Terrain {
  readonly bay: Blob;
  readonly #coast: readonly Wobble[];
  readonly #farCoast: readonly Wobble[];
  readonly #river: readonly Wobble[];

  constructor(
    prng: Prng,
    private readonly townRadius: number,
    private readonly municipalityRadius: number,
  ) {
    const t = townRadius;
    const wobbles = (...sizes: [amplitude: number, length: number][]): Wobble[] =>
      sizes.map(([amplitude, length]) => ({
        amplitude,
        k: (2 * Math.PI) / length,
        phase: prng.between(0, 2 * Math.PI),
      }));
    this.#coast = wobbles(
      [0.2 * t, 2.6 * t],
      [0.1 * t, 0.97 * t],
      [0.05 * t, 0.41 * t],
      [0.015 * t, 0.13 * t],
    );
    this.#farCoast = wobbles(
      [0.5 * t, 6.1 * t],
      [0.25 * t, 2.2 * t],
      [0.15 * t, 1.31 * t],
      [0.06 * t, 0.59 * t],
    );
    this.#river = wobbles([0.1 * t, 2.3 * t], [0.04 * t, 0.8 * t], [0.012 * t, 0.21 * t]);
    this.bay = new Blob(this.#plan(0.55 * t, 0.72 * t), 0.36 * t, prng);
  }

  /** Whether a point is at least `margin` metres (roughly) from any water. */
  isLand(point: PlanPoint, margin = 0): boolean {
    const [s, t] = this.#alongAndAcross(point);
    const offshore = s - this.#coastAt(t);
    if (offshore > -1.2 * margin) return false;
    // Coast and river run at a slant: the real distance to them is shorter than that along an axis, hence the factor.
    if (Math.abs(t - this.#riverAt(s)) < this.#riverHalfWidth(s) + 1.2 * margin) return false;
    return this.bay.beyondShore(point) >= 1.2 * margin;
  }

  /** Whether a disc lies in the open sea. */
  isSea(point: PlanPoint, radius: number): boolean {
    const [s, t] = this.#alongAndAcross(point);
    return [-1, -0.5, 0, 0.5, 1].every((share) => s - this.#coastAt(t + share * radius) > 1.1 * radius);
  }

  seaOutline(): PlanPoint[] {
    const far = 1.6 * this.municipalityRadius;
    const step = Math.min(60, this.townRadius / 20);
    const coast: PlanPoint[] = [];
    for (let t = -far; t <= far; t += step) coast.push(this.#plan(this.#coastAt(t), t));
    return [this.#plan(far, -far), this.#plan(far, far), ...coast.reverse()];
  }

  riverOutline(): PlanPoint[] {
    const step = Math.min(60, this.townRadius / 20);
    const banks: [left: PlanPoint[], right: PlanPoint[]] = [[], []];
    // Continues into the sea, so that no seam shows at the mouth.
    for (let s = -1.6 * this.municipalityRadius; s <= 1.1 * this.townRadius; s += step) {
      const middle = this.#riverAt(s);
      banks[0].push(this.#plan(s, middle + this.#riverHalfWidth(s)));
      banks[1].push(this.#plan(s, middle - this.#riverHalfWidth(s)));
    }
    return [...banks[1], ...banks[0].reverse()];
  }

  /** The share of a line's length that is in water. */
  wetShare(line: readonly PlanPoint[]): number {
    const points = denser(line, 25);
    return points.filter((point) => !this.isLand(point)).length / points.length;
  }

  #coastAt(t: number): number {
    // Far from the town the coast may vary more; near the town there must be ground to build on.
    const farness = Math.min(1, (t / (4 * this.townRadius)) ** 2);
    return 0.82 * this.townRadius + sum(this.#coast, t) + farness * sum(this.#farCoast, t);
  }

  #riverAt(s: number): number {
    return -0.42 * this.townRadius + sum(this.#river, s);
  }

  #riverHalfWidth(s: number): number {
    const mouth = Math.min(1, Math.max(0, (s + 1.5 * this.townRadius) / (2.2 * this.townRadius)));
    return this.townRadius * (0.035 + 0.085 * mouth ** 2);
  }

  #alongAndAcross([x, y]: PlanPoint): [seaward: number, across: number] {
    return [x * seaward[0] + y * seaward[1], -x * seaward[1] + y * seaward[0]];
  }

  #plan(s: number, t: number): PlanPoint {
    return [s * seaward[0] - t * seaward[1], s * seaward[1] + t * seaward[0]];
  }
}
