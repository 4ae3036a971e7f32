import type { MultiPolygon, Polygon } from 'geojson';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { AreaAudience } from '../audiences/audience.js';
import type { Broadcast } from './broadcast.js';
import type { AccountAnswer, ChannelAccountAnswer, PaceAnswer, ReportAnswer } from './report-answers.js';

/** The outcome of a broadcast's deliveries: the API's report, whose numbers add up to `planned`. */
export type Report = Readonly<z.infer<typeof ReportAnswer>>;

/** What was sent on a channel. */
export type ChannelAccount = Readonly<z.infer<typeof ChannelAccountAnswer>>;
export type Account = Readonly<z.infer<typeof AccountAnswer>>;

/** The current speed of a broadcast. */
export type Pace = Readonly<z.infer<typeof PaceAnswer>>;

/** Everything that the ledger reports about the progress of a broadcast. */
export interface LedgerProgress {
  readonly report: Report;
  readonly account?: Account | undefined;
  readonly pace?: Pace | undefined;
}

/** Phones that several broadcasts were sent to, each once. */
export interface PhonesReached {
  readonly planned: number;
  readonly delivered: number;
  /** Not delivered, but may still be. */
  readonly under: number;
}

/** What became of a broadcast in a part of its area. */
export interface PartOutcome {
  /** A block; what of a residential area is in no block that is shown; or the rest of the broadcast's area. */
  readonly kind: 'block' | 'area' | 'rest';
  /** Empty for the rest. */
  readonly name: string;
  readonly phones: number;
  /** Whether it has enough phones and addresses to be told apart from other parts. */
  readonly shown: boolean;
  readonly delivered: number;
  /** Not delivered, but may still be. */
  readonly under: number;
  /** In WGS 84. */
  readonly geometry: Polygon | MultiPolygon;
}

/** Rounded down, so that 100 means all. */
export const percent = (final: number, planned: number): number =>
  planned === 0 ? 100 : Math.floor((100 * final) / planned);

/** The share of planned deliveries that are final, 0–100. */
export function percentOf(report: Report): number {
  const open = report.pending + report.sending + report.accepted + report.sent + report.inDoubt;
  return percent(report.planned - open, report.planned);
}

/**
 * What broadcasts need from the ledger of deliveries, which is a module above. It is a port, because an approval and
 * its enrolment must succeed or fail together.
 */
export abstract class BroadcastLedger {
  /** Freezes the audience: one row per phone and channel. @returns how many are planned */
  abstract enrol(broadcast: Broadcast, tx: EntityManager): Promise<number>;

  /** Deletes what was enrolled of a broadcast of which nothing was sent, so that it can be enrolled again. */
  abstract forget(broadcastId: string, tx: EntityManager): Promise<void>;

  /** Leaves out the phones of a scheduled broadcast that were quarantined since its approval. */
  abstract prepareStart(broadcastId: string, tx: EntityManager): Promise<void>;

  /** Cancels what has not been sent. */
  abstract withdraw(broadcastId: string, tx: EntityManager): Promise<void>;

  abstract report(broadcast: Pick<Broadcast, 'id' | 'kind' | 'audience'>): Promise<Report>;

  /** The report, the cost and the speed, all from one read of the ledger. */
  abstract progress(
    broadcast: Pick<Broadcast, 'id' | 'kind' | 'audience' | 'state' | 'startedAt'>,
  ): Promise<LedgerProgress>;

  /** The phones of several broadcasts, each once; undefined once deliveries of any are disposed of. */
  abstract phonesOf(broadcastIds: readonly string[]): Promise<PhonesReached | undefined>;

  /** Nothing if no part has enough phones, if it takes too long, or once the deliveries are disposed of. */
  abstract outcomesByPart(broadcastId: string, audience: AreaAudience): Promise<readonly PartOutcome[]>;

  /**
   * The phones that may have had a text of the incident that was corrected, and have not had its last correction. Undefined
   * without a correction, and once deliveries of any of them are disposed of.
   *
   * @param root the first broadcast of the incident
   */
  abstract uncorrected(root: string): Promise<number | undefined>;

  /** For each of the broadcasts, the share of planned deliveries that are final, 0–100. */
  abstract percents(broadcastIds: readonly string[]): Promise<ReadonlyMap<string, number>>;

  /** Wakes the workers, because something may be sent now. Never fails: the sweeper finds work without a ring. */
  abstract wake(broadcast: Pick<Broadcast, 'id' | 'lane'>): Promise<void>;
}
