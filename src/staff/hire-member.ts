import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId } from '../kernel/ids.js';
import { nameSkeleton, requirePlainName, tidyName } from '../kernel/plain-name.js';
import { refusal } from '../kernel/refusal.js';
import { Config } from '../platform/config/config.js';
import { AuditLog } from './audit-log.js';
import { readEmail, roles, type Role } from './member.js';
import { MembersRepository } from './members.repository.js';
import { hashSecret } from './secrets.js';
import { readStaffPhone } from './staff-phone.js';

const NoSuchRole = refusal('staff.no-such-role', 'invalid', {
  sv: 'Det finns ingen roll {role}. Rollerna är {roles}.',
  en: 'There is no role {role}. The roles are {roles}.',
});

const DepartmentAlike = refusal('staff.department-alike', 'conflict', {
  sv: 'Det finns redan en förvaltning som heter ”{name}”, vilket ser likadant ut. Skriv namnet så.',
  en: 'There is a department called “{name}” already, which looks the same. Write the name like that.',
});

export interface Hiring {
  readonly name: string;
  /** Identifies the person: the same address is the same person, whatever its letter case. */
  readonly email: string;
  readonly department: string;
  readonly roles: readonly string[];
  /** Their mobile, in any usual form. A known person keeps the number they have if it is left out. */
  readonly phone?: string | undefined;
}

/** A new person may sign in. A known person gets a department, roles and a key in place of the old ones. */
@Injectable()
export class HireMember {
  constructor(
    private readonly members: MembersRepository,
    private readonly audit: AuditLog,
    private readonly config: Config,
  ) {}

  /**
   * @returns the key to sign in with; only its hash is stored, so it can be read only now
   * @throws staff.no-such-role, name.unseen-character, name.look-alike, staff.department-alike,
   * phone.not-a-number, staff.phone-not-mobile
   */
  async run(hiring: Hiring): Promise<string> {
    const wrong = hiring.roles.find((role) => !(roles as readonly string[]).includes(role));
    if (wrong !== undefined) throw NoSuchRole({ role: wrong, roles: roles.join(', ') });
    const email = readEmail(hiring.email);
    const [name, departmentName] = [hiring.name, hiring.department].map(tidyName) as [string, string];
    requirePlainName(name);
    requirePlainName(departmentName);
    const phone = hiring.phone === undefined ? undefined : readStaffPhone(hiring.phone, this.config);
    const key = randomBytes(24).toString('base64url');
    // In one transaction: the old key stays valid if anything else fails.
    await this.members.atomically(async (tx) => {
      requireOwnLook(departmentName, await this.members.departmentNames(tx));
      const id = (await this.members.idOf(email, tx)) ?? newId();
      await this.members.ensureMember(
        {
          id,
          name,
          email,
          departmentId: newId(),
          departmentName,
          roles: hiring.roles as Role[],
        },
        hashSecret(key),
        'add-member',
        tx,
      );
      if (phone !== undefined) await this.members.setPhone(id, phone, tx);
      await this.audit.record({ action: 'member.hire', subject: id, detail: { roles: hiring.roles } }, tx);
    });
    return key;
  }
}

/** @throws staff.department-alike when another department looks the same: nobody could tell them apart */
export function requireOwnLook(department: string, known: readonly string[]): void {
  if (known.includes(department)) return;
  const name = known.find((other) => nameSkeleton(other) === nameSkeleton(department));
  if (name !== undefined) throw DepartmentAlike({ name });
}
