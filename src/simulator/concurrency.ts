import type { ServerResponse } from 'node:http';

/** How many requests to the provider's API are under way, and how many may be. Those that hang count until they are torn. */
export class Concurrency {
  most = Infinity;
  #current = 0;
  readonly #leave = () => void (this.#current -= 1);

  get current(): number {
    return this.#current;
  }

  /** Counts a request until its answer is over or its connection is. Returns how many there are with it. */
  enter(answer: ServerResponse): number {
    answer.once('close', this.#leave);
    return ++this.#current;
  }
}
