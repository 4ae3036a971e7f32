import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SubscriptionsRepository } from './subscriptions.repository.js';

/** Somebody texted STOP, and the provider kept it to itself: their topics end all the same. Safe to repeat. */
@Injectable()
export class RecordOptOut {
  constructor(private readonly subscriptions: SubscriptionsRepository) {}

  /** @param phone E.164 */
  async run(phone: string, tx?: EntityManager): Promise<void> {
    const end = (tx: EntityManager) => this.subscriptions.endAllBut([], phone, 'text', tx);
    await (tx ? end(tx) : this.subscriptions.atomically(end));
  }
}
