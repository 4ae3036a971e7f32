import { Injectable, Logger } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { PhoneCareRepository } from './phone-care.repository.js';

/**
 * Lets go of what nobody needs: a quarantine that is so old that the number may be somebody else's, and phones that are
 * nowhere any more. An objection stays, since nobody but the one who made it may take it back.
 */
@Injectable()
export class DisposeOfPhones {
  private readonly log = new Logger('disposal');

  constructor(
    private readonly phones: PhoneCareRepository,
    private readonly config: Config,
  ) {}

  /** Safe to repeat, and for several to do at once. */
  async run(): Promise<void> {
    const released = await this.phones.releaseOld(this.config.get('QUARANTINE_DAYS'));
    const forgotten = await this.phones.forgetAllUnplaced();
    if (released + forgotten > 0) this.log.log({ msg: 'disposed of phones', released, forgotten });
  }
}
