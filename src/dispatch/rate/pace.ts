import { Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import type { Lane } from '../../broadcasts/broadcast.js';
import { factsOf } from '../../kernel/channel.js';
import { InFlights, type InFlight } from './in-flight.js';
import { RateLimiter, windowMs } from './rate-limiter.js';
import type { Sender } from '../senders/senders.js';

/** Longest a loop waits for rate before it looks whether a higher lane has come. */
const maxWaitMs = windowMs;
/** A 429 takes the rate down by half, and a quiet second gives a tenth of it back. */
const afterTooFast = 0.5;
const regainEachSecond = 0.1;
const slowest = 0.05;

/**
 * How much of a window each lane may catch up with. This is what makes the lanes strict across workers: while a higher
 * lane has something to send, it keeps its sender further ahead of its rate than a lower one may go. What lies between
 * `verification` and the next is a code's reserved share.
 */
const shareOf: Readonly<Record<Lane, number>> = { verification: 1, crisis: 0.7, urgent: 0.55, routine: 0.4 };

/** A hold that is no longer than this is left to the rate, which is halved. */
const minHoldMs = 1000;
const maxHoldMs = 60_000;

/** How fast a sender goes now: its rate, less after a 429, and not at all for as long as the provider wants or nothing passes. */
@Injectable()
export class Pace {
  private readonly slowed = new Map<string, { factor: number; at: number }>();

  /** Windows in a row in which a sender was refused and nothing of it accepted, and until when it waits for that. */
  private readonly held = new Map<string, { windows: number; until: number }>();

  constructor(
    private readonly limiter: RateLimiter,
    private readonly inFlights: InFlights,
  ) {}

  /** What is under way to the sender's provider. */
  inFlight({ provider }: Pick<Sender, 'provider'>): InFlight {
    return this.inFlights.of(provider);
  }

  /**
   * Asks for the units of the next messages, at most a window's worth. Waits for up to a window when there are none.
   *
   * @param costs units of each message, in order
   */
  async acquireUnits(sender: Sender, lane: Lane, costs: readonly number[]): Promise<number> {
    const heldMs = this.heldMs(sender);
    if (heldMs > 0) {
      await pause(Math.min(heldMs, maxWaitMs));
      return 0;
    }
    const share = shareOf[lane];
    const atLeast = costs[0] ?? 1;
    // Never slower than a message a second for having been refused: one grant would put everybody off for long.
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
   * The provider refused for being asked too fast; what it refuses within a window counts once.
   *
   * @param holdMs when it said how long to wait. Else the wait doubles from the second window in which nothing passes
   */
  tooFast(sender: Sender, holdMs?: number): void {
    this.inFlight(sender).refused();
    const now = performance.now();
    if (holdMs !== undefined && holdMs > minHoldMs) this.hold(sender, holdMs);
    const before = this.slowed.get(sender.id);
    if (before && now - before.at < windowMs) return;
    const factor = Math.max(slowest, this.factor(sender.id) * afterTooFast);
    this.slowed.set(sender.id, { factor, at: now });
    const windows = (this.held.get(sender.id)?.windows ?? 0) + 1;
    this.held.set(sender.id, { windows, until: this.held.get(sender.id)?.until ?? 0 });
    if (windows > 1) this.hold(sender, Math.min(maxHoldMs, minHoldMs * 2 ** (windows - 2)));
  }

  /** Something passed: the next wait is short again. */
  accepted(sender: Sender): void {
    if (this.held.size > 0) this.held.delete(sender.id);
  }

  /** How long nothing is to be asked for a sender, in milliseconds. */
  heldMs(sender: Sender): number {
    return Math.max(0, (this.held.get(sender.id)?.until ?? 0) - performance.now());
  }

  private hold({ id }: Sender, ms: number): void {
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
