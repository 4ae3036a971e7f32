import { Injectable } from '@nestjs/common';
import { SubscriptionsRepository } from './subscriptions.repository.js';
import type { Topic } from './topic.js';
import { TopicsRepository } from './topics.repository.js';
import { VerificationsRepository } from '../verification/verifications.repository.js';

export interface OwnTopics {
  /** E.164. */
  readonly phone: string;
  /** The language of the phone's texts; undefined while it has no topics. */
  readonly language?: string;
  /** Open topics, and closed ones that the phone still subscribes to. */
  readonly topics: readonly (Topic & { readonly subscribed: boolean })[];
}

/** Shows what a verified phone subscribes to, and what it can subscribe to. */
@Injectable()
export class ShowOwnTopics {
  constructor(
    private readonly verifications: VerificationsRepository,
    private readonly subscriptions: SubscriptionsRepository,
    private readonly topics: TopicsRepository,
  ) {}

  /** @throws verification.required */
  async run(session: string | undefined): Promise<OwnTopics> {
    const { phone } = await this.verifications.requireTrusted(session, 'mobile');
    const { topicIds, language } = await this.subscriptions.of(phone);
    const all = await this.topics.list();
    const topics = all
      .map((topic) => ({ ...topic, subscribed: topicIds.includes(topic.id) }))
      .filter((topic) => topic.state === 'open' || topic.subscribed);
    return { phone, language, topics };
  }
}
