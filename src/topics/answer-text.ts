import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PhonesRepository } from '../directory/phones.repository.js';
import { interfaceLanguageFor } from '../kernel/language.js';
import { isE164, readPhoneNumber } from '../kernel/phone-number.js';
import { plainPunctuation } from '../messages/plain-punctuation.js';
import { Config } from '../platform/config/config.js';
import { keywordIn, StopByText, type InboundText } from './stop-by-text.js';
import { SubscriptionsRepository } from './subscriptions.repository.js';
import { helpWording } from './inbound/help-text.js';
import { InboundTextsRepository, type InboundOutcome } from './inbound/inbound-texts.repository.js';

/**
 * Answers to one phone in 24 hours: with help, to what we don't understand, and in all to somebody who asks; and to stops
 * and starts, each of which is heeded all the same. People send few; a machine that answers ours would go on for ever.
 */
const answersADay = { unclear: 1, asked: 3, heeded: 10 } as const;

/** Characters: as long as a text can be. */
const maxKeptCharacters = 1600;

// Cleaned again once cut: the cut may leave half of a surrogate pair.
const cleaned = (text: string): string =>
  plainPunctuation(plainPunctuation(text).slice(0, maxKeptCharacters)).trim();

/**
 * Answers what somebody texted to one of our numbers, and keeps it so that a person can read it. What isn't an agreed word
 * is answered with help once in 24 hours, so that two machines never talk to each other.
 */
@Injectable()
export class AnswerText {
  constructor(
    private readonly config: Config,
    private readonly stopByText: StopByText,
    private readonly texts: InboundTextsRepository,
    private readonly subscriptions: SubscriptionsRepository,
    private readonly phones: PhonesRepository,
  ) {}

  /**
   * Safe to repeat: the same text told again gets the same answer.
   *
   * @returns what to answer; undefined for nothing
   */
  async run(inbound: InboundText): Promise<string | undefined> {
    const kept = { ...inbound, text: cleaned(inbound.text) };
    const heeded = await this.stopByText.run(inbound);
    const { outcome, heededBefore } = await this.texts.oneAtATime(inbound.from, async (tx) => {
      const reached = heeded === undefined ? await this.reached(inbound, tx) : heededOutcome(inbound);
      await this.texts.keep(kept, reached, tx);
      return {
        outcome: reached,
        heededBefore: heeded === undefined ? undefined : await this.texts.heededBefore(inbound, tx),
      };
    });
    if (heededBefore !== undefined) return heededBefore < answersADay.heeded ? heeded : undefined;
    // Words are looked up after the transaction: a second connection within it would wait for ever where there is one.
    return outcome === 'answered' ? this.help(inbound.from) : undefined;
  }

  /** What it came to when it was told before, or comes to now. */
  private async reached(inbound: InboundText, tx: EntityManager): Promise<InboundOutcome> {
    const before = await this.texts.outcomeOf(inbound.ref, tx);
    return before ?? this.outcomeFor(inbound, await this.texts.answeredLately(inbound.from, tx));
  }

  private outcomeFor(inbound: InboundText, answeredLately: number): InboundOutcome {
    const most = keywordIn(inbound) === 'help' ? answersADay.asked : answersADay.unclear;
    return this.mayBeAnswered(inbound) && answeredLately < most ? 'answered' : 'unanswered';
  }

  /**
   * A text with words from somebody's phone: no short code, no name, none of our own numbers. Nor one that the public forms
   * don't take: fraud has texts sent to many numbers abroad for a share of the price. The provider has answered a HELP of
   * its own itself.
   */
  private mayBeAnswered({ from, to, text, taken }: InboundText): boolean {
    const ours = (['ALERT_SENDER', 'TOPIC_SENDER', 'VOICE_SENDER'] as const).flatMap((purpose) =>
      this.config.senders(purpose).map(({ address }) => address),
    );
    return (
      taken === undefined &&
      /[\p{L}\p{N}]/u.test(text) &&
      isE164(from) &&
      readPhoneNumber(from) !== undefined &&
      this.config.get('PUBLIC_PREFIXES').some((prefix) => from.startsWith(prefix)) &&
      from !== to &&
      !ours.includes(from)
    );
  }

  private async help(phone: string): Promise<string> {
    const { language } = await this.subscriptions.of(phone);
    const ours = interfaceLanguageFor(language ?? (await this.phones.languageOf(phone)));
    return this.stopByText.fill(helpWording(this.config, ours));
  }
}

const heededOutcome = (inbound: InboundText): InboundOutcome =>
  keywordIn(inbound) === 'stop' ? 'stopped' : 'started';
