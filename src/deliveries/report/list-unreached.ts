import { Injectable } from '@nestjs/common';
import type { Broadcast } from '../../broadcasts/broadcast.js';
import { BroadcastsRepository } from '../../broadcasts/broadcasts.repository.js';
import { refusal } from '../../kernel/refusal.js';
import { UnreachedRepository, type UnreachedAddress } from './unreached.repository.js';
import { inWalkingOrder } from '../letterbox/walking-order.js';

export const DeliveriesDisposedOf = refusal('unreached.disposed-of', 'conflict', {
  sv: 'Uppgifterna om vilka telefoner som fick utskicket är gallrade. Det går inte längre att se vilka adresser som inte nåddes.',
  en: 'Which phones had the broadcast has been disposed of. Which addresses were not reached can’t be told any more.',
});

export interface Unreached {
  readonly broadcast: Broadcast;
  /** `preview`: whom it would not reach now. `ledger`: whom it did not reach, or will not reach. */
  readonly basis: 'preview' | 'ledger';
  /** In walking order. */
  readonly addresses: readonly UnreachedAddress[];
}

/**
 * The addresses of a broadcast's audience where no phone is reached. It returns all of them, because sorting needs all:
 * 60,000 are about 30 MB. A topic has no addresses, so its list is empty.
 */
@Injectable()
export class ListUnreached {
  constructor(
    private readonly broadcasts: BroadcastsRepository,
    private readonly unreached: UnreachedRepository,
  ) {}

  /** @throws broadcast.not-found, unreached.disposed-of */
  async run(broadcastId: string): Promise<Unreached> {
    const found = await this.find(broadcastId);
    return { ...found, addresses: await inWalkingOrder(await this.unreached.list(found.broadcast)) };
  }

  /** The number of addresses, without the list. @throws broadcast.not-found, unreached.disposed-of */
  async count(broadcastId: string): Promise<Pick<Unreached, 'basis'> & { readonly total: number }> {
    const { basis, broadcast } = await this.find(broadcastId);
    return { basis, total: await this.unreached.count(broadcast) };
  }

  private async find(broadcastId: string): Promise<Omit<Unreached, 'addresses'>> {
    const broadcast = await this.broadcasts.get(broadcastId);
    if (broadcast.planned === undefined) return { broadcast, basis: 'preview' };
    if (await this.unreached.isDisposedOf(broadcastId)) throw DeliveriesDisposedOf();
    return { broadcast, basis: 'ledger' };
  }
}
