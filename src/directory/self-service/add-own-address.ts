import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { RetainedObjections } from '../retained-objections.repository.js';
import { OwnPhone } from './own-phone.js';
import type { OwnAddressChange } from './registration.js';
import { RegistrationsRepository } from './registrations.repository.js';

/** A resident adds an address to their phone. Idempotent. */
@Injectable()
export class AddOwnAddress {
  constructor(
    private readonly own: OwnPhone,
    private readonly registrations: RegistrationsRepository,
    private readonly config: Config,
    private readonly retainedObjections: RetainedObjections,
  ) {}

  /** @throws verification.required, registration.unknown-address, registration.too-many */
  async run({ session, ...change }: OwnAddressChange): Promise<void> {
    const most = this.config.get('ADDRESSES_PER_NUMBER');
    await this.own.change(session, 'self-add', async (phone, now, tx) => {
      await this.registrations.add(phone, change, { now, most }, tx);
      // An objection made before an erasure still holds, and the resident can see and withdraw it.
      await this.retainedObjections.recall(phone.e164, tx);
      return { role: change.role };
    });
  }
}
