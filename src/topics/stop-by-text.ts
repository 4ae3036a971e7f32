import { Injectable } from '@nestjs/common';
import { interfaceLanguageFor } from '../kernel/language.js';
import type { Wording } from '../kernel/refusal.js';
import { Config } from '../platform/config/config.js';
import { plainPunctuation } from '../messages/plain-punctuation.js';
import { isProvidersStopWord, readKeyword, type Keyword } from '../messages/stop-words.js';
import { ReplyLanguage } from './reply-language.js';
import { SubscriptionsRepository } from './subscriptions.repository.js';

/** A text that a person sent us. */
export interface InboundText {
  /** The sender, E.164. */
  readonly from: string;
  /** Our number that received it. */
  readonly to: string;
  readonly text: string;
  /** The provider's reference. */
  readonly ref: string;
  /** The keyword that the provider recognised and acted on. After a stop it blocks every text of ours to the phone. */
  readonly taken?: Keyword;
}

/**
 * Asks for START first: after an English stop word the provider blocks our texts, codes too, until the phone sends
 * START.
 */
const stopped: Wording = {
  sv: '{municipality}: du får inga fler sms om ämnen. Viktiga varningar kan du fortfarande få. Börja igen: skicka START först, sedan {url}/amnen',
  en: '{municipality}: you get no more texts about topics. Important alerts may still come. Start again: send START first, then {url}/en/topics',
};

/** The reply at a number that sends alerts, when the provider has blocked it. */
const alertsStopped: Wording = {
  sv: '{municipality}: du får inga sms om ämnen, och inga viktiga varningar från det här numret. Vill du ha varningar igen: skicka START hit.',
  en: '{municipality}: you get no texts about topics, and no important alerts from this number. To get alerts again, send START here.',
};

const howToStart: Wording = {
  sv: '{municipality}: välj vilka ämnen du vill få sms om på {url}/amnen',
  en: '{municipality}: choose topics to get texts about at {url}/en/topics',
};

/** The reply to START at a number that sends alerts. */
const alertsStarted: Wording = {
  sv: '{municipality}: du kan få viktiga varningar på sms. Välj ämnen på {url}/amnen',
  en: '{municipality}: you can get important alerts by text. Choose topics at {url}/en/topics',
};

/** What a text asks for: the provider's reading of it, or else the agreed words. */
export const keywordIn = ({ taken, text }: Pick<InboundText, 'taken' | 'text'>): Keyword | undefined =>
  taken ?? readKeyword(text);

/**
 * Somebody answers a text with STOPP or START. A stop applies whichever of our numbers received it: ending one topic
 * too many is better than continuing against somebody's will.
 */
@Injectable()
export class StopByText {
  constructor(
    private readonly config: Config,
    private readonly subscriptions: SubscriptionsRepository,
    private readonly replyLanguage: ReplyLanguage,
  ) {}

  /**
   * Safe to repeat: while a text is remembered, reporting it again ends nothing that began after it.
   *
   * @returns the reply, within one segment for a usual name and address; undefined for any other text
   */
  async run(inbound: InboundText): Promise<string | undefined> {
    const { from, to, ref } = inbound;
    const sendsAlerts = this.config.senders('ALERT_SENDER').some(({ address }) => address === to);
    switch (keywordIn(inbound)) {
      case 'stop': {
        const ended = await this.subscriptions.atomically(async (tx) =>
          (await this.subscriptions.heedStop(ref, this.config.get('RETENTION_DAYS'), tx))
            ? this.subscriptions.endAllBut([], from, 'text', tx)
            : undefined,
        );
        const blocked = inbound.taken === 'stop' || isProvidersStopWord(inbound.text);
        const language = ended ? interfaceLanguageFor(ended) : await this.replyLanguage.afterStop(from);
        return this.fill((sendsAlerts && blocked ? alertsStopped : stopped)[language]);
      }
      case 'start': {
        const language = await this.replyLanguage.of(from);
        return this.fill((sendsAlerts ? alertsStarted : howToStart)[language]);
      }
      default:
        return undefined;
    }
  }

  /** @returns the text in its final form, with the municipality's name and address filled in */
  fill(wording: string): string {
    return plainPunctuation(
      wording
        .replace('{municipality}', () => this.config.get('MUNICIPALITY_NAME'))
        .replace('{url}', () => this.config.publicUrl.replace(/^https?:\/\//, '')),
    );
  }
}
