import { Injectable } from '@nestjs/common';
import { OwnPhone } from './own-phone.js';
import { NotRegistered, type OwnAddressChange } from './registration.js';
import { RegistrationsRepository } from './registrations.repository.js';

/** A resident changes their role at an address. */
@Injectable()
export class ChangeOwnAddress {
  constructor(
    private readonly own: OwnPhone,
    private readonly registrations: RegistrationsRepository,
  ) {}

  /** @throws verification.required, registration.not-found */
  async run({ session, addressId, role }: Omit<OwnAddressChange, 'language'>): Promise<void> {
    await this.own.change(session, 'self-change', async ({ e164 }, _now, tx) => {
      if (!(await this.registrations.changeRole(e164, addressId, role, tx))) throw NotRegistered();
      return { role };
    });
  }
}
