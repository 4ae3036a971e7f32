import { Injectable } from '@nestjs/common';
import { refusal } from '../../kernel/refusal.js';
import { PersonLog } from '../../personal-data/person-log.js';
import type { Member } from '../../staff/member.js';
import { requireMay } from '../../staff/rights.js';
import { RetainedObjections } from '../retained-objections.repository.js';
import { StaffPhonesRepository } from '../staff-phones.repository.js';

export const NotPlacedByStaff = refusal('directory.not-placed-by-staff', 'not-found', {
  sv: 'Numret har inte lagts till på den adressen för hand. Det som kommer från ett register rättas i registret.',
  en: 'The number was not placed at that address by hand. What comes from a register is corrected in the register.',
});

/** Staff remove what staff have entered. The rows of registers and residents stay. */
@Injectable()
export class RemovePhone {
  constructor(
    private readonly phones: StaffPhonesRepository,
    private readonly retainedObjections: RetainedObjections,
    private readonly log: PersonLog,
  ) {}

  /** @throws phone.not-a-number, directory.not-placed-by-staff, staff.role-required */
  async run(asked: {
    readonly phone: string;
    readonly addressId: string;
    readonly member: Member;
  }): Promise<void> {
    const { phone, addressId, member } = asked;
    requireMay(member, 'phone.place');
    const number = this.log.read(phone);
    await this.phones.atomically(async (tx) => {
      if (!(await this.phones.remove(number.e164, addressId, tx))) throw NotPlacedByStaff();
      await this.retainedObjections.forgetProtection(number.e164, tx);
      await this.log.record(number, { memberId: member.id, action: 'directory.remove-phone' }, tx);
    });
  }
}
