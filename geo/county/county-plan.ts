import { districtNames } from '../place-names.js';
import { Prng } from '../prng.js';
import { StreetNames } from '../street-names.js';

export interface CountySize {
  readonly properties: number;
  readonly addresses: number;
  readonly phones: number;
  readonly seed: number;
}

/** A district on the plan: rows of blocks along its streets, rotated by an angle of its own. Metres. */
export interface CountyDistrict {
  readonly name: string;
  /** Its south-western corner in SWEREF 99 TM. */
  readonly corner: readonly [easting: number, northing: number];
  /** Radians, counter-clockwise. */
  readonly angle: number;
  readonly columns: number;
  /** One per row of blocks. */
  readonly streets: readonly string[];
  readonly blocks: number;
  /** How many blocks all earlier districts have. */
  readonly blocksBefore: number;
  /** `971 12` */
  readonly postalCode: string;
}

export interface CountyPlan {
  readonly districts: readonly CountyDistrict[];
  readonly blocks: number;
  /** The county is a square with this corner and side. */
  readonly corner: readonly [easting: number, northing: number];
  readonly side: number;
}

/** Lots of a block: two rows of ten, back to back. */
export const lotsAcross = 10;
export const lotsInBlock = 2 * lotsAcross;
export const lot = { width: 40, depth: 50 } as const;
export const block = { width: lotsAcross * lot.width, depth: 2 * lot.depth } as const;
/** Distance from one block to the next; a street lies between. */
export const pitch = { across: block.width + 20, along: block.depth + 20 } as const;

/** In Norrbotten, well inside the area for which SWEREF 99 TM is defined. */
const southWest = [780_000, 7_270_000] as const;
/** Metres between districts; half of it along the border. */
const countryside = 4000;
const maxTurn = 0.25;

/** Places districts of very different sizes side by side in a square. */
export function planCounty({ properties, seed }: CountySize): CountyPlan {
  const prng = Prng.of(seed).stream('plan');
  const blocks = Math.ceil(properties / lotsInBlock);
  const count = Math.min(36, Math.max(1, Math.floor(blocks / 5)));
  const shares = shareOut(
    blocks,
    Array.from({ length: count }, () => prng.between(0.3, 1.7)),
  );
  const names = new StreetNames(prng.stream('streets'));
  const shapes = shares.map((ofIt) => {
    const columns = Math.max(1, Math.round(Math.sqrt((ofIt * pitch.along) / pitch.across)));
    return { columns, rows: Math.ceil(ofIt / columns), blocks: ofIt };
  });
  const cell =
    countryside +
    Math.max(...shapes.map(({ columns, rows }) => Math.hypot(columns * pitch.across, rows * pitch.along)));
  const across = Math.ceil(Math.sqrt(count));
  let blocksBefore = 0;
  const districts = shapes.map(({ columns, rows, blocks: ofIt }, at): CountyDistrict => {
    const street = names.forDistrict('villas');
    const turn = prng.between(-maxTurn, maxTurn);
    const middle = [(at % across) + 0.5, Math.floor(at / across) + 0.5].map((cells) => cells * cell);
    const [halfWidth, halfDepth] = [(columns * pitch.across) / 2, (rows * pitch.along) / 2];
    const district: CountyDistrict = {
      name: nameOf(at),
      corner: [
        southWest[0] + middle[0]! - halfWidth * Math.cos(turn) + halfDepth * Math.sin(turn),
        southWest[1] + middle[1]! - halfWidth * Math.sin(turn) - halfDepth * Math.cos(turn),
      ],
      angle: turn,
      columns,
      streets: Array.from({ length: rows }, street),
      blocks: ofIt,
      blocksBefore,
      postalCode: `97${1 + Math.floor(at / 10)} ${10 + (at % 10) * 7}`,
    };
    blocksBefore += ofIt;
    return district;
  });
  return { districts, blocks, corner: southWest, side: across * cell };
}

/** Splits a whole number by weight into integers of at least one. */
function shareOut(whole: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  let before = 0;
  let given = 0;
  return weights.map((weight, at) => {
    before += weight;
    const upTo = Math.max(given + 1, Math.round((whole * before) / sum));
    const share = Math.min(upTo, whole - (weights.length - 1 - at)) - given;
    given += share;
    return share;
  });
}

const quarters = ['', 'Norra ', 'Södra '] as const;
const nameOf = (at: number): string =>
  `${quarters[Math.floor(at / districtNames.length)]!}${districtNames[at % districtNames.length]!}`;
