import { Injectable } from '@nestjs/common';
import { BroadcastsRepository } from '../../../broadcasts/broadcasts.repository.js';
import type { DeliveryToken } from '../../../deliveries/delivery-token.js';
import { ReceiptsRepository } from '../../../deliveries/receipts.repository.js';
import { textToSay } from '../../../messages/voice-script.js';
import { Config } from '../../../platform/config/config.js';
import { CallbackMalformed } from './callback.js';
import { keyTwiml } from './call-twiml.js';
import { scriptOf } from './script-of.js';

/** Answers a key pressed during a call, and keeps that it was confirmed. */
@Injectable()
export class AnswerKey {
  constructor(
    private readonly broadcasts: BroadcastsRepository,
    private readonly receipts: ReceiptsRepository,
    private readonly config: Config,
  ) {}

  /**
   * @param tokenText the token as it came, for the next key's address
   * @throws callback.malformed for the token of a text
   */
  async run({ broadcastId, n, token }: DeliveryToken, tokenText: string, digits: string): Promise<string> {
    const language = await this.receipts.languageOfCall(broadcastId, n);
    if (language === undefined) throw CallbackMalformed({ what: 't' });
    const { texts } = await this.broadcasts.getToSend(broadcastId);
    const text = textToSay(texts, language, this.config.voices) ?? texts[0];
    const script = scriptOf(this.config, text?.voice ?? text?.sms ?? '', text?.language ?? 'sv');
    if (digits === script.keys.confirm) await this.receipts.confirm(broadcastId, n, token);
    return keyTwiml(script, digits, `${this.config.publicUrl}/callbacks/twilio/voice-key?t=${tokenText}`);
  }
}
