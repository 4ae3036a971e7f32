import { Injectable } from '@nestjs/common';
import { Log } from '../platform/logging/log.js';
import { AudienceCountsRepository } from './audience-counts.repository.js';
import { CountCache } from './count-cache.repository.js';
import { audiencesEvents } from './log-events.js';

/**
 * Maximum runs to skip while counting fails. The number doubles up to this: about an hour, with a run every ten
 * seconds.
 */
const maxRunsSkipped = 360;

/**
 * Counts the whole municipality and its areas before anybody asks: they take longest, and in a crisis there is no time
 * to wait. If little has changed, the count is only corrected.
 */
@Injectable()
export class WarmCounts {
  private readonly log = new Log('warm-counts', audiencesEvents);
  /** Consecutive runs in which something could not be counted. */
  private failures = 0;
  private toSkip = 0;

  constructor(
    private readonly counts: AudienceCountsRepository,
    private readonly countCache: CountCache,
  ) {}

  /**
   * Does nothing if nothing has changed. An audience that can't be counted does not block the others. While there is
   * one, the next runs are skipped, twice as many each time.
   */
  async run(): Promise<void> {
    if (this.toSkip-- > 0) return;
    let hasFailed = false;
    for (const { places, channels } of await this.countCache.toCountAhead()) {
      try {
        await this.counts.count({ places }, channels);
      } catch (err) {
        const event = this.failures > 0 ? 'count-ahead.still-failing' : 'count-ahead.failed';
        this.log.write(event, { places, channels, err });
        hasFailed = true;
      }
    }
    this.failures = hasFailed ? this.failures + 1 : 0;
    this.toSkip = hasFailed ? Math.min(maxRunsSkipped, 2 ** this.failures - 1) : 0;
  }

  async tidy(): Promise<void> {
    await this.countCache.forgetOld();
  }
}
