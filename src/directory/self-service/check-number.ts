import { Injectable } from '@nestjs/common';
import { VerificationsRepository } from '../../verification/verifications.repository.js';
import { ReasonWords } from '../reason-words.js';
import { reachOf, type NumberCheck } from './registration.js';
import { RegistrationsRepository } from './registrations.repository.js';

/** Tells whether a verified phone gets alerts about its addresses, and if not, why. */
@Injectable()
export class CheckNumber {
  constructor(
    private readonly verifications: VerificationsRepository,
    private readonly registrations: RegistrationsRepository,
    private readonly reasonWords: ReasonWords,
  ) {}

  /** @throws verification.required */
  async run(session: string | undefined): Promise<NumberCheck> {
    const { phone, kind } = await this.verifications.requireTrusted(session);
    const facts = await this.registrations.factsOf(phone);
    const addresses = (await this.registrations.of(phone)).filter(({ current }) => current);
    const reach = reachOf(facts, addresses);
    const why =
      reach === 'quarantined' && facts.quarantine ? this.reasonWords.of(facts.quarantine) : undefined;
    return { phone, kind, reach, why, addresses };
  }
}
