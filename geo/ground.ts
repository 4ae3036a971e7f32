import type { PlanPoint } from './plan-geometry.js';
import type { Prng } from './prng.js';
import type { Position, Ring } from './synthetic-municipality.js';

/** 22.15° E 65.58° N in SWEREF 99 TM: about where Luleå lies. */
const centre: Position = [829_277, 7_291_837];

interface Wave {
  readonly amplitude: number;
  /** Radians per metre. */
  readonly kx: number;
  readonly ky: number;
  readonly phaseX: number;
  readonly phaseY: number;
}

/**
 * Maps plan points to the ground. The town is drawn straight and then bent by a smooth field: its streets curve, and
 * everything that fitted still fits. The countryside is not bent, so that its long borders need few points.
 */
export class Ground {
  readonly #waves: readonly Wave[];

  /** @param townRadius metres; the bending ends at 1.35 of it */
  constructor(
    prng: Prng,
    private readonly townRadius: number,
  ) {
    const wave = (amplitude: number, length: number): Wave => {
      const angle = prng.between(0, 2 * Math.PI);
      const k = (2 * Math.PI) / length;
      return {
        amplitude,
        kx: k * Math.cos(angle),
        ky: k * Math.sin(angle),
        phaseX: prng.between(0, 2 * Math.PI),
        phaseY: prng.between(0, 2 * Math.PI),
      };
    };
    this.#waves = [
      wave(0.022 * townRadius, 1.7 * townRadius),
      wave(0.016 * townRadius, 1.3 * townRadius),
      wave(11, 640),
      wave(8, 430),
      wave(3, 270),
    ];
  }

  /** Metres. Beyond this radius, plan and ground differ only by the coordinates of the centre. */
  get bentRadius(): number {
    return 1.35 * this.townRadius;
  }

  at([x, y]: PlanPoint): Position {
    const bent = this.#bending(Math.hypot(x, y));
    let [dx, dy] = [0, 0];
    if (bent > 0) {
      for (const { amplitude, kx, ky, phaseX, phaseY } of this.#waves) {
        dx += amplitude * Math.sin(kx * x + ky * y + phaseX);
        dy += amplitude * Math.sin(kx * x + ky * y + phaseY);
      }
    }
    return [toCentimetres(centre[0] + x + bent * dx), toCentimetres(centre[1] + y + bent * dy)];
  }

  /** The closed ring of an open plan polygon. Consecutive points on the same centimetre are merged. */
  ring(polygon: readonly PlanPoint[]): Ring {
    const ring: Ring = [];
    for (const point of polygon) {
      const position = this.at(point);
      const last = ring[ring.length - 1];
      if (last?.[0] !== position[0] || last[1] !== position[1]) ring.push(position);
    }
    const [first, last] = [ring[0]!, ring[ring.length - 1]!];
    if (first[0] !== last[0] || first[1] !== last[1]) ring.push([first[0], first[1]]);
    return ring;
  }

  /** 1 in the town, 0 in the countryside, smooth in between. */
  #bending(radius: number): number {
    const share = (this.bentRadius - radius) / (0.25 * this.townRadius);
    if (share <= 0) return 0;
    return share >= 1 ? 1 : share * share * (3 - 2 * share);
  }
}

const toCentimetres = (metres: number): number => Math.round(metres * 100) / 100;
