import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SubscriptionsRepository } from './subscriptions.repository.js';

/** Ends every topic of a phone whose STOP the provider handled without forwarding the text. Safe to repeat. */
@Injectable()
export class RecordOptOut {
  constructor(private readonly subscriptions: SubscriptionsRepository) {}

  /** @param phone E.164 */
  async run(phone: string, tx?: EntityManager): Promise<void> {
    const end = (tx: EntityManager) => this.subscriptions.endAllBut([], phone, 'text', tx);
    await (tx ? end(tx) : this.subscriptions.atomically(end));
  }
}
