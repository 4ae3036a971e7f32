import { Injectable, Logger } from '@nestjs/common';
import { AudienceCountsRepository } from './audience-counts.repository.js';
import { KeptCounts } from './kept-counts.repository.js';

/**
 * Counts the whole municipality and its areas before anybody asks: they take longest, and in a crisis there is no time to
 * wait. Where little has changed the count is corrected by that.
 */
@Injectable()
export class WarmCounts {
  private readonly log = new Logger('warm-counts');

  constructor(
    private readonly counts: AudienceCountsRepository,
    private readonly kept: KeptCounts,
  ) {}

  /** Does nothing where nothing has changed. One that can't be counted keeps no other from it. */
  async run(): Promise<void> {
    for (const { places, channels } of await this.kept.toCountAhead())
      await this.counts
        .count({ places }, channels)
        .catch((err: unknown) => this.log.error({ msg: 'not counted ahead', places, channels, err }));
  }

  async tidy(): Promise<void> {
    await this.kept.forgetOld();
  }
}
