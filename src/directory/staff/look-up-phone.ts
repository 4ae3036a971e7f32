import { Injectable } from '@nestjs/common';
import type { PhoneNumber } from '../../kernel/phone-number.js';
import type { HeldRows } from '../../personal-data/personal-data-store.js';
import { PersonalDataStores } from '../../personal-data/personal-data-stores.js';
import { LookAllowance } from '../../personal-data/look-allowance.js';
import { PersonLog } from '../../personal-data/person-log.js';
import type { Member } from '../../staff/member.js';
import { requireMay } from '../../staff/rights.js';
import { KnownPhonesRepository, type KnownPhone } from '../known-phones.repository.js';

export interface PhoneLookup {
  readonly number: PhoneNumber;
  /** Undefined for an unknown number. */
  readonly known: KnownPhone | undefined;
  /** Recent rows of other capabilities. */
  readonly elsewhere: readonly HeldRows[];
}

/**
 * What is known about one number, for the person who answers its holder: a service owner, or the duty officer when
 * somebody rings at night. Every look is in the audit log with its reason, and looks are limited per member.
 */
@Injectable()
export class LookUpPhone {
  constructor(
    private readonly phones: KnownPhonesRepository,
    private readonly stores: PersonalDataStores,
    private readonly log: PersonLog,
    private readonly looks: LookAllowance,
  ) {}

  /** @throws phone.not-a-number, staff.role-required, personal-data.too-many-looks */
  async run(asked: {
    readonly phone: string;
    readonly reason: string;
    readonly member: Member;
  }): Promise<PhoneLookup> {
    const { phone, reason, member } = asked;
    requireMay(member, 'phone.look-up');
    const number = this.log.read(phone);
    await this.looks.take(member.id);
    await this.log.record(number, { memberId: member.id, action: 'directory.look-up', detail: { reason } });
    const [known, elsewhere] = await Promise.all([
      this.phones.find(number.e164),
      this.stores.recent(number.e164),
    ]);
    return { number, known, elsewhere };
  }
}
