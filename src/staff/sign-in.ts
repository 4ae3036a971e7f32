import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { AuditLog } from './audit-log.js';
import { Config } from '../platform/config/config.js';
import { Log } from '../platform/logging/log.js';
import { KeyTries } from './key-tries.js';
import { staffEvents } from './log-events.js';
import type { Member } from './member.js';
import { MembersRepository } from './members.repository.js';
import { newSession } from './new-session.js';
import { hashSecret } from './secrets.js';

export interface OpenedSession {
  readonly member: Member;
  /** The secret in the browser's cookie. Only its hash is stored. */
  readonly secret: string;
  readonly expires: Date;
}

/**
 * A person shows their key and gets a session. With an identity provider, keys are for emergencies: each use is logged
 * as an alarm.
 */
@Injectable()
export class SignIn {
  private readonly log = new Log('sign-in', staffEvents);

  constructor(
    private readonly keys: KeyTries,
    private readonly members: MembersRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * @param client the client's network address
   * @throws staff.wrong-key, staff.too-many-keys
   */
  async run(key: string, client: string): Promise<OpenedSession> {
    const member = await this.keys.find(key, client);
    const breakGlass = this.config.identityProvider !== undefined && !this.config.get('DEMO');
    const opened = newSession(this.clock.now(), this.config.get('SESSION_HOURS'));
    const { hash, now, expires: expiresAt } = opened;
    await this.members.openSession({ memberId: member.id, hash, keyHash: hashSecret(key), expiresAt }, now);
    await this.audit.record({
      memberId: member.id,
      action: 'staff.sign-in',
      subject: member.id,
      detail: { with: 'key', ...(breakGlass ? { breakGlass } : {}) },
    });
    if (breakGlass) this.log.write('sign-in.break-glass', { member: member.id });
    return { member, secret: opened.secret, expires: expiresAt };
  }
}
