import { Injectable } from '@nestjs/common';
import { OwnPhone } from './own-phone.js';
import { RegistrationsRepository } from './registrations.repository.js';

/**
 * Lifts the quarantine of a resident's own phone. A code has just reached it, so the number works, and alerts try it
 * again.
 */
@Injectable()
export class LiftOwnQuarantine {
  constructor(
    private readonly own: OwnPhone,
    private readonly registrations: RegistrationsRepository,
  ) {}

  /** @throws verification.required */
  async run(session: string | undefined): Promise<void> {
    await this.own.change(session, 'self-lift-quarantine', async ({ e164 }, now, tx) =>
      (await this.registrations.liftQuarantine(e164, now, tx)) ? {} : 'unchanged',
    );
  }
}
