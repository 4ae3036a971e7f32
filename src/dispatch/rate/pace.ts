import { Injectable } from '@nestjs/common';
import type { Lane } from '../../broadcasts/broadcast.js';
import type { Turn } from '../../deliveries/ledger/batches.repository.js';
import { factsOf } from '../../kernel/channel.js';
import { InFlights, type InFlight } from './in-flight.js';
import { RateLimiter, windowMs } from './rate-limiter.js';
import type { Sender } from '../senders/senders.js';

/** Longest time a loop waits for rate before it checks for a higher lane. */
const maxWaitMs = windowMs;
/** A 429 halves the rate, and each quiet second gives a tenth of it back. */
const afterTooFast = 0.5;
const regainEachSecond = 0.1;
const slowest = 0.05;

/**
 * The share of a window that each lane may catch up with. This makes the lanes strict across workers: while a higher
 * lane has something to send, it keeps its sender further ahead of its rate than a lower lane may go. The gap between
 * `verification` and the next lane is the share reserved for codes.
 */
const shareOf: Readonly<Record<Lane, number>> = { verification: 1, crisis: 0.7, urgent: 0.55, routine: 0.4 };

/** What goes first in its lane gets half of the gap to the next lane. */
const moreForFirst = 0.075;

/** A shorter wait is not a hold: halving the rate is enough. */
const minHoldMs = 1000;
const maxHoldMs = 60_000;

/**
 * The current speed of a sender: its rate, a lower one after a 429, or zero while the provider demands a wait or
 * nothing passes.
 */
@Injectable()
export class Pace {
  private readonly slowed = new Map<string, { factor: number; at: number }>();

  /** By sender: the consecutive windows in which it was refused and nothing accepted, and the end of its hold. */
  private readonly held = new Map<string, { windows: number; until: number }>();

  constructor(
    private readonly limiter: RateLimiter,
    private readonly inFlights: InFlights,
  ) {}

  /** The requests under way to the sender's provider. */
  inFlight({ provider }: Pick<Sender, 'provider'>): InFlight {
    return this.inFlights.of(provider);
  }

  /**
   * Requests units for the next messages, at most for one window. If none are available, waits for up to a window.
   *
   * @param costs units of each message, in order
   */
  async acquireUnits(sender: Sender, { lane, first }: Turn, costs: readonly number[]): Promise<number> {
    const heldOffMs = this.heldMs(sender);
    if (heldOffMs > 0) {
      await pause(Math.min(heldOffMs, maxWaitMs));
      return 0;
    }
    const share = shareOf[lane] + (first ? moreForFirst : 0);
    const atLeast = costs[0] ?? 1;
    // After a refusal, never slower than a message a second: otherwise one grant would block all lanes for long.
    const minRate = Math.min(sender.unitsPerSecond, atLeast);
    const unitsPerSecond = Math.max(minRate, sender.unitsPerSecond * this.factor(sender.id));
    const windowful = Math.floor((unitsPerSecond * windowMs * share) / 1000);
    const wanted = Math.max(atLeast, Math.min(sum(costs), windowful));
    const largest = factsOf(sender.channel).largest.units;
    const fullRate = sender.unitsPerSecond;
    const request = { sender: sender.id, unitsPerSecond, fullRate, wanted, atLeast, largest, share };
    const { units, waitMs } = await this.limiter.take(request);
    if (units === 0) await pause(Math.min(waitMs, maxWaitMs));
    return units;
  }

  /**
   * The provider refused because of too many requests. Refusals within one window count once.
   *
   * @param holdMs how long the provider said to wait. Otherwise the wait doubles from the second window in which
   *   nothing passes
   */
  tooFast(sender: Sender, holdMs?: number): void {
    this.inFlight(sender).refused();
    const now = performance.now();
    if (holdMs !== undefined && holdMs > minHoldMs) this.holdOff(sender, holdMs);
    const before = this.slowed.get(sender.id);
    if (before && now - before.at < windowMs) return;
    const factor = Math.max(slowest, this.factor(sender.id) * afterTooFast);
    this.slowed.set(sender.id, { factor, at: now });
    const windows = (this.held.get(sender.id)?.windows ?? 0) + 1;
    this.held.set(sender.id, { windows, until: this.held.get(sender.id)?.until ?? 0 });
    if (windows > 1) this.holdOff(sender, Math.min(maxHoldMs, minHoldMs * 2 ** (windows - 2)));
  }

  /** Something was accepted: the next wait is short again. */
  accepted(sender: Sender): void {
    if (this.held.size > 0) this.held.delete(sender.id);
  }

  /** How long nothing may be sent for a sender, in milliseconds. */
  heldMs(sender: Sender): number {
    return Math.max(0, (this.held.get(sender.id)?.until ?? 0) - performance.now());
  }

  private holdOff({ id }: Sender, ms: number): void {
    const { windows = 0, until = 0 } = this.held.get(id) ?? {};
    this.held.set(id, { windows, until: Math.max(until, performance.now() + ms) });
  }

  private factor(id: string): number {
    const slowed = this.slowed.get(id);
    if (!slowed) return 1;
    const factor = slowed.factor + ((performance.now() - slowed.at) / 1000) * regainEachSecond;
    if (factor < 1) return factor;
    this.slowed.delete(id);
    return 1;
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

// The global timer, which a test can set.
const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
