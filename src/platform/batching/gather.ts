/**
 * Writes many small things as few sets: what comes while a set is being written is the next set. Nothing waits for
 * more to come, so a quiet hour costs no delay and a busy one no statement each.
 */
export class Gather<T> {
  private waiting: {
    readonly item: T;
    readonly done: () => void;
    readonly failed: (error: unknown) => void;
  }[] = [];
  private writing = false;

  /**
   * @param write all of a set, or nothing of it
   * @param most items a set
   */
  constructor(
    private readonly write: (items: readonly T[]) => Promise<void>,
    private readonly most = 1000,
  ) {}

  /** Resolves when the item was written; rejects as the write of its set did. */
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
