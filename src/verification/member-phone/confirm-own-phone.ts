import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../staff/audit-log.js';
import { MembersRepository } from '../../staff/members.repository.js';
import { ConfirmVerification } from '../confirm-verification.js';

/** A member of staff gives the code that went to their new phone. From then on the program texts them there. */
@Injectable()
export class ConfirmOwnPhone {
  constructor(
    private readonly members: MembersRepository,
    private readonly confirm: ConfirmVerification,
    private readonly audit: AuditLog,
  ) {}

  /** @throws what {@link ConfirmVerification} throws */
  async run(memberId: string, code: string): Promise<void> {
    const { session } = await this.members.ownPhone(memberId);
    await this.confirm.run(
      session,
      code,
      ({ phone }, tx) => this.members.setPhone(memberId, phone, tx),
      (tx) => this.audit.record({ memberId, action: 'member.phone-set', subject: memberId }, tx),
    );
  }
}
