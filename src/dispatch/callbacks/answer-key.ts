import { Injectable } from '@nestjs/common';
import { BroadcastsRepository } from '../../broadcasts/broadcasts.repository.js';
import type { DeliveryToken } from '../../deliveries/delivery-token.js';
import { ReceiptsRepository } from '../../deliveries/ledger/receipts.repository.js';
import { textToSay, type VoiceScript } from '../../messages/voice-script.js';
import { Config } from '../../platform/config/config.js';
import { CallbackMalformed } from './callback.js';
import { scriptOf } from './script-of.js';

/** Records that a call was confirmed by pressing a key. */
@Injectable()
export class AnswerKey {
  constructor(
    private readonly broadcasts: BroadcastsRepository,
    private readonly receipts: ReceiptsRepository,
    private readonly config: Config,
  ) {}

  /**
   * @returns the script of the call, from which the provider's folder writes the answer
   * @throws callback.malformed for the token of a text
   */
  async run({ broadcastId, n, token }: DeliveryToken, digits: string): Promise<VoiceScript> {
    const language = await this.receipts.languageOfCall(broadcastId, n);
    if (language === undefined) throw CallbackMalformed({ what: 't' });
    const { texts } = await this.broadcasts.getToSend(broadcastId);
    const text = textToSay(texts, language, this.config.voices) ?? texts[0];
    const script = scriptOf(this.config, text?.voice ?? text?.sms ?? '', text?.language ?? 'sv');
    if (digits === script.keys.confirm) await this.receipts.confirm(broadcastId, n, token);
    return script;
  }
}
