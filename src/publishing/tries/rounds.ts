import { Wakeable } from '../../dispatch/sending/wakeable.js';

/** Work that a worker does again and again until it stops. */
export class Rounds {
  private stopping = false;
  private readonly sleeps = new Set<Wakeable>();
  private readonly running: Promise<void>[] = [];

  /** @param onError of a round; the next one is made all the same */
  constructor(private readonly onError: (err: unknown) => void) {}

  /** @param ms from the end of a round to the next */
  every(ms: number, work: () => Promise<unknown>): void {
    this.running.push(this.repeat(ms, work));
  }

  /** Ends after the rounds that are under way. */
  async stop(): Promise<void> {
    this.stopping = true;
    for (const sleep of this.sleeps) sleep.ring();
    await Promise.all(this.running);
  }

  private async repeat(ms: number, work: () => Promise<unknown>): Promise<void> {
    const sleep = new Wakeable();
    this.sleeps.add(sleep);
    while (!this.stopping) {
      await work().catch((err: unknown) => this.onError(err));
      await sleep.wait(ms);
    }
  }
}
