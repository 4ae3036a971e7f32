import { createHash } from 'node:crypto';

/** Repeatable random numbers: the same seed and name give the same sequence, whatever other dice do in between. */
export class Dice {
  private thrown = 0;

  constructor(
    private readonly seed: number,
    private readonly name: string,
  ) {}

  /** From 0 (included) to 1 (excluded). */
  next(): number {
    const hash = createHash('sha256').update(`${this.seed}/${this.name}/${this.thrown++}`).digest();
    return hash.readUInt32BE() / 2 ** 32;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** @throws when there is nothing to pick from */
  pick<T>(from: readonly T[]): T {
    const picked = from[Math.floor(this.next() * from.length)];
    if (picked === undefined) throw new Error(`nothing to pick from for ${this.name}`);
    return picked;
  }
}
