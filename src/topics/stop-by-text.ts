import { Injectable } from '@nestjs/common';
import { interfaceLanguageFor } from '../kernel/language.js';
import type { Wording } from '../kernel/refusal.js';
import { Config } from '../platform/config/config.js';
import { plainPunctuation } from '../messages/plain-punctuation.js';
import { isProvidersStopWord, readKeyword, type Keyword } from '../messages/stop-words.js';
import { SubscriptionsRepository } from './subscriptions.repository.js';

/** A text that a person sent us. */
export interface InboundText {
  /** Who, E.164. */
  readonly from: string;
  /** Which of our numbers. */
  readonly to: string;
  readonly text: string;
  /** The provider's reference. */
  readonly ref: string;
  /** What the provider itself took it for, and has acted on: after a stop it lets nothing of ours through. */
  readonly taken?: Keyword;
}

/** START first: after an English word the provider lets no text of ours through, the code neither, until it comes. */
const stopped: Wording = {
  sv: '{municipality}: du får inga fler sms om ämnen. Viktiga varningar kan du fortfarande få. Börja igen: skicka START först, sedan {url}/amnen',
  en: '{municipality}: you get no more texts about topics. Important alerts may still come. Start again: send START first, then {url}/en/topics',
};

/** To a number that alerts go out from, where the provider has blocked it. */
const alertsStopped: Wording = {
  sv: '{municipality}: du får inga sms om ämnen, och inga viktiga varningar från det här numret. Vill du ha varningar igen: skicka START hit.',
  en: '{municipality}: you get no texts about topics, and no important alerts from this number. To get alerts again, send START here.',
};

const howToStart: Wording = {
  sv: '{municipality}: välj vilka ämnen du vill få sms om på {url}/amnen',
  en: '{municipality}: choose topics to get texts about at {url}/en/topics',
};

/** To a number that alerts go out from. */
const alertsStarted: Wording = {
  sv: '{municipality}: du kan få viktiga varningar på sms. Välj ämnen på {url}/amnen',
  en: '{municipality}: you can get important alerts by text. Choose topics at {url}/en/topics',
};

/** What a text asks for: as the provider took it, or else by the agreed words. */
export const keywordIn = ({ taken, text }: Pick<InboundText, 'taken' | 'text'>): Keyword | undefined =>
  taken ?? readKeyword(text);

/**
 * Somebody answers a text with STOPP, or with START. A stop counts whichever of our numbers it came to: better to
 * end a topic too many than to go on against somebody's will.
 */
@Injectable()
export class StopByText {
  constructor(
    private readonly config: Config,
    private readonly subscriptions: SubscriptionsRepository,
  ) {}

  /**
   * Safe to repeat: the same text told again, for as long as it is remembered, ends nothing that began after it.
   *
   * @returns what to answer, within one segment for a usual name and address; undefined for any other text
   */
  async run(inbound: InboundText): Promise<string | undefined> {
    const { from, to, ref } = inbound;
    const sendsAlerts = this.config.senders('ALERT_SENDER').some(({ address }) => address === to);
    switch (keywordIn(inbound)) {
      case 'stop': {
        const language = await this.subscriptions.atomically(async (tx) =>
          (await this.subscriptions.heedStop(ref, this.config.get('RETENTION_DAYS'), tx))
            ? this.subscriptions.endAllBut([], from, 'text', tx)
            : undefined,
        );
        const blocked = inbound.taken === 'stop' || isProvidersStopWord(inbound.text);
        return this.fill((sendsAlerts && blocked ? alertsStopped : stopped)[interfaceLanguageFor(language)]);
      }
      case 'start': {
        const { language } = await this.subscriptions.of(from);
        return this.fill((sendsAlerts ? alertsStarted : howToStart)[interfaceLanguageFor(language)]);
      }
      default:
        return undefined;
    }
  }

  /** @returns the text as it is sent, with the municipality's name and address in it */
  fill(wording: string): string {
    return plainPunctuation(
      wording
        .replace('{municipality}', () => this.config.get('MUNICIPALITY_NAME'))
        .replace('{url}', () => this.config.publicUrl.replace(/^https?:\/\//, '')),
    );
  }
}
