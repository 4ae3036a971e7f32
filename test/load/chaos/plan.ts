import type { ChaosOptions } from './options.js';

/** A broadcast of the run. */
export interface PlannedBroadcast {
  readonly name: string;
  readonly lane: 'crisis' | 'urgent' | 'routine';
  /** Its audience is every `everyAddress`th address; 1 means all of them. */
  readonly everyAddress: number;
  /** Progress of the run at which it is approved, 0–1. */
  readonly at: number;
  /** Whether staff cancel it while it is sent. */
  readonly isCancelled?: true;
}

/** One broadcast to all, others to different shares: so lanes interleave, and phones get more than one text. */
export const plannedBroadcasts: readonly PlannedBroadcast[] = [
  { name: 'alla', lane: 'urgent', everyAddress: 1, at: 0 },
  { name: 'bredvid', lane: 'urgent', everyAddress: 5, at: 0 },
  { name: 'vanligt', lane: 'routine', everyAddress: 20, at: 0 },
  { name: 'kort', lane: 'urgent', everyAddress: 25, at: 0.3, isCancelled: true },
  { name: 'kris', lane: 'crisis', everyAddress: 10, at: 0.4 },
];

/** Share of the phones that are landlines. */
export const landlines = 0.05;

/**
 * Seconds of sending per kill. Each kill costs a start of the program: in less time most kills would hit idle workers.
 */
const secondsAKill = { least: 4, most: 6, ofAStart: 0.7 };
const minSeconds = 45;

export interface Pace {
  /** Texts and calls that the whole run is expected to send. */
  readonly deliveries: number;
  /** How long sending would last without faults. */
  readonly sendingSeconds: number;
  readonly segmentsPerSecond: number;
  readonly callsPerSecond: number;
  /** Time limit of the run, in milliseconds. */
  readonly patienceMs: number;
}

/** @param startSeconds how long the program takes to start on this machine, under its present load */
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
    // Calls are redialled minutes later, so they go out in the first half.
    callsPerSecond: Math.max(2, Math.ceil((deliveries * landlines * 2) / sendingSeconds)),
    patienceMs: (sendingSeconds * 4 + 10 * 60) * 1000,
  };
}
