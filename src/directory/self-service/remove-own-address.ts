import { Injectable } from '@nestjs/common';
import { OwnPhone } from './own-phone.js';
import { RegistrationsRepository } from './registrations.repository.js';

/** A resident removes an address that they had added. A register's address stays. Idempotent. */
@Injectable()
export class RemoveOwnAddress {
  constructor(
    private readonly own: OwnPhone,
    private readonly registrations: RegistrationsRepository,
  ) {}

  /** @throws verification.required */
  async run(session: string | undefined, addressId: string): Promise<void> {
    await this.own.change(session, 'self-remove', async ({ e164 }, _now, tx) =>
      (await this.registrations.remove(e164, addressId, tx)) ? {} : 'unchanged',
    );
  }
}
