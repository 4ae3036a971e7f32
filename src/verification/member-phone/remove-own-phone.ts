import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../staff/audit-log.js';
import { MembersRepository } from '../../staff/members.repository.js';

/** The program no longer texts a member of staff. A code that they have not given yet becomes invalid. */
@Injectable()
export class RemoveOwnPhone {
  constructor(
    private readonly members: MembersRepository,
    private readonly audit: AuditLog,
  ) {}

  async run(memberId: string): Promise<void> {
    await this.members.atomically(async (tx) => {
      await this.members.setPhone(memberId, undefined, tx);
      await this.audit.record({ memberId, action: 'member.phone-removed', subject: memberId }, tx);
    });
  }
}
