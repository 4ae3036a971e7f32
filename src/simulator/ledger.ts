import type { Call } from './call.js';
import type { Message } from './message.js';

/** Something a phone received: a text shown, or what was heard in a call. `at` in milliseconds. */
export interface Received {
  readonly at: number;
  readonly kind: 'sms' | 'call';
  readonly from: string;
  readonly text: string;
  /** Running number of the message or call. */
  readonly n: number;
}

/** What a create request made. */
export type Creation = Message | Call;

/**
 * Everything that was accepted and everything that was received, in order. Only appended to, never cleared, and it
 * points at what others keep anyway: eight bytes a line. Lines are numbered from 1.
 */
export class Ledger {
  readonly #accepted: Creation[] = [];
  readonly #received: Received[] = [];
  /** Only of those that the fault script kept waiting: hardly any line of a load test. */
  readonly #lateMs = new Map<Creation, number>();

  /**
   * Notes a create request that was accepted, whatever its answer will be.
   *
   * @param lateMs how long the fault script had it wait before it was accepted
   */
  accept(creation: Creation, lateMs: number): void {
    this.#accepted.push(creation);
    if (lateMs > 0) this.#lateMs.set(creation, lateMs);
  }

  /** Milliseconds that the fault script had a request wait between its coming and its being accepted. */
  lateMsOf(creation: Creation): number {
    return this.#lateMs.get(creation) ?? 0;
  }

  receive(received: Received): void {
    this.#received.push(received);
  }

  get receivedCount(): number {
    return this.#received.length;
  }

  /** Accepted requests numbered above `after`, up to the latest one as of now. */
  accepted(after: number): Generator<[seq: number, creation: Creation]> {
    return numbered(this.#accepted, after);
  }

  /** Texts and calls received, numbered above `after`, up to the latest one as of now. */
  received(after: number): Generator<[seq: number, received: Received]> {
    return numbered(this.#received, after);
  }
}

// The end is fixed first: a reader slower than the traffic would never reach one that moves.
function* numbered<T>(lines: readonly T[], after: number, end = lines.length): Generator<[number, T]> {
  for (let index = after; index < end; index++) yield [index + 1, lines[index]!];
}
