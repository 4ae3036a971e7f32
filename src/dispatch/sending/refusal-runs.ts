import { Injectable } from '@nestjs/common';

/**
 * After this many phones in a row refused with the same unknown code, and none accepted in between, the cause is not
 * the phones. Few, because all later phones would be refused too. More than two, because neighbours may share an
 * unusual carrier, and a stopped sender waits for a person.
 */
export const maxRun = 3;

/** Longer than any request takes, in milliseconds. */
const underWayMs = 30_000;

/** Consecutive refusals of one sender with one unknown code. */
export class RefusalRun {
  private readonly phones = new Set<string>();
  private overSince: number | undefined;

  constructor(readonly code: string) {}

  add(phone: string): void {
    this.phones.add(phone);
    if (this.isTooLong) this.overSince ??= performance.now();
  }

  /** Whether the sender must be stopped. It stays true for the requests under way at that moment. */
  get isTooLong(): boolean {
    return this.phones.size >= maxRun;
  }

  /** Everything that was under way when the run became too long has been answered. */
  get isPast(): boolean {
    return this.overSince !== undefined && performance.now() - this.overSince > underWayMs;
  }
}

/** The current run of each sender in this process. Other processes count their own. */
@Injectable()
export class RefusalRuns {
  private readonly runs = new Map<string, RefusalRun>();

  /** @returns the run that the refusal belongs to */
  refused(sender: string, code: string, phone: string): RefusalRun {
    const known = this.runs.get(sender);
    const run = known?.code === code && !known.isPast ? known : new RefusalRun(code);
    this.runs.set(sender, run);
    run.add(phone);
    return run;
  }

  /** A message was accepted: later refusals start a new run. */
  end(sender: string): void {
    this.runs.delete(sender);
  }
}
