import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { AuditLog } from './audit-log.js';
import { KeyTries } from './key-tries.js';
import type { Member } from './member.js';
import { MembersRepository } from './members.repository.js';
import { hashSecret } from './secrets.js';

const sessionHours = 10;

export interface OpenedSession {
  readonly member: Member;
  /** The secret in the browser's cookie. Only its hash is stored. */
  readonly secret: string;
  readonly expires: Date;
}

/** A person shows their key and gets a session. */
@Injectable()
export class SignIn {
  constructor(
    private readonly keys: KeyTries,
    private readonly members: MembersRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @param client the client's network address
   * @throws staff.wrong-key, staff.too-many-keys
   */
  async run(key: string, client: string): Promise<OpenedSession> {
    const member = await this.keys.find(key, client);
    const secret = randomBytes(32).toString('base64url');
    const expires = new Date(this.clock.now().getTime() + sessionHours * 3_600_000);
    await this.members.openSession(hashSecret(secret), hashSecret(key), expires);
    await this.audit.record({ memberId: member.id, action: 'staff.sign-in', subject: member.id });
    return { member, secret, expires };
  }
}
