import type { Agenda } from './agenda.js';
import type { FaultPlan } from './fault-plan.js';
import type { Receipt, Receipts } from './receipts.js';

/** Maximum wait in milliseconds for a receipt that must be accepted before the API answers. */
const PATIENCE_MS = 2_000;

/** Posts receipts, or loses, repeats, delays or reverses them, according to the fault plan. */
export class StatusCallbacks {
  readonly #held = new Map<object, Receipt[]>();
  readonly #awaited = new Map<object, () => void>();

  constructor(
    private readonly receipts: Receipts,
    private readonly agenda: Agenda,
  ) {}

  /** @param last whether this is the last receipt about this subject */
  report(subject: object, receipt: Receipt, faults: FaultPlan, last: boolean): void {
    const { lost, times, reversed, lateMs } = faults.receipts;
    const done = this.#awaited.get(subject);
    if (lost) {
      done?.();
      return;
    }
    const told = done ? { ...receipt, done } : receipt;
    let due = [told, ...Array<Receipt>(times - 1).fill(receipt)];
    if (reversed) {
      const held = [...due, ...(this.#held.get(subject) ?? [])];
      if (last) this.#held.delete(subject);
      else this.#held.set(subject, held);
      due = last ? held : [];
    }
    const post = () => due.forEach((one) => this.receipts.post(subject, one));
    if (lateMs > 0) this.agenda.after(lateMs, post);
    else post();
  }

  /** Waits until the first receipt about a subject was accepted, but at most 2 s. */
  async firstTaken(subject: object): Promise<void> {
    const taken = new Promise<void>((resolve) => this.#awaited.set(subject, resolve));
    await Promise.race([taken, this.agenda.wait(PATIENCE_MS)]);
    this.#awaited.delete(subject);
  }
}
