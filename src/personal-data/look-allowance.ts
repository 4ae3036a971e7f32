import { Injectable } from '@nestjs/common';
import { refusal } from '../kernel/refusal.js';
import { AllowancesRepository } from '../platform/allowances/allowances.repository.js';

const TooManyLooks = refusal('personal-data.too-many-looks', 'too-many', {
  sv: 'Du har slagit upp många nummer på kort tid. Försök igen om {minutes} minuter.',
  en: 'You have looked up many numbers in a short time. Try again in {minutes} minutes.',
});

/** Per member: more than anybody who answers the telephone needs, too few to read the directory number by number. */
const allowance = { scope: 'look-at-person', holds: 60, minutes: 60 };

/** Limits how often a member may look at what is known of a number. */
@Injectable()
export class LookAllowance {
  constructor(private readonly allowances: AllowancesRepository) {}

  /** @throws personal-data.too-many-looks */
  async take(memberId: string): Promise<void> {
    const key = this.allowances.hash('member', memberId);
    await this.allowances.take([{ ...allowance, key }], (_, minutes) => TooManyLooks({ minutes }));
  }
}
