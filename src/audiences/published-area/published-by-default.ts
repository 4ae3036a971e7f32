import { Injectable } from '@nestjs/common';
import { TopicsRepository } from '../../topics/topics.repository.js';
import { isArea, type Audience } from '../audience.js';
import { PublishedAreas } from './published-areas.js';

/** Whether a broadcast to an audience is published if its writer does not say. */
@Injectable()
export class PublishedByDefault {
  constructor(
    private readonly areas: PublishedAreas,
    private readonly topics: TopicsRepository,
  ) {}

  /** As the topic; yes for an area, no for a property or a few addresses. */
  async of(audience: Audience): Promise<boolean> {
    if ('topic' in audience) return (await this.topics.find(audience.topic))?.isPublic ?? false;
    return isArea(audience) && this.areas.isPublicByDefault(audience);
  }
}
