import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { AuditLog } from './audit-log.js';
import { MembersRepository } from './members.repository.js';
import { hashSecret } from './secrets.js';

/** Signs a person out: the session ends at once. */
@Injectable()
export class SignOut {
  constructor(
    private readonly members: MembersRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Safe to repeat: a session that has ended is no error. */
  async run(secret: string | undefined): Promise<void> {
    if (!secret) return;
    const hash = hashSecret(secret);
    const member = await this.members.findBySessionHash(hash, this.clock.now());
    await this.members.closeSession(hash);
    if (member)
      await this.audit.record({ memberId: member.id, action: 'staff.sign-out', subject: member.id });
  }
}
