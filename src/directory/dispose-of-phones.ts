import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { Log } from '../platform/logging/log.js';
import { directoryEvents } from './log-events.js';
import { FollowAddresses } from './reach/follow-addresses.js';
import { StaffPhonesRepository } from './staff-phones.repository.js';

/**
 * Disposes of what nobody needs: quarantines so old that the number may belong to somebody else, and phones that are no
 * longer at any address. Before that, phones follow an address that got a new key. An objection stays, since only the
 * person who made it may withdraw it.
 */
@Injectable()
export class DisposeOfPhones {
  private readonly log = new Log('disposal', directoryEvents);

  constructor(
    private readonly phones: StaffPhonesRepository,
    private readonly follow: FollowAddresses,
    private readonly config: Config,
  ) {}

  /** Idempotent, and safe to run concurrently. */
  async run(): Promise<void> {
    const moved = await this.follow.run();
    if (moved > 0) this.log.write('phones.moved', { moved });
    const released = await this.phones.releaseOld(this.config.get('QUARANTINE_DAYS'));
    const forgotten = await this.phones.forgetAllUnplaced();
    if (released + forgotten > 0) this.log.write('phones.disposed', { released, forgotten });
  }
}
