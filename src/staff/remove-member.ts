import { Injectable } from '@nestjs/common';
import { refusal } from '../kernel/refusal.js';
import { AuditLog } from './audit-log.js';
import { readEmail } from './member.js';
import { MembersRepository } from './members.repository.js';

const NoSuchMember = refusal('staff.no-such-member', 'not-found', {
  sv: 'Ingen med adressen {email} arbetar här.',
  en: 'Nobody with the address {email} works here.',
});

/** Removes a member: their keys and sessions end now, their name stays on what they did. */
@Injectable()
export class RemoveMember {
  constructor(
    private readonly members: MembersRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @throws staff.no-such-member, also for somebody who has left already */
  async run(email: string): Promise<void> {
    await this.members.atomically(async (tx) => {
      const id = await this.members.leave(readEmail(email), tx);
      if (id === undefined) throw NoSuchMember({ email });
      await this.audit.record({ action: 'member.remove', subject: id }, tx);
    });
  }
}
