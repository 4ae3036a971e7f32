import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { Log } from '../platform/logging/log.js';
import { directoryEvents } from './log-events.js';
import { FollowAddresses } from './reach/follow-addresses.js';
import { StaffPhonesRepository } from './staff-phones.repository.js';

/**
 * Lets go of what nobody needs: a quarantine that is so old that the number may be somebody else's, and phones that are
 * nowhere any more. First those whose address has a new key follow it. An objection stays, since nobody but the one who made it may take it back.
 */
@Injectable()
export class DisposeOfPhones {
  private readonly log = new Log('disposal', directoryEvents);

  constructor(
    private readonly phones: StaffPhonesRepository,
    private readonly follow: FollowAddresses,
    private readonly config: Config,
  ) {}

  /** Safe to repeat, and for several to do at once. */
  async run(): Promise<void> {
    const moved = await this.follow.run();
    if (moved > 0) this.log.write('phones.moved', { moved });
    const released = await this.phones.releaseOld(this.config.get('QUARANTINE_DAYS'));
    const forgotten = await this.phones.forgetAllUnplaced();
    if (released + forgotten > 0) this.log.write('phones.disposed', { released, forgotten });
  }
}
