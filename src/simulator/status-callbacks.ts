import type { Agenda } from './agenda.js';
import type { FaultPlan } from './fault-plan.js';
import type { Receipt, Receipts } from './receipts.js';

/** Longest wait for a receipt that must be there before the API's own answer, in milliseconds. */
const PATIENCE_MS = 2_000;

/** Passes receipts on, or loses, repeats, delays or turns them round, as the fault script wants it. */
export class StatusCallbacks {
  readonly #held = new Map<object, Receipt[]>();
  readonly #awaited = new Map<object, () => void>();

  constructor(
    private readonly receipts: Receipts,
    private readonly agenda: Agenda,
  ) {}

  /** @param last no receipt about this subject comes after this one */
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

  /** Waits until the first receipt about a subject was taken, though never long. */
  async firstTaken(subject: object): Promise<void> {
    const taken = new Promise<void>((resolve) => this.#awaited.set(subject, resolve));
    await Promise.race([taken, this.agenda.wait(PATIENCE_MS)]);
    this.#awaited.delete(subject);
  }
}
