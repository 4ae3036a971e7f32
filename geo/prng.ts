/**
 * A seeded random number generator (Bob Jenkins' sfc32), and the only source of randomness here: the same seed gives
 * the same municipality.
 */
export class Prng {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  private constructor(
    private readonly seed: number,
    stream: number,
  ) {
    this.#a = seed | 0;
    this.#b = stream | 0;
    this.#c = 0x9e3779b9 | 0;
    for (let warmUp = 0; warmUp < 12; warmUp++) this.next();
  }

  static of(seed: number): Prng {
    return new Prng(seed, 0);
  }

  /** An independent stream, so that drawing more of one thing does not change everything else. */
  stream(name: string): Prng {
    let hash = 0x811c9dc5;
    for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
    return new Prng(this.seed, hash);
  }

  /** 0 ≤ x < 1 */
  next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (this.#c << 21) | (this.#c >>> 11);
    this.#c = (this.#c + sum) | 0;
    return (sum >>> 0) / 4294967296;
  }

  /** low ≤ x < high */
  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** An integer, low ≤ x ≤ high. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(from: readonly T[]): T {
    if (from.length === 0) throw new RangeError('nothing to pick from');
    return from[Math.floor(this.next() * from.length)]!;
  }

  /** Picks by weight; the weights may have any sum. */
  weighted<T>(from: readonly (readonly [value: T, weight: number])[]): T {
    let left = this.next() * from.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of from) {
      left -= weight;
      if (left < 0) return value;
    }
    return from[from.length - 1]![0];
  }

  shuffled<T>(values: readonly T[]): T[] {
    const shuffled = [...values];
    for (let at = shuffled.length - 1; at > 0; at--) {
      const other = this.whole(0, at);
      [shuffled[at], shuffled[other]] = [shuffled[other]!, shuffled[at]!];
    }
    return shuffled;
  }
}
