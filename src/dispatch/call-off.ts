import { Injectable } from '@nestjs/common';
import { CallOffsRepository } from '../deliveries/ledger/call-offs.repository.js';
import { ReceiptInbox } from '../deliveries/ledger/receipt-inbox.js';
import type { SilentDelivery } from '../deliveries/ledger/receipts.repository.js';
import { Log } from '../platform/logging/log.js';
import { dispatchEvents } from './log-events.js';
import { Providers } from './providers/providers.js';

/** Parallel requests. Few, so that the provider has capacity left for sending. */
const atOnce = 20;
/** Seconds until the next try when the provider did not answer. */
const againAfterFailure = 30;

/**
 * Asks the provider to cancel what it still queues of broadcasts that were cancelled or have expired. Mostly calls,
 * which wait there for up to a day. The receipt decides whether it was in time: a call that was just answered
 * continues, and counts as what its receipt says.
 */
@Injectable()
export class CallOff {
  private readonly log = new Log('call-off', dispatchEvents);

  constructor(
    private readonly callOffs: CallOffsRepository,
    private readonly inbox: ReceiptInbox,
    private readonly providers: Providers,
  ) {}

  /** @returns whether there may be more to do now */
  async run(): Promise<boolean> {
    const waiting = await this.callOffs.take(atOnce);
    if (!waiting) return false;
    const { broadcastId, deliveries, lookedTo, isAll } = waiting;
    const asked = deliveries.length > 0 ? await this.ask(broadcastId, deliveries) : 0;
    const again = asked < deliveries.length ? againAfterFailure : 0;
    // A delivery that the provider gives no answer for blocks no others: it is retried after all have been checked.
    if (deliveries.length > 0 && asked === 0)
      await this.callOffs.putOff(broadcastId, deliveries[0]!.n - 1, again);
    else if (isAll) await this.callOffs.lookedThrough(broadcastId);
    else await this.callOffs.putOff(broadcastId, lookedTo, again);
    return true;
  }

  /** @returns the number of deliveries that the provider answered about */
  private async ask(broadcastId: string, deliveries: readonly SilentDelivery[]): Promise<number> {
    const answers = await Promise.all(deliveries.map((delivery) => this.takeBack(delivery)));
    const asked = deliveries.filter((_, at) => answers[at]);
    await this.callOffs.asked(asked);
    this.log.write('call-off.asked', { broadcast: broadcastId, deliveries: asked.length });
    return asked.length;
  }

  /** @returns whether the provider answered */
  private async takeBack(delivery: SilentDelivery): Promise<boolean> {
    const { found: told, failed } = await this.providers
      .of(delivery.provider)
      .cancel(delivery.channel, delivery.providerRef);
    if (failed !== undefined) return false;
    if (told) await this.inbox.keep({ ...delivery, ...told });
    return true;
  }
}
