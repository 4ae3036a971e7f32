import { Injectable } from '@nestjs/common';
import { PhonesRepository } from '../directory/phones.repository.js';
import { interfaceLanguageFor, type InterfaceLanguage } from '../kernel/language.js';
import { SubscriptionsRepository } from './subscriptions.repository.js';

/** The language in which a phone that texts us is answered. */
@Injectable()
export class ReplyLanguage {
  constructor(
    private readonly subscriptions: SubscriptionsRepository,
    private readonly phones: PhonesRepository,
  ) {}

  /** That of its topics; else of the topics that it had; else the one that the registers have. */
  async of(phone: string): Promise<InterfaceLanguage> {
    const { language } = await this.subscriptions.of(phone);
    return language === undefined ? this.afterStop(phone) : interfaceLanguageFor(language);
  }

  /** For a stop that ended nothing: a repeated one gets the answer of the first, even if a topic has begun since. */
  async afterStop(phone: string): Promise<InterfaceLanguage> {
    return interfaceLanguageFor(
      (await this.subscriptions.languageBefore(phone)) ?? (await this.phones.languageOf(phone)),
    );
  }
}
