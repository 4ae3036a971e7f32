import type { EntityManager } from 'typeorm';
import type { Broadcast } from './broadcast.js';

/** What became of a broadcast's deliveries; the report of the API, whose numbers add up to `planned`. */
export interface Report {
  /** The sum of all numbers that follow it, but for `suppressed`. */
  readonly planned: number;
  /** Left out at enrolment, for a reason that may be told; not among the planned. */
  readonly suppressed: number;
  /** Not sent yet. */
  readonly pending: number;
  /** Handed to the provider this moment. */
  readonly sending: number;
  readonly accepted: number;
  readonly sent: number;
  readonly delivered: number;
  readonly undelivered: number;
  readonly failed: number;
  readonly rejected: number;
  readonly noReceipt: number;
  readonly inDoubt: number;
  readonly unknown: number;
  readonly cancelled: number;
  readonly expired: number;
  /** `part:reason` → count, where the part is a name above, e.g. `rejected:21211`; and a few of the whole. */
  readonly reasons: Readonly<Record<string, number>>;
}

/** What went out by a channel. */
export interface ChannelAccount {
  readonly planned: number;
  readonly delivered: number;
  /** SMS parts or calls that left us; a call that was tried again counts again. */
  readonly units: number;
  /** Öre, by the configured prices. */
  readonly costOre: number;
}
export type Account = Readonly<Record<'sms' | 'voice', ChannelAccount>>;

/** How quickly a broadcast goes out now. */
export interface Pace {
  /** Messages and calls a minute, as in the last half minute. */
  readonly perMinute: number;
  /** Until the last is sent at that rate; undefined while a channel stands still. */
  readonly secondsLeft?: number;
}

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
  abstract enrol(broadcast: Broadcast, within: EntityManager): Promise<number>;

  /** Cancels what has not been sent. */
  abstract withdraw(broadcastId: string, within: EntityManager): Promise<void>;

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
