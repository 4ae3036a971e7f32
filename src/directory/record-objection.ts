import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { parsePhoneNumber } from '../kernel/phone-number.js';
import { Config } from '../platform/config/config.js';
import { hashPhone } from '../platform/logging/hash-phone.js';
import { AuditLog } from '../staff/audit-log.js';
import { requireRole, type Member } from '../staff/member.js';
import { PhonesRepository } from './phones.repository.js';

export interface Objection {
  /** In any usual form. */
  readonly phone: string;
  /** True to be left out of alerts from now on, false to be reached again. */
  readonly objects: boolean;
  /** Who at the municipality took it down: it silences alerts, so it takes a service owner. */
  readonly member: Member;
}

/**
 * A person doesn't want alerts (or wants them again). The outcome is the same whether or not the number is known, so
 * that nobody can fish for who is in the directory.
 */
@Injectable()
export class RecordObjection {
  constructor(
    private readonly phones: PhonesRepository,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
    private readonly config: Config,
  ) {}

  /** @throws phone.not-a-number, staff.role-required */
  async run({ phone, objects, member }: Objection): Promise<void> {
    requireRole(member, 'service-owner');
    const number = parsePhoneNumber(phone, this.config.get('DEFAULT_COUNTRY'));
    await this.phones.atomically(async (db) => {
      if (objects) await this.phones.object(number, this.clock.now(), db);
      else await this.phones.withdrawObjection(number, this.clock.now(), db);
      const subject = hashPhone(number.e164, this.config.get('SECRET_KEY'));
      await this.audit.record(
        { memberId: member.id, action: 'directory.objection', subject, detail: { objects } },
        db,
      );
    });
  }
}
