/** Lets one in at a time, first come first served. */
export class FairMutex {
  private readonly queue: (() => void)[] = [];
  private taken = false;

  /** How many stand in line. */
  get waiting(): number {
    return this.queue.length;
  }

  /** @returns how to give the turn back, once */
  async acquire(): Promise<() => void> {
    if (this.taken) await new Promise<void>((resolve) => this.queue.push(resolve));
    this.taken = true;
    let given = false;
    return () => {
      if (given) return;
      given = true;
      const next = this.queue.shift();
      // Still taken while the next one wakes, so that nobody slips in between.
      if (next) next();
      else this.taken = false;
    };
  }
}
