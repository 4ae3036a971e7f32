import type { ServerResponse } from 'node:http';

/**
 * Number of requests to the provider's API in progress, and their limit. A hanging request counts until it is closed.
 */
export class Concurrency {
  most = Infinity;
  #current = 0;
  readonly #leave = () => void (this.#current -= 1);

  get current(): number {
    return this.#current;
  }

  /** Counts a request until its answer or connection ends. @returns the number in progress, including this one */
  enter(answer: ServerResponse): number {
    answer.once('close', this.#leave);
    return ++this.#current;
  }
}
