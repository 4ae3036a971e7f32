/** A FIFO mutex. */
export class FairMutex {
  private readonly queue: (() => void)[] = [];
  private taken = false;

  /** Number of waiters. */
  get waiting(): number {
    return this.queue.length;
  }

  /** @returns a function that releases the mutex; a second call does nothing */
  async acquire(): Promise<() => void> {
    if (this.taken) await new Promise<void>((resolve) => this.queue.push(resolve));
    this.taken = true;
    let given = false;
    return () => {
      if (given) return;
      given = true;
      const next = this.queue.shift();
      // Keep it taken until the next waiter runs, so that nobody can acquire it before.
      if (next) next();
      else this.taken = false;
    };
  }
}
