import type { Channel } from './fault-script.js';
import type { SenderLimit } from './limits.js';

/** How long Twilio lets a queue grow: 10 hours of segments for a sender of texts, 24 hours of calls. */
const LONGEST_SECONDS: Readonly<Record<Channel, number>> = { sms: 36_000, call: 86_400 };

/** A place in a sender's queue, or none. */
export interface Place {
  /** Milliseconds until its turn; 0 without a limit or a queue. */
  readonly waitMs: number;
  /** There was no room: nothing was put into the queue. */
  readonly full: boolean;
}

interface Queue {
  readonly msPerUnit: number;
  readonly maxMs: number;
  /** When everything now in the queue will have been sent, in milliseconds of the monotonic clock. */
  freeAt: number;
}

const AT_ONCE: Place = { waitMs: 0, full: false };

/**
 * What each sender still has to send, at its own rate. A queue is only the moment at which it will be empty: who joins
 * waits until then and puts that moment off by its own units. A message cancelled while it waits leaves its gap.
 */
export class SenderQueues {
  readonly #limits = new Map<string, SenderLimit>();
  readonly #queues = new Map<string, Queue>();

  /** @param now milliseconds of a clock that is never set */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Replaces the limits. What waits keeps its time; queues begin anew, empty. */
  load(limits: readonly SenderLimit[]): void {
    this.#limits.clear();
    this.#queues.clear();
    for (const limit of limits) {
      for (const channel of limit.channel ? [limit.channel] : (['sms', 'call'] as const)) {
        this.#limits.set(channel + limit.from, limit);
      }
    }
  }

  /** Puts units at the end of a sender's queue, when what is before them isn't more than the queue may hold. */
  join(channel: Channel, from: string, units: number): Place {
    if (this.#limits.size === 0) return AT_ONCE;
    const queue = this.#queueOf(channel, from);
    if (!queue) return AT_ONCE;
    const now = this.now();
    const waitMs = Math.max(0, queue.freeAt - now);
    if (waitMs > queue.maxMs) return { waitMs, full: true };
    queue.freeAt = now + waitMs + units * queue.msPerUnit;
    return { waitMs, full: false };
  }

  /** Seconds of work in the queues that aren't empty. */
  report(): { channel: Channel; from: string; waitingSeconds: number }[] {
    return [...this.#queues].flatMap(([key, { freeAt }]) => {
      const waitingSeconds = Math.max(0, freeAt - this.now()) / 1000;
      const channel = key.startsWith('sms') ? 'sms' : 'call';
      return waitingSeconds > 0 ? { channel, from: key.slice(channel.length), waitingSeconds } : [];
    });
  }

  #queueOf(channel: Channel, from: string): Queue | undefined {
    const key = channel + from;
    const known = this.#queues.get(key);
    if (known) return known;
    const limit = this.#limits.get(key) ?? this.#limits.get(`${channel}*`);
    if (!limit) return undefined;
    const queue = {
      msPerUnit: 1000 / limit.unitsPerSecond,
      maxMs: (limit.queueSeconds ?? LONGEST_SECONDS[channel]) * 1000,
      freeAt: 0,
    };
    this.#queues.set(key, queue);
    return queue;
  }
}
