import { Injectable } from '@nestjs/common';
import { AudienceCountsRepository } from './audience-counts.repository.js';

/** Counts the whole municipality before anybody asks: it takes longest, and in a crisis there is no time to wait. */
@Injectable()
export class WarmCounts {
  constructor(private readonly counts: AudienceCountsRepository) {}

  /** Does nothing where nothing has changed. */
  async run(): Promise<void> {
    for (const id of await this.counts.municipalities())
      for (const channels of ['mobile-first', 'both'] as const)
        await this.counts.count({ places: [id] }, channels);
  }
}
