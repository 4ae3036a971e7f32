import type { Prng } from './prng.js';

const mobilePrefixes = ['70', '72', '73', '76', '79'] as const;
const mobileTails = 10_000_000;

/** Luleå's area code. Six digits follow, of which the first is not 0 or 1. */
const landlinePrefix = '920';
const landlineTails = 800_000;
const firstLandlineTail = 200_000;

/** Has no common factor with the number of tails. */
const mobileStep = 6_180_339;

/** 070-174 06 05 … 99, reserved for fiction. */
const isForFiction = (prefix: string, tail: number): boolean =>
  prefix === '70' && tail >= 1_740_605 && tail <= 1_740_699;

/** The generated mobile of a turn; undefined if the number is reserved for fiction. */
export function mobileAt(at: number, start: number): string | undefined {
  const prefix = mobilePrefixes[at % mobilePrefixes.length]!;
  const turn = Math.floor(at / mobilePrefixes.length);
  if (turn >= mobileTails) throw new RangeError('no mobile numbers left');
  const tail = (start + turn * mobileStep) % mobileTails;
  return isForFiction(prefix, tail) ? undefined : `+46${prefix}${String(tail).padStart(7, '0')}`;
}

/**
 * Numbers that look Swedish, each given only once. It visits all tails in a scattered order: the step has no common
 * factor with the number of tails, so each comes once before any is repeated. The numbers may belong to real people:
 * they must be stored as generated, and nothing may ever be sent to them.
 */
export class GeneratedNumbers {
  #mobiles = 0;
  #landlines = 0;
  readonly #start: number;

  constructor(prng: Prng) {
    this.#start = prng.whole(0, landlineTails - 1);
  }

  /** E.164 */
  mobile(): string {
    for (;;) {
      const mobile = mobileAt(this.#mobiles++, this.#start);
      if (mobile !== undefined) return mobile;
    }
  }

  /** E.164 */
  landline(): string {
    if (this.#landlines >= landlineTails) throw new RangeError('no landline numbers left');
    const tail = firstLandlineTail + ((this.#start + this.#landlines * 494_427) % landlineTails);
    this.#landlines += 1;
    return `+46${landlinePrefix}${tail}`;
  }
}

/** Numbers reserved for fiction (PTS), in order. They are the only demo numbers that a test may send to. */
export const fictionMobile = (at: number): string => {
  if (at < 0 || at > 94) throw new RangeError('070-174 06 05 … 99 are all there are');
  return `+467017406${String(5 + at).padStart(2, '0')}`;
};

/** 08-465 004 00 … 99 */
export const fictionLandline = (at: number): string => {
  if (at < 0 || at > 99) throw new RangeError('08-465 004 00 … 99 are all there are');
  return `+468465004${String(at).padStart(2, '0')}`;
};
