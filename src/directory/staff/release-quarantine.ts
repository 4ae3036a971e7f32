import { Injectable } from '@nestjs/common';
import { refusal } from '../../kernel/refusal.js';
import { PersonLog } from '../../personal-data/person-log.js';
import type { Member } from '../../staff/member.js';
import { requireMay } from '../../staff/rights.js';
import { StaffPhonesRepository } from '../staff-phones.repository.js';

export const NotQuarantined = refusal('directory.not-quarantined', 'not-found', {
  sv: 'Numret är inte spärrat.',
  en: 'The number is not held back.',
});

/** Staff release a number that they know works again: the next alert tries it. */
@Injectable()
export class ReleaseQuarantine {
  constructor(
    private readonly phones: StaffPhonesRepository,
    private readonly log: PersonLog,
  ) {}

  /** @throws phone.not-a-number, directory.not-quarantined, staff.role-required */
  async run({ phone, member }: { readonly phone: string; readonly member: Member }): Promise<void> {
    requireMay(member, 'quarantine.release');
    const number = this.log.read(phone);
    await this.phones.atomically(async (tx) => {
      const reason = await this.phones.release(number.e164, tx);
      if (reason === undefined) throw NotQuarantined();
      await this.log.record(
        number,
        { memberId: member.id, action: 'directory.release-quarantine', detail: { reason } },
        tx,
      );
    });
  }
}
