import { Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { RateLimiter, windowMs } from './rate-limiter.js';
import { SenderStops } from './sender-stops.repository.js';
import type { Sender } from './senders.js';

/** Longest a loop waits for rate before it looks whether a higher lane has come. */
const longestWaitMs = windowMs;
/** A 429 takes the rate down by half, and a quiet second gives a tenth of it back. */
const afterTooFast = 0.5;
const regainEachSecond = 0.1;
const slowest = 0.05;

/** How fast a sender goes now: its rate, less after a 429, nothing while it is stopped. */
@Injectable()
export class Pace {
  private readonly slowed = new Map<string, { factor: number; at: number }>();

  constructor(
    private readonly limiter: RateLimiter,
    private readonly stops: SenderStops,
  ) {}

  /**
   * Asks for the units of the next messages, at most a window's worth. Waits for up to a window when there are none.
   *
   * @param costs units of each message, in order
   */
  async take(sender: Sender, costs: readonly number[]): Promise<number> {
    const unitsPerSecond = sender.unitsPerSecond * this.factor(sender.id);
    const atLeast = costs[0] ?? 1;
    const wanted = Math.max(atLeast, Math.min(sum(costs), Math.floor((unitsPerSecond * windowMs) / 1000)));
    const { units, waitMs } = await this.limiter.take({ sender: sender.id, unitsPerSecond, wanted, atLeast });
    if (units === 0) await pause(Math.min(waitMs, longestWaitMs));
    return units;
  }

  tooFast(sender: Sender): void {
    const factor = Math.max(slowest, this.factor(sender.id) * afterTooFast);
    this.slowed.set(sender.id, { factor, at: performance.now() });
  }

  isStopped(sender: Sender): Promise<boolean> {
    return this.stops.isStopped(sender.id);
  }

  stop(sender: Sender, reason: string): Promise<void> {
    return this.stops.stop(sender.id, reason);
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
