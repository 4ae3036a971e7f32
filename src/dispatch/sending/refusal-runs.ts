import { Injectable } from '@nestjs/common';

/**
 * So many phones in a row refused with one and the same unheard-of code, and none accepted in between, are no matter of
 * the phones. Few, since everybody after them would be refused too; more than two, since neighbours may share an odd
 * carrier, and a stopped sender waits for a person.
 */
export const maxRun = 3;

/** Longer than any request takes, in milliseconds. */
const underWayMs = 30_000;

/** Refusals of one sender with one code that no rule knows. */
export class RefusalRun {
  private readonly phones = new Set<string>();
  private overSince: number | undefined;

  constructor(readonly code: string) {}

  add(phone: string): void {
    this.phones.add(phone);
    if (this.isTooLong) this.overSince ??= performance.now();
  }

  /** Whether the sender is to stop. Stays so for what is under way at that moment. */
  get isTooLong(): boolean {
    return this.phones.size >= maxRun;
  }

  /** Everything that was under way when it became too long has been answered. */
  get isPast(): boolean {
    return this.overSince !== undefined && performance.now() - this.overSince > underWayMs;
  }
}

/** The run of each sender in this process. Other processes count their own. */
@Injectable()
export class RefusalRuns {
  private readonly runs = new Map<string, RefusalRun>();

  /** @returns the run that the refusal is part of */
  refused(sender: string, code: string, phone: string): RefusalRun {
    const known = this.runs.get(sender);
    const run = known?.code === code && !known.isPast ? known : new RefusalRun(code);
    this.runs.set(sender, run);
    run.add(phone);
    return run;
  }

  /** The sender is all right: what comes is another run. */
  end(sender: string): void {
    this.runs.delete(sender);
  }
}
