import type { Channel } from './fault-script.js';
import type { SenderLimit } from './limits.js';

/** Twilio's maximum queue length: 10 hours of segments for a sender of texts, 24 hours of calls. */
const LONGEST_SECONDS: Readonly<Record<Channel, number>> = { sms: 36_000, call: 86_400 };

/** A place in a sender's queue, or none. */
export interface Place {
  /** Milliseconds until its turn; 0 without a limit or a queue. */
  readonly waitMs: number;
  /** The queue was full, and nothing was added to it. */
  readonly full: boolean;
}

interface Queue {
  readonly msPerUnit: number;
  readonly maxMs: number;
  /** Time at which everything now in the queue will have been sent, in milliseconds of the monotonic clock. */
  freeAt: number;
}

const AT_ONCE: Place = { waitMs: 0, full: false };

/**
 * The queues of senders, each emptied at its own rate. A queue is stored only as the time at which it will be empty. A
 * new message waits until then, and moves that time by its own units. A message cancelled in the queue leaves a gap.
 */
export class SenderQueues {
  readonly #limits = new Map<string, SenderLimit>();
  readonly #queues = new Map<string, Queue>();

  /** @param now milliseconds of a monotonic clock */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Replaces the limits and empties all queues. Messages already waiting keep their time. */
  load(limits: readonly SenderLimit[]): void {
    this.#limits.clear();
    this.#queues.clear();
    for (const limit of limits) {
      for (const channel of limit.channel ? [limit.channel] : (['sms', 'call'] as const)) {
        this.#limits.set(channel + limit.from, limit);
      }
    }
  }

  /** Adds units to a sender's queue, unless the wait exceeds the queue's capacity. */
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

  /** The queues that aren't empty, with seconds until they are. */
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
