import type { Channel } from './fault-script.js';
import { Spending, type Spent, type Stretch } from './spending.js';

/** The units that one sender used: segments of texts, or calls. Times are milliseconds since 1970. */
export interface SenderRate extends Spent {
  readonly kind: Channel;
  readonly sender: string;
}

/**
 * The rate at which each sender's texts and calls were accepted. Uses the monotonic clock, so that a change of the
 * system clock during a run neither hides a burst nor creates one.
 */
export class RateMeter {
  readonly #bySender = new Map<string, { kind: Channel; sender: string; spending: Spending }>();

  /** @param units number of segments of a text; 1 for a call */
  note(kind: Channel, sender: string, units: number): void {
    const key = kind + sender;
    let known = this.#bySender.get(key);
    if (!known) this.#bySender.set(key, (known = { kind, sender, spending: new Spending() }));
    known.spending.note(performance.timeOrigin + performance.now(), units);
  }

  /** Senders that used units in a period (milliseconds since 1970). */
  report(stretch: Stretch, only?: string): SenderRate[] {
    return [...this.#bySender.values()].flatMap(({ kind, sender, spending }) => {
      const spent = only === undefined || sender === only ? spending.sumBetween(stretch) : undefined;
      return spent ? [{ kind, sender, ...spent }] : [];
    });
  }
}
