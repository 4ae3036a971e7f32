/** Minimum and maximum duration in milliseconds. */
export type Range = readonly [least: number, most: number];

/** Durations of the steps after a message or call was accepted. */
export interface Speed {
  /** From queued to sent. */
  readonly sent: Range;
  /** From sent to delivered, undelivered or failed. */
  readonly delivered: Range;
  /** From queued to ringing. */
  readonly ringing: Range;
  /** From ringing to answered, or to the end of an unanswered call. */
  readonly answered: Range;
  /** From answered until the other end hangs up. */
  readonly listening: Range;
}

/** Short durations, but in a realistic order and with realistic variation. */
export const realisticSpeed: Speed = {
  sent: [50, 120],
  delivered: [80, 280],
  ringing: [50, 120],
  answered: [80, 200],
  listening: [100, 300],
};

export const randomBetween = ([least, most]: Range): number => least + Math.random() * (most - least);
