/** Runs work by key, at most so many at once for each. Work for one key never waits for another's. */
export class AtOnce {
  private readonly under = new Map<string, Set<Promise<void>>>();

  /**
   * @param most at the same time for one key
   * @param work takes everything that is due, so that nothing is lost if it is not started
   */
  constructor(
    private readonly most: number,
    private readonly work: (key: string) => Promise<void>,
    private readonly onError: (key: string, err: unknown) => void,
  ) {}

  /** Starts work, unless enough of it is under way. Returns at once; never throws. */
  wake(key: string): void {
    const under = this.under.get(key) ?? new Set();
    if (under.size >= this.most) return;
    this.under.set(key, under);
    const run = this.work(key)
      .catch((err: unknown) => this.onError(key, err))
      .finally(() => {
        under.delete(run);
        if (under.size === 0) this.under.delete(key);
      });
    under.add(run);
  }

  /** When all that is under way has ended. */
  async idle(): Promise<void> {
    await Promise.all([...this.under.values()].flatMap((each) => [...each]));
  }
}
