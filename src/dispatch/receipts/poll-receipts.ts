import { Injectable } from '@nestjs/common';
import { ReceiptInbox } from '../../deliveries/ledger/receipt-inbox.js';
import { ReceiptsRepository } from '../../deliveries/ledger/receipts.repository.js';
import { Config } from '../../platform/config/config.js';
import { Providers } from '../providers/providers.js';

/** Silence after which the provider is asked, in seconds. */
const silenceSeconds = 120;
const atOnce = 50;
/** Added to the time that the provider has for the delivery, before the receipt is given up. */
const graceSeconds = 10 * 60;

/** Polls for receipts whose callbacks never came. Gives up when the provider no longer tries. */
@Injectable()
export class PollReceipts {
  constructor(
    private readonly receipts: ReceiptsRepository,
    private readonly inbox: ReceiptInbox,
    private readonly providers: Providers,
    private readonly config: Config,
  ) {}

  /** @returns whether there may be more to ask about now */
  async run(): Promise<boolean> {
    const silent = await this.receipts.takeSilent(silenceSeconds, atOnce);
    await Promise.all(
      silent.map(async (delivery) => {
        const { found: told } = await this.providers
          .of(delivery.provider)
          .fetch(delivery.channel, delivery.providerRef);
        if (told) await this.inbox.keep({ ...delivery, ...told });
      }),
    );
    return silent.length === atOnce;
  }

  async giveUp(): Promise<void> {
    await this.receipts.giveUpOn(this.config.get('VALIDITY_SECONDS') + graceSeconds);
  }
}
