import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../staff/audit-log.js';
import { StaffPhonesRepository } from '../staff-phones.repository.js';
import { RefreshReach } from './refresh-reach.js';

/**
 * An address that its register gives a new key ends, and begins anew under another id. A register of phones follows with
 * its next delivery; what residents and staff have told would be at an address that is no more, without anybody knowing.
 */
@Injectable()
export class FollowAddresses {
  constructor(
    private readonly phones: StaffPhonesRepository,
    private readonly reach: RefreshReach,
    private readonly audit: AuditLog,
  ) {}

  /** Safe to repeat, and for several to do at once. @returns how many pairs of phone and address have moved */
  async run(): Promise<number> {
    return this.phones.atomically(async (tx) => {
      const moved = await this.phones.followAddresses(tx);
      if (moved === 0) return 0;
      await this.reach.run(tx);
      await this.audit.record(
        { action: 'directory.follow-addresses', subject: 'directory', detail: { moved } },
        tx,
      );
      return moved;
    });
  }
}
