import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { Config } from '../platform/config/config.js';
import { OwnPhone } from './own-phone.js';
import type { OwnAddressChange } from './registration.js';
import { RegistrationsRepository } from './registrations.repository.js';

/** A resident's phone belongs to one more address. Safe to repeat. */
@Injectable()
export class AddOwnAddress {
  constructor(
    private readonly own: OwnPhone,
    private readonly registrations: RegistrationsRepository,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** @throws verification.required, registration.unknown-address, registration.too-many */
  async run({ session, ...change }: OwnAddressChange): Promise<void> {
    const most = this.config.get('ADDRESSES_PER_NUMBER');
    await this.own.change(session, 'self-add', async (phone, db) => {
      await this.registrations.add(phone, change, { now: this.clock.now(), most }, db);
      return { address: change.addressId, role: change.role };
    });
  }
}
