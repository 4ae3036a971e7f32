import type { Agenda } from './agenda.js';
import type { Webhooks } from './webhooks.js';

export interface Receipt {
  readonly url: string;
  readonly params: Readonly<Record<string, string>>;
  /** Called once, when the receipt was accepted or given up. */
  readonly done?: () => void;
}

/** Delays between tries in milliseconds. Their sum is below the 15 s after which Twilio gives up. */
const PAUSES = [250, 1_000, 4_000, 8_000];
/** Parallel posts. Enough for tens of thousands of receipts per second, but not too many for one receiver. */
export const receiptsAtOnce = 128;
/** About 500 bytes each. */
const MOST_WAITING = 2_000_000;

interface Lane {
  readonly receipts: Receipt[];
  tries: number;
}

/**
 * Posts receipts, many in parallel, but those of one message or call one after another and in order. Retries if the
 * receiver can't be reached or answers 5xx. Receipts above the memory limit are dropped and counted as lost.
 */
export class Receipts {
  readonly #lanes = new Map<object, Lane>();
  #ready: object[] = [];
  #head = 0;
  #busy = 0;
  #waiting = 0;
  #lost = 0;
  #posted = 0;

  constructor(
    private readonly webhooks: Webhooks,
    private readonly agenda: Agenda,
  ) {}

  /** Receipts accepted, still to be posted, and lost (refused, unreachable too long, or above the memory limit). */
  get counts(): { posted: number; waiting: number; lost: number } {
    return { posted: this.#posted, waiting: this.#waiting, lost: this.#lost };
  }

  /** Queues a receipt after earlier ones about the same subject. */
  post(subject: object, receipt: Receipt): void {
    if (this.#waiting >= MOST_WAITING) {
      this.#lost += 1;
      receipt.done?.();
      return;
    }
    this.#waiting += 1;
    const lane = this.#lanes.get(subject);
    if (lane) {
      lane.receipts.push(receipt);
      return;
    }
    this.#lanes.set(subject, { receipts: [receipt], tries: 0 });
    this.#enqueue(subject);
  }

  #enqueue(subject: object): void {
    this.#ready.push(subject);
    while (this.#busy < receiptsAtOnce && this.#head < this.#ready.length) void this.#work();
  }

  async #work(): Promise<void> {
    this.#busy += 1;
    for (let subject = this.#take(); subject; subject = this.#take()) await this.#serve(subject);
    this.#busy -= 1;
  }

  #take(): object | undefined {
    const subject = this.#ready[this.#head];
    this.#head += 1;
    if (this.#head >= this.#ready.length) {
      this.#ready = [];
      this.#head = 0;
    } else if (this.#head > 10_000) {
      this.#ready = this.#ready.slice(this.#head);
      this.#head = 0;
    }
    return subject;
  }

  async #serve(subject: object): Promise<void> {
    const lane = this.#lanes.get(subject)!;
    const receipt = lane.receipts[0]!;
    const { status } = await this.webhooks.post(receipt.url, receipt.params);
    const pause = PAUSES[lane.tries];
    if ((status === undefined || status >= 500) && pause !== undefined) {
      lane.tries += 1;
      this.agenda.after(pause, () => this.#enqueue(subject));
      return;
    }
    if (status === undefined || status >= 400) this.#lost += 1;
    else this.#posted += 1;
    this.#waiting -= 1;
    lane.receipts.shift();
    lane.tries = 0;
    receipt.done?.();
    if (lane.receipts.length > 0) this.#enqueue(subject);
    else this.#lanes.delete(subject);
  }
}
