const TICK_MS = 10;

/**
 * Delayed tasks, kept in slots of ten milliseconds with one timer for all. A separate timer for each of a hundred
 * thousand messages would cost more than the messages.
 */
export class Agenda {
  readonly #slots = new Map<number, (() => void)[]>();
  #timer: NodeJS.Timeout | undefined;
  #reached = 0;
  #closed = false;

  /** Runs a task once, `ms` milliseconds from now, rounded up to the next slot. */
  after(ms: number, task: () => void): void {
    if (this.#closed) return;
    if (!this.#timer) {
      this.#reached = Math.floor(performance.now() / TICK_MS);
      this.#timer = setInterval(() => this.#run(), TICK_MS);
    }
    const slot = Math.max(this.#reached + 1, Math.ceil((performance.now() + ms) / TICK_MS));
    const tasks = this.#slots.get(slot);
    if (tasks) tasks.push(task);
    else this.#slots.set(slot, [task]);
  }

  wait(ms: number): Promise<void> {
    return new Promise((resolve) => this.after(ms, resolve));
  }

  /** Drops all tasks; none runs after this. */
  close(): void {
    this.#closed = true;
    clearInterval(this.#timer);
    this.#slots.clear();
  }

  #run(): void {
    const now = Math.floor(performance.now() / TICK_MS);
    while (this.#reached < now) {
      this.#reached += 1;
      const tasks = this.#slots.get(this.#reached);
      this.#slots.delete(this.#reached);
      for (const task of tasks ?? []) task();
    }
    if (this.#slots.size === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    }
  }
}
