import { Injectable, Logger } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { DisposalRepository } from './disposal.repository.js';

/** Broadcasts at a time, so that a long backlog leaves the database to others. */
const atOnce = 20;

/**
 * Who got which text is erased when it is as old as the municipality has decided; what it said, and how many got it,
 * stays. A code to a phone leaves nothing. Safe to repeat, and for two to do at once.
 */
@Injectable()
export class DisposeOfDeliveries {
  private readonly log = new Logger('disposal');

  constructor(
    private readonly disposal: DisposalRepository,
    private readonly config: Config,
  ) {}

  /** @returns whether there may be more to dispose of now */
  async run(): Promise<boolean> {
    const days = this.config.get('RETENTION_DAYS');
    let broadcasts = 0;
    while (broadcasts < atOnce && (await this.disposal.disposeOfNext(days))) broadcasts++;
    if (broadcasts > 0) this.log.log({ msg: 'disposed of who got what', broadcasts });
    if (broadcasts === atOnce) return true;
    await this.disposal.dropEmptyMonths(days);
    return false;
  }
}
