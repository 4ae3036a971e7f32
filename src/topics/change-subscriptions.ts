import { Injectable } from '@nestjs/common';
import type { InterfaceLanguage, MessageLanguage } from '../kernel/language.js';
import { Config } from '../platform/config/config.js';
import { consentText } from './consent-text.js';
import { SubscriptionsRepository } from './subscriptions.repository.js';
import { VerificationsRepository } from '../verification/verifications.repository.js';

export interface SubscriptionChange {
  readonly session: string | undefined;
  /** All the topics that the phone is to have. Every other subscription ends. */
  readonly topicIds: readonly string[];
  /** The page's language, and so the language of the consent text that was read there. */
  readonly language: InterfaceLanguage;
  /** The language for the texts; unchanged when left out. */
  readonly textLanguage?: MessageLanguage;
}

/** A verified phone gets exactly the topics that its owner ticked. Safe to repeat. */
@Injectable()
export class ChangeSubscriptions {
  constructor(
    private readonly config: Config,
    private readonly verifications: VerificationsRepository,
    private readonly subscriptions: SubscriptionsRepository,
  ) {}

  /** @throws verification.required */
  async run({ session, topicIds, language, textLanguage }: SubscriptionChange): Promise<void> {
    const { phone } = await this.verifications.requireTrusted(session, 'mobile');
    const consent = consentText(this.config.get('MUNICIPALITY_NAME'), language);
    await this.subscriptions.atomically(async (tx) => {
      await this.subscriptions.endAllBut(topicIds, phone, 'web', tx);
      await this.subscriptions.begin(phone, topicIds, consent, tx);
      if (textLanguage) await this.subscriptions.setLanguage(phone, textLanguage, tx);
    });
  }
}
