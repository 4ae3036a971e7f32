/**
 * All accepted resources of one kind, in order, found by sequence number or by recipient. Append-only. A parallel array
 * links each item to the previous item of the same recipient: compact enough for a million items.
 */
export class ResourceLog<T extends { readonly n: number; readonly to: string }> {
  readonly #items: T[] = [];
  readonly #earlier: number[] = [];
  readonly #latest = new Map<string, number>();

  /** The number that the next item must have. */
  get next(): number {
    return this.#items.length;
  }

  add(item: T): T {
    this.#items.push(item);
    this.#earlier.push(this.#latest.get(item.to) ?? -1);
    this.#latest.set(item.to, item.n);
    return item;
  }

  at(n: number | undefined): T | undefined {
    return n === undefined ? undefined : this.#items[n];
  }

  /** Items from the newest to the oldest, of one recipient or of all, starting just before number `below`. */
  *newestFirst(to?: string, below = Infinity): Generator<T> {
    let n = to === undefined ? Math.min(below, this.#items.length) - 1 : (this.#latest.get(to) ?? -1);
    while (n >= 0) {
      if (n < below) yield this.#items[n]!;
      n = to === undefined ? n - 1 : this.#earlier[n]!;
    }
  }
}
