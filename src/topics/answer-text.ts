import { Injectable } from '@nestjs/common';
import { interfaceLanguageFor } from '../kernel/language.js';
import { isE164 } from '../kernel/phone-number.js';
import type { Wording } from '../kernel/refusal.js';
import { AllowancesRepository } from '../platform/allowances/allowances.repository.js';
import { Config } from '../platform/config/config.js';
import { StopByText, type InboundText } from './stop-by-text.js';
import { SubscriptionsRepository } from './subscriptions.repository.js';

const notUnderstood: Wording = {
  sv: '{municipality}: ingen läser svar till det här numret. Svara STOPP för att inte få fler sms om ämnen. Kontakta oss: {url}',
  en: '{municipality}: nobody reads replies to this number. Reply STOP to get no more texts about topics. Contact us: {url}/en',
};

const minutesOfADay = 24 * 60;

class AnsweredToday extends Error {}

/** What a text that a person sent us is answered with. */
@Injectable()
export class AnswerText {
  constructor(
    private readonly stopByText: StopByText,
    private readonly subscriptions: SubscriptionsRepository,
    private readonly allowances: AllowancesRepository,
    private readonly config: Config,
  ) {}

  /**
   * A text that asks for nothing we know is answered once a day and phone: nobody has to guess how to stop, and two
   * machines never talk to each other for long. Short numbers, senders with a name and texts without words get no answer.
   * Nor do numbers that the public forms don't take: fraud has texts sent to many numbers abroad for a share of the price.
   */
  async run(inbound: InboundText): Promise<string | undefined> {
    const reply = await this.stopByText.run(inbound);
    const { from, text, taken } = inbound;
    // The provider has answered a HELP itself.
    if (
      reply !== undefined ||
      taken !== undefined ||
      !this.mayBeAnswered(from) ||
      !/[\p{L}\p{N}]/u.test(text)
    )
      return reply;
    const key = this.allowances.hash('inbound', from);
    try {
      await this.allowances.take(
        [{ scope: 'text-not-understood', key, holds: 1, minutes: minutesOfADay }],
        () => new AnsweredToday(),
      );
    } catch (error) {
      if (error instanceof AnsweredToday) return undefined;
      throw error;
    }
    const { language } = await this.subscriptions.of(from);
    return this.stopByText.fill(notUnderstood[interfaceLanguageFor(language)]);
  }

  private mayBeAnswered(from: string): boolean {
    return isE164(from) && this.config.get('PUBLIC_PREFIXES').some((prefix) => from.startsWith(prefix));
  }
}
