const SECOND_MS = 1000;

/** A period in milliseconds: `from` is inclusive, `to` exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The units that a sender used in a period. Times as passed to `note`. */
export interface Spent {
  readonly units: number;
  readonly firstAt: number;
  readonly lastAt: number;
  /**
   * Maximum number of units in any window of one second. Two entries exactly a second apart are in different windows.
   */
  readonly maxInAnySecond: number;
}

/**
 * Times and units of one sender's use, in order of time. Nine bytes per entry: a million entries take nine megabytes.
 */
export class Spending {
  #at = new Float64Array(1024);
  #units = new Uint8Array(1024);
  #count = 0;

  /**
   * @param at not earlier than the previous entry
   * @param units at most 255
   */
  note(at: number, units: number): void {
    if (this.#count === this.#at.length) this.#grow();
    this.#at[this.#count] = at;
    this.#units[this.#count] = units;
    this.#count += 1;
  }

  /** The units used in a period; undefined if none. */
  sumBetween({ from, to }: Stretch): Spent | undefined {
    const begin = this.#firstNotBefore(from);
    const end = this.#firstNotBefore(to);
    if (begin >= end) return undefined;
    let [units, inWindow, most] = [0, 0, 0];
    let oldest = begin;
    for (let i = begin; i < end; i++) {
      units += this.#units[i]!;
      inWindow += this.#units[i]!;
      while (this.#at[oldest]! <= this.#at[i]! - SECOND_MS) inWindow -= this.#units[oldest++]!;
      if (inWindow > most) most = inWindow;
    }
    return { units, firstAt: this.#at[begin]!, lastAt: this.#at[end - 1]!, maxInAnySecond: most };
  }

  #firstNotBefore(at: number): number {
    let [low, high] = [0, this.#count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#at[middle]! < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #grow(): void {
    const [at, units] = [new Float64Array(this.#count * 2), new Uint8Array(this.#count * 2)];
    at.set(this.#at);
    units.set(this.#units);
    [this.#at, this.#units] = [at, units];
  }
}
