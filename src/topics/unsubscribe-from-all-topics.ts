import { Injectable } from '@nestjs/common';
import { SubscriptionsRepository } from './subscriptions.repository.js';
import { VerificationsRepository } from '../verification/verifications.repository.js';

/** Ends all topics of a verified phone. Alerts still reach it: they rest on public interest, not on consent. */
@Injectable()
export class UnsubscribeFromAllTopics {
  constructor(
    private readonly verifications: VerificationsRepository,
    private readonly subscriptions: SubscriptionsRepository,
  ) {}

  /** @throws verification.required */
  async run(session: string | undefined): Promise<void> {
    const { phone } = await this.verifications.requireTrusted(session, 'mobile');
    await this.subscriptions.atomically((tx) => this.subscriptions.endAllBut([], phone, 'web', tx));
  }
}
