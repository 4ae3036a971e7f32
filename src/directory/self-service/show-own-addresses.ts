import { Injectable } from '@nestjs/common';
import type { PhoneKind } from '../../kernel/phone-number.js';
import { Config } from '../../platform/config/config.js';
import { VerificationsRepository } from '../../verification/verifications.repository.js';
import type { OwnAddress } from './registration.js';
import { RegistrationsRepository } from './registrations.repository.js';

export interface OwnAddresses {
  /** E.164. */
  readonly phone: string;
  readonly kind: PhoneKind;
  /** Undefined for an unknown phone. */
  readonly language?: string;
  readonly objected: boolean;
  readonly addresses: readonly OwnAddress[];
  /** Whether one more can be added. */
  readonly room: boolean;
}

/** The addresses of a verified phone, from its holder and from the registers. */
@Injectable()
export class ShowOwnAddresses {
  constructor(
    private readonly verifications: VerificationsRepository,
    private readonly registrations: RegistrationsRepository,
    private readonly config: Config,
  ) {}

  /** @throws verification.required */
  async run(session: string | undefined): Promise<OwnAddresses> {
    const { phone, kind } = await this.verifications.requireTrusted(session);
    const { language, objected } = await this.registrations.factsOf(phone);
    const addresses = await this.registrations.of(phone);
    const room = addresses.filter(({ own }) => own).length < this.config.get('ADDRESSES_PER_NUMBER');
    return { phone, kind, language, objected, addresses, room };
  }
}
