import type { ChaosOptions } from './options.js';

/** A broadcast of the run. */
export interface PlannedBroadcast {
  readonly name: string;
  readonly lane: 'crisis' | 'urgent' | 'routine';
  /** Every so manieth address is its audience; 1 is all of them. */
  readonly everyAddress: number;
  /** How far the run must have come, 0–1, before it is approved. */
  readonly at: number;
  /** Whether staff cancel it while it is sent. */
  readonly isCancelled?: true;
}

/** One for all; beside it others, each to another share, so that lanes interleave and phones get more than one text. */
export const plannedBroadcasts: readonly PlannedBroadcast[] = [
  { name: 'alla', lane: 'urgent', everyAddress: 1, at: 0 },
  { name: 'bredvid', lane: 'urgent', everyAddress: 5, at: 0 },
  { name: 'vanligt', lane: 'routine', everyAddress: 20, at: 0 },
  { name: 'kort', lane: 'urgent', everyAddress: 25, at: 0.3, isCancelled: true },
  { name: 'kris', lane: 'crisis', everyAddress: 10, at: 0.4 },
];

/** Share of the phones that are landlines. */
export const landlines = 0.05;

/** A kill costs a start of the program: sending lasts as long as they need, or most would fall on workers without work. */
const secondsAKill = { least: 4, most: 6, ofAStart: 0.7 };
const minSeconds = 45;

export interface Pace {
  /** Texts and calls that the whole run is expected to send. */
  readonly deliveries: number;
  /** How long sending is to last, were there no faults. */
  readonly sendingSeconds: number;
  readonly segmentsPerSecond: number;
  readonly callsPerSecond: number;
  /** After this the run is given up, in milliseconds. */
  readonly patienceMs: number;
}

/** @param startSeconds how long the program takes to start on this machine, as busy as it is */
export function paceOf(
  { recipients, kills }: Pick<ChaosOptions, 'recipients' | 'kills'>,
  startSeconds: number,
): Pace {
  const deliveries = Math.round(
    plannedBroadcasts.reduce((sum, { everyAddress }) => sum + recipients / everyAddress, 0),
  );
  const { least, most, ofAStart } = secondsAKill;
  const perKill = Math.min(most, Math.max(least, startSeconds * ofAStart));
  const sendingSeconds = Math.round(Math.max(minSeconds, kills * perKill));
  return {
    deliveries,
    sendingSeconds,
    segmentsPerSecond: Math.ceil((deliveries * (1 - landlines)) / sendingSeconds),
    // Calls are redialled minutes later: they go out in the first half.
    callsPerSecond: Math.max(2, Math.ceil((deliveries * landlines * 2) / sendingSeconds)),
    patienceMs: (sendingSeconds * 4 + 10 * 60) * 1000,
  };
}
