import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { OwnPhone } from './own-phone.js';
import { PhonesRepository } from './phones.repository.js';
import { RegistrationsRepository } from './registrations.repository.js';

/** Residents object to alerts to their phone, or withdraw that; topics, and STOP to them, are another matter. */
@Injectable()
export class ObjectForOwnPhone {
  constructor(
    private readonly own: OwnPhone,
    private readonly phones: PhonesRepository,
    private readonly registrations: RegistrationsRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat; the first moment of an objection is kept.
   *
   * @throws verification.required
   */
  async run(session: string | undefined, objects: boolean): Promise<void> {
    await this.own.change(session, 'self-objection', async (phone, db) => {
      if (objects) await this.phones.object(phone, this.clock.now(), db);
      else {
        await this.phones.withdrawObjection(phone, this.clock.now(), db);
        await this.registrations.forgetUnplaced(phone.e164, db);
      }
      return { objects };
    });
  }
}
