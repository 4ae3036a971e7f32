import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ReachRepository } from './reach.repository.js';

/** Rows of the list at a time: a fraction of a second, a few tens of megabytes. */
const batch = 20_000;
/**
 * For a transaction that changes a whole register, and blocks others anyway: fewer passes over the list, whose deleted
 * rows stay until the commit.
 */
const largeBatch = 100_000;
/** From this many addresses on, ANALYZE is run afterwards. */
const many = 5_000;

/**
 * Works out who is reached at the addresses where something changed. Nothing is wrong before it has run: audiences read
 * the registers themselves for addresses that are due. It makes the audiences fast again.
 */
@Injectable()
export class RefreshReach {
  constructor(private readonly reach: ReachRepository) {}

  /**
   * @param tx the transaction of an import: others see the register as it was before, or completely worked out
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

  /** Before-images are useful for half a minute after a refresh. */
  async dropBeforeImages(seconds = 30): Promise<void> {
    await this.reach.dropBeforeImages(seconds);
  }

  async tidy(): Promise<void> {
    await this.reach.forgetOldChanges();
  }
}
