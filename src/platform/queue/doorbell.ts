/**
 * What to do when a bell has rung. It may be rung twice for one thing, and twice at once: whoever answers looks in
 * the ledger for what there is to do.
 *
 * @param closing is aborted when the program stops: end soon and leave the rest to the sweeper
 */
export type RingHandler = (data: Readonly<Record<string, unknown>>, closing: AbortSignal) => Promise<void>;

/**
 * Wakes whoever answers a bell, in this process or another. PostgreSQL is the truth and this is only a doorbell: a
 * ring may be lost, repeated or late, so it carries a broadcast and a lane, never a person, and a sweeper rings again.
 */
export abstract class Doorbell {
  /** Never throws and never takes more than a few seconds: a ring that fails is logged, and rung again by the sweeper. */
  abstract ring(bell: string, data: object): Promise<void>;

  /**
   * Answers a bell until the program stops, once for each ring.
   *
   * @param options.concurrency how many rings are answered at once in this process; 1 if not given
   */
  abstract answer(bell: string, answer: RingHandler, options?: { readonly concurrency?: number }): void;
}
