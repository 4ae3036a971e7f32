import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PhoneNumber } from '../kernel/phone-number.js';
import { Config } from '../platform/config/config.js';
import { hashPhone } from '../platform/logging/hash-phone.js';
import { AuditLog, type AuditEntry } from '../staff/audit-log.js';
import { VerificationsRepository } from '../verification/verifications.repository.js';
import { RegistrationsRepository } from './registrations.repository.js';

/** What visitors do to the phone that they have shown to be theirs: all of it with its audit entry, or nothing. */
@Injectable()
export class OwnPhone {
  constructor(
    private readonly verifications: VerificationsRepository,
    private readonly registrations: RegistrationsRepository,
    private readonly audit: AuditLog,
    private readonly config: Config,
  ) {}

  /**
   * @param act gives what the entry tells, never the number, or `unchanged` for no entry
   * @throws verification.required, and what `act` throws
   */
  async change(
    session: string | undefined,
    action: string,
    act: (phone: PhoneNumber, db: EntityManager) => Promise<NonNullable<AuditEntry['detail']> | 'unchanged'>,
  ): Promise<void> {
    const { phone: e164, kind } = await this.verifications.requireTrusted(session);
    const subject = hashPhone(e164, this.config.get('SECRET_KEY'));
    await this.registrations.atomically(async (db) => {
      const detail = await act({ e164, kind }, db);
      if (detail === 'unchanged') return;
      // A log has no address of a protected identity, not even beside a hash.
      const { isProtected } = await this.registrations.factsOf(e164, db);
      const { address, ...rest } = detail;
      const told = isProtected || address === undefined ? rest : detail;
      await this.audit.record({ action: `directory.${action}`, subject, detail: told }, db);
    });
  }
}
