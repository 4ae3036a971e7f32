import { Injectable } from '@nestjs/common';
import type { MessageLanguage } from '../../kernel/language.js';
import { OwnPhone } from './own-phone.js';
import { RegistrationsRepository } from './registrations.repository.js';

/** Sets the language of alerts to a resident's phone, for alerts that have several. */
@Injectable()
export class SetOwnLanguage {
  constructor(
    private readonly own: OwnPhone,
    private readonly registrations: RegistrationsRepository,
  ) {}

  /** @throws verification.required */
  async run(session: string | undefined, language: MessageLanguage): Promise<void> {
    await this.own.change(session, 'self-language', async ({ e164 }, now, tx) =>
      (await this.registrations.setLanguage(e164, language, now, tx)) ? { language } : 'unchanged',
    );
  }
}
