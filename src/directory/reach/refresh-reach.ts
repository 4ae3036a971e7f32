import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ReachRepository } from './reach.repository.js';

/** Rows of the list at a time: a fraction of a second, a few tens of megabytes. */
const batch = 20_000;
/** For who changes a whole register, and holds others up anyway: fewer passes over a list that stays until the commit. */
const largeBatch = 100_000;
/** From so many addresses on, the planner is told. */
const many = 5_000;

/**
 * Works out anew who is reached at the addresses where something changed. Nothing is wrong before it ran: audiences look
 * at the registers themselves for what is due; it makes them quick again.
 */
@Injectable()
export class RefreshReach {
  constructor(private readonly reach: ReachRepository) {}

  /**
   * @param tx the transaction of an import: whoever counts sees the register as it was, or all of it worked out
   * @returns how many addresses were worked out
   */
  async run(tx?: EntityManager): Promise<number> {
    const most = tx ? largeBatch : batch;
    let total = 0;
    for (;;) {
      const { taken, addresses } = await this.reach.refresh(most, tx);
      total += addresses;
      if (taken < most) break;
    }
    if (total >= many) await this.reach.analyze(tx);
    return total;
  }

  /** What was there before the last refreshes is of use for half a minute. */
  async dropBeforeImages(seconds = 30): Promise<void> {
    await this.reach.dropBeforeImages(seconds);
  }

  async tidy(): Promise<void> {
    await this.reach.forgetOldChanges();
  }
}
