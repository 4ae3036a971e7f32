import { Injectable } from '@nestjs/common';
import { MembersRepository } from '../../staff/members.repository.js';
import { VerificationsRepository } from '../verifications.repository.js';

/** The phone of a member of staff, and the one that they have not confirmed yet. */
@Injectable()
export class ShowOwnPhone {
  constructor(
    private readonly members: MembersRepository,
    private readonly verifications: VerificationsRepository,
  ) {}

  async run(memberId: string) {
    const { phone, session } = await this.members.ownPhone(memberId);
    const pending = await this.verifications.findPending(session);
    return {
      phone,
      unconfirmed: pending && { phone: pending.phone, expiresAt: pending.expiresAt },
    };
  }
}
