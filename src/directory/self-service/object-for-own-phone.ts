import { Injectable } from '@nestjs/common';
import { RetainedObjections } from '../retained-objections.repository.js';
import { OwnPhone } from './own-phone.js';
import { PhonesRepository } from '../phones.repository.js';

/**
 * Residents object to alerts to their phone, or withdraw that. Topics, and STOP replies to them, are handled elsewhere.
 */
@Injectable()
export class ObjectForOwnPhone {
  constructor(
    private readonly own: OwnPhone,
    private readonly phones: PhonesRepository,
    private readonly retainedObjections: RetainedObjections,
  ) {}

  /**
   * Idempotent; the time of the first objection is kept.
   *
   * @throws verification.required
   */
  async run(session: string | undefined, objects: boolean): Promise<void> {
    await this.own.change(session, 'self-objection', async (phone, now, tx) => {
      if (objects) await this.phones.object(phone, now, tx);
      else {
        await this.phones.withdrawObjection(phone, now, tx);
        await this.retainedObjections.forget(phone.e164, tx);
      }
      return { objects };
    });
  }
}
