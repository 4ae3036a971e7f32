/**
 * Groups many small writes into few sets: items added while a set is being written form the next set. No item waits for
 * more items. So there is no delay under low load, and no separate statement for each item under high load.
 */
export class Gather<T> {
  private waiting: {
    readonly item: T;
    readonly done: () => void;
    readonly failed: (error: unknown) => void;
  }[] = [];
  private writing = false;

  /**
   * @param write writes all items of a set, or none
   * @param most maximum number of items in a set
   */
  constructor(
    private readonly write: (items: readonly T[]) => Promise<void>,
    private readonly most = 1000,
  ) {}

  /** Resolves when the item is written. Rejects with the error of its set's write. */
  add(item: T): Promise<void> {
    return new Promise((done, failed) => {
      this.waiting.push({ item, done, failed });
      if (!this.writing) void this.drain();
    });
  }

  private async drain(): Promise<void> {
    this.writing = true;
    while (this.waiting.length > 0) {
      const set = this.waiting.splice(0, this.most);
      try {
        await this.write(set.map(({ item }) => item));
        for (const { done } of set) done();
      } catch (error) {
        for (const { failed } of set) failed(error);
      }
    }
    this.writing = false;
  }
}
