import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../staff/audit-log.js';
import { StaffPhonesRepository } from '../staff-phones.repository.js';
import { RefreshReach } from './refresh-reach.js';

/**
 * Moves phones to an address that got a new key. The register then ends the old address and adds a new one with another
 * id. A register of phones follows with its next delivery. But what residents and staff have entered would stay at an
 * address that no longer exists, and nobody would notice.
 */
@Injectable()
export class FollowAddresses {
  constructor(
    private readonly phones: StaffPhonesRepository,
    private readonly reach: RefreshReach,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Idempotent, and safe to run concurrently.
   *
   * @returns how many pairs of phone and address were moved
   */
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
