import { Injectable } from '@nestjs/common';
import { refusal } from '../../kernel/refusal.js';
import { PersonLog } from '../../personal-data/person-log.js';
import type { Member } from '../../staff/member.js';
import { requireMay } from '../../staff/rights.js';
import { RetainedObjections } from '../retained-objections.repository.js';
import { StaffPhonesRepository } from '../staff-phones.repository.js';
import type { PhoneRow } from '../phone-row.js';

export const NoSuchAddress = refusal('directory.no-such-address', 'not-found', {
  sv: 'Adressen finns inte, eller finns inte längre. Sök den igen.',
  en: 'There is no such address, or not any more. Search for it again.',
});

export interface AssignedPhone {
  /** In any usual form. */
  readonly phone: string;
  readonly addressId: string;
  readonly role: PhoneRow['role'];
  readonly household?: string | undefined;
  readonly language?: string | undefined;
  readonly protected: boolean;
  readonly member: Member;
}

/** Staff put a phone at an address, under a source of their own that no import replaces. */
@Injectable()
export class AssignPhone {
  constructor(
    private readonly phones: StaffPhonesRepository,
    private readonly retainedObjections: RetainedObjections,
    private readonly log: PersonLog,
  ) {}

  /**
   * Idempotent; other data for the same phone and address changes it.
   *
   * @throws phone.not-a-number, directory.no-such-address, staff.role-required
   */
  async run({ phone, member, ...placed }: AssignedPhone): Promise<void> {
    requireMay(member, 'phone.place');
    const number = this.log.read(phone);
    const { addressId, role } = placed;
    if (!(await this.phones.hasAddress(addressId))) throw NoSuchAddress();
    await this.phones.atomically(async (tx) => {
      const kept = await this.retainedObjections.known(tx);
      const isProtected = placed.protected || kept.isProtected(number.e164);
      await this.phones.assign(
        { ...number, ...placed, protected: isProtected, objected: kept.objected(number.e164) },
        tx,
      );
      // The entry omits the address: with the hash in the log it would tell where somebody lives.
      await this.log.record(
        number,
        { memberId: member.id, action: 'directory.place-phone', detail: { role } },
        tx,
      );
    });
  }
}
