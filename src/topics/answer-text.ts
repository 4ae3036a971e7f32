import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isE164, readPhoneNumber } from '../kernel/phone-number.js';
import { plainPunctuation } from '../messages/plain-punctuation.js';
import { Config } from '../platform/config/config.js';
import { keywordIn, StopByText, type InboundText } from './stop-by-text.js';
import { ReplyLanguage } from './reply-language.js';
import { helpWording } from './inbound/help-text.js';
import { InboundTextsRepository, type InboundOutcome } from './inbound/inbound-texts.repository.js';

/**
 * The most replies to one phone in 24 hours. `unclear`: help, after a text that we don't understand. `asked`: help in
 * total, for somebody who asks for it. `heeded`: stops and starts, which are obeyed even without a reply. People send
 * few texts; two machines would answer each other for ever.
 */
const answersADay = { unclear: 1, asked: 3, heeded: 10 } as const;

/** Characters: the longest that a text can be. */
const maxKeptCharacters = 1600;

// Cleaned again after the cut, which may leave half of a surrogate pair.
const cleaned = (text: string): string =>
  plainPunctuation(plainPunctuation(text).slice(0, maxKeptCharacters)).trim();

/**
 * Answers a text that somebody sent to one of our numbers, and stores it so that staff can read it. A text without an
 * agreed word gets the help text once in 24 hours, so that two machines never answer each other.
 */
@Injectable()
export class AnswerText {
  constructor(
    private readonly config: Config,
    private readonly stopByText: StopByText,
    private readonly texts: InboundTextsRepository,
    private readonly replyLanguage: ReplyLanguage,
  ) {}

  /**
   * Safe to repeat: the same text reported again gets the same answer.
   *
   * @returns the reply; undefined when there is none
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
    // Must run after the transaction: a second connection within it would wait for ever if the pool has only one.
    return outcome === 'answered' ? this.help(inbound.from) : undefined;
  }

  /** The outcome stored when the text was reported before, or else its outcome now. */
  private async reached(inbound: InboundText, tx: EntityManager): Promise<InboundOutcome> {
    const before = await this.texts.outcomeOf(inbound.ref, tx);
    return before ?? this.outcomeFor(inbound, await this.texts.answeredLately(inbound.from, tx));
  }

  private outcomeFor(inbound: InboundText, answeredLately: number): InboundOutcome {
    const most = keywordIn(inbound) === 'help' ? answersADay.asked : answersADay.unclear;
    return this.mayBeAnswered(inbound) && answeredLately < most ? 'answered' : 'unanswered';
  }

  /**
   * Only a text with words, from somebody's phone: not from a short code, a name or one of our own numbers. Also not
   * from a number that the public forms don't accept: fraud makes us send texts to many numbers abroad for a share of
   * the price. Not a HELP that the provider has already answered.
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
    return this.stopByText.fill(helpWording(this.config, await this.replyLanguage.of(phone)));
  }
}

const heededOutcome = (inbound: InboundText): InboundOutcome =>
  keywordIn(inbound) === 'stop' ? 'stopped' : 'started';
