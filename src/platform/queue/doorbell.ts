/**
 * The handler of a ring. There may be two rings for the same work, also at the same time: a handler must read the
 * ledger to find out what to do.
 *
 * @param closing is aborted when the program stops: end soon, and leave the rest to the sweeper
 */
export type RingHandler = (data: Readonly<Record<string, unknown>>, closing: AbortSignal) => Promise<void>;

/**
 * Wakes the handler of a bell, in this process or another. The ledger in PostgreSQL is the truth; a ring is only a hint
 * and may be lost, repeated or late. So a ring carries a broadcast and a lane, never a person, and the sweeper rings
 * again.
 */
export abstract class Doorbell {
  /** Never throws, and never takes more than a few seconds. A failed ring is logged, and the sweeper rings again. */
  abstract ring(bell: string, data: object): Promise<void>;

  /**
   * Calls the handler once for each ring, until the program stops.
   *
   * @param options.concurrency maximum number of handlers running at the same time in this process; default 1
   */
  abstract answer(bell: string, answer: RingHandler, options?: { readonly concurrency?: number }): void;
}
