import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import type { PhoneNumber } from '../../kernel/phone-number.js';
import { PersonLog } from '../../personal-data/person-log.js';
import type { AuditEntry } from '../../staff/audit-log.js';
import { VerificationsRepository } from '../../verification/verifications.repository.js';
import { RegistrationsRepository } from './registrations.repository.js';
import { forgetUnplaced } from '../unplaced-phone.js';

type Told = NonNullable<AuditEntry['detail']>;

/**
 * Lets visitors change the phone that they have verified as theirs. The change and its audit entry commit together or
 * not at all.
 */
@Injectable()
export class OwnPhone {
  constructor(
    private readonly verifications: VerificationsRepository,
    private readonly registrations: RegistrationsRepository,
    private readonly log: PersonLog,
    private readonly clock: Clock,
  ) {}

  /**
   * A phone that is then at no address, and of which nothing must be remembered, is deleted.
   *
   * @param act returns the detail of the audit entry. It must hold neither the number nor an address: with the hash in
   *   the log, an address would tell for ever where somebody lives. `unchanged` writes no entry
   * @throws verification.required, and what `act` throws
   */
  async change(
    session: string | undefined,
    action: string,
    act: (phone: PhoneNumber, now: Date, tx: EntityManager) => Promise<Told | 'unchanged'>,
  ): Promise<void> {
    const { phone: e164, kind } = await this.verifications.requireTrusted(session);
    const phone = { e164, kind };
    await this.registrations.atomically(async (tx) => {
      const detail = await act(phone, this.clock.now(), tx);
      if (detail === 'unchanged') return;
      await forgetUnplaced(e164, tx);
      await this.log.record(phone, { action: `directory.${action}`, detail }, tx);
    });
  }
}
