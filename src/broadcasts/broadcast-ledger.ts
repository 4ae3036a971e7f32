import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { Broadcast } from './broadcast.js';
import type { AccountAnswer, ChannelAccountAnswer, PaceAnswer, ReportAnswer } from './report-answers.js';

/** What became of a broadcast's deliveries; the report of the API, whose numbers add up to `planned`. */
export type Report = Readonly<z.infer<typeof ReportAnswer>>;

/** What went out by a channel. */
export type ChannelAccount = Readonly<z.infer<typeof ChannelAccountAnswer>>;
export type Account = Readonly<z.infer<typeof AccountAnswer>>;

/** How quickly a broadcast goes out now. */
export type Pace = Readonly<z.infer<typeof PaceAnswer>>;

/** All that the ledger tells of how it goes. */
export interface LedgerProgress {
  readonly report: Report;
  readonly account?: Account | undefined;
  readonly pace?: Pace | undefined;
}

/** Rounded down, so that 100 means all. */
export const percent = (final: number, planned: number): number =>
  planned === 0 ? 100 : Math.floor((100 * final) / planned);

/** Share of the planned that is final, 0–100. */
export function percentOf(report: Report): number {
  const open = report.pending + report.sending + report.accepted + report.sent + report.inDoubt;
  return percent(report.planned - open, report.planned);
}

/**
 * What broadcasts need of the ledger of deliveries, which lives a floor above: a port, since an approval and its
 * enrolment must stand or fall together.
 */
export abstract class BroadcastLedger {
  /** Freezes the audience: one row a phone and channel. @returns how many are planned */
  abstract enrol(broadcast: Broadcast, tx: EntityManager): Promise<number>;

  /** Cancels what has not been sent. */
  abstract withdraw(broadcastId: string, tx: EntityManager): Promise<void>;

  abstract report(broadcast: Pick<Broadcast, 'id' | 'kind' | 'audience'>): Promise<Report>;

  /** The report, what it cost, and how quickly it goes out: of one look at the ledger. */
  abstract progress(
    broadcast: Pick<Broadcast, 'id' | 'kind' | 'audience' | 'state' | 'startedAt'>,
  ): Promise<LedgerProgress>;

  /** Share of the planned that is final, 0–100, for each of the broadcasts. */
  abstract percents(broadcastIds: readonly string[]): Promise<ReadonlyMap<string, number>>;

  /** Something may be sent now: wake whoever sends. Never fails: a sweeper finds what nobody rang for. */
  abstract wake(broadcast: Pick<Broadcast, 'id' | 'lane'>): Promise<void>;
}
