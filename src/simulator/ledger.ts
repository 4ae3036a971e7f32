import type { Call } from './call.js';
import type { Message } from './message.js';

/** Something that a phone received: a text, or what was heard in a call. `at` is in milliseconds since 1970. */
export interface Received {
  readonly at: number;
  readonly kind: 'sms' | 'call';
  readonly from: string;
  readonly text: string;
  /** Sequence number of the message or call. */
  readonly n: number;
}

/** The result of a create request. */
export type Creation = Message | Call;

/**
 * Everything that was accepted and everything that was received, in order. Append-only, never cleared. It only refers
 * to objects that are kept elsewhere anyway: eight bytes per line. Lines are numbered from 1.
 */
export class Ledger {
  readonly #accepted: Creation[] = [];
  readonly #received: Received[] = [];
  /** Only for requests that the fault script delayed: very few in a load test. */
  readonly #lateMs = new Map<Creation, number>();

  /**
   * Records an accepted create request, also if its answer will be lost.
   *
   * @param lateMs milliseconds that the fault script delayed it before it was accepted
   */
  accept(creation: Creation, lateMs: number): void {
    this.#accepted.push(creation);
    if (lateMs > 0) this.#lateMs.set(creation, lateMs);
  }

  /** Milliseconds that the fault script delayed a request between its arrival and its acceptance. */
  lateMsOf(creation: Creation): number {
    return this.#lateMs.get(creation) ?? 0;
  }

  receive(received: Received): void {
    this.#received.push(received);
  }

  get receivedCount(): number {
    return this.#received.length;
  }

  /** Accepted requests with a number above `after`, up to the latest one at the time of the call. */
  accepted(after: number): Generator<[seq: number, creation: Creation]> {
    return numbered(this.#accepted, after);
  }

  /** Received texts and calls with a number above `after`, up to the latest one at the time of the call. */
  received(after: number): Generator<[seq: number, received: Received]> {
    return numbered(this.#received, after);
  }
}

// The end is fixed at the call: a reader slower than the traffic would never reach a moving end.
function* numbered<T>(lines: readonly T[], after: number, end = lines.length): Generator<[number, T]> {
  for (let index = after; index < end; index++) yield [index + 1, lines[index]!];
}
