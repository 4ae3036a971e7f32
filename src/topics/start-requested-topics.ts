import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { ConfirmVerification } from '../verification/confirm-verification.js';
import type { Verification } from '../verification/verification.js';
import { consentText } from './consent-text.js';
import { SubscriptionsRepository } from './subscriptions.repository.js';

/** The visitor enters the code. If it was requested for topics, those topics start. */
@Injectable()
export class StartRequestedTopics {
  constructor(
    private readonly config: Config,
    private readonly confirmVerification: ConfirmVerification,
    private readonly subscriptions: SubscriptionsRepository,
  ) {}

  /** @throws as {@link ConfirmVerification.run} */
  run(session: string | undefined, code: string): Promise<{ verification: Verification; session: string }> {
    return this.confirmVerification.run(session, code, async ({ phone, wanted, language }, tx) => {
      if (!wanted) return;
      const consent = consentText(this.config.get('MUNICIPALITY_NAME'), language);
      await this.subscriptions.begin(phone, wanted, consent, tx);
    });
  }
}
