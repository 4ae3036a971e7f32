import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isArea, type Audience } from '../../audiences/audience.js';
import { PublishedAreas } from '../../audiences/published-area/published-areas.js';
import { newPageCode } from '../../messages/page-link.js';
import { TopicsRepository } from '../../topics/topics.repository.js';
import type { Broadcast } from '../broadcast.js';
import { settlePublicity, type Publicity } from './publicity.js';

/** Whether a broadcast is published, and under which short address. */
@Injectable()
export class PublicityOf {
  constructor(
    private readonly areas: PublishedAreas,
    private readonly topics: TopicsRepository,
  ) {}

  /**
   * @param earlier the broadcast that this one follows: what follows it is published as it was
   * @throws broadcast.exercise-not-public, broadcast.topic-not-public, broadcast.first-not-public, broadcast.not-public
   */
  async run(
    said: Publicity,
    audience: Audience,
    { exercise, earlier }: { readonly exercise: boolean; readonly earlier?: Broadcast | undefined },
  ): Promise<Publicity> {
    if (earlier) {
      const firstIsPublic = earlier.isPublic ?? false;
      return settlePublicity(
        { ...(earlier.webOnly === undefined ? {} : { webOnly: earlier.webOnly }), ...definedOf(said) },
        { exercise, firstIsPublic, byDefault: firstIsPublic },
      );
    }
    const topicIsPublic = 'topic' in audience ? await this.isPublicTopic(audience.topic) : undefined;
    const byDefault = topicIsPublic ?? (isArea(audience) && (await this.areas.isPublicByDefault(audience)));
    return settlePublicity(said, { exercise, topicIsPublic, byDefault });
  }

  /** Everything of an incident has one page. */
  pageCode(earlier: Pick<Broadcast, 'pageCode'> | undefined): string {
    return earlier?.pageCode ?? newPageCode(randomInt);
  }

  private async isPublicTopic(id: string): Promise<boolean> {
    return (await this.topics.find(id))?.isPublic ?? false;
  }
}

const definedOf = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
