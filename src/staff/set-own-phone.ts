import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { AuditLog } from './audit-log.js';
import type { Member } from './member.js';
import { MembersRepository } from './members.repository.js';
import { readStaffPhone } from './staff-phone.js';

/** A member of staff says which phone the program texts them at. */
@Injectable()
export class SetOwnPhone {
  constructor(
    private readonly members: MembersRepository,
    private readonly audit: AuditLog,
    private readonly config: Config,
  ) {}

  /**
   * @param text a mobile in any usual form; null removes the phone
   * @throws phone.not-a-number, staff.phone-not-mobile
   */
  async run(member: Member, text: string | null): Promise<Member> {
    const phone = text === null ? undefined : readStaffPhone(text, this.config);
    await this.members.atomically(async (tx) => {
      await this.members.setPhone(member.id, phone, tx);
      const action = phone === undefined ? 'member.phone-removed' : 'member.phone-set';
      await this.audit.record({ memberId: member.id, action, subject: member.id }, tx);
    });
    return { ...member, phone };
  }
}
