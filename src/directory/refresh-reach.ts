import { Injectable } from '@nestjs/common';
import { ReachRepository } from './reach.repository.js';

/** Addresses at a time: a fraction of a second, a few tens of megabytes. */
const batch = 20_000;
/** From so many on, the planner is told. */
const many = 5_000;

/**
 * Works out anew who is reached at the addresses where something changed. Nothing is wrong before it ran: audiences look
 * at the registers themselves for what is due; it makes them quick again.
 */
@Injectable()
export class RefreshReach {
  constructor(private readonly reach: ReachRepository) {}

  /** @returns how many addresses were due */
  async run(): Promise<number> {
    let total = 0;
    for (;;) {
      const done = await this.reach.refresh(batch);
      total += done;
      if (done < batch) break;
    }
    if (total >= many) await this.reach.analyze();
    return total;
  }

  /** What was there before the last refreshes is of use for half a minute. */
  async forgetWhatWas(seconds = 30): Promise<void> {
    await this.reach.forgetWhatWas(seconds);
  }

  async tidy(): Promise<void> {
    await this.reach.forgetOldChanges();
  }
}
