import { Injectable } from '@nestjs/common';
import {
  RequestVerification,
  type RequestedVerification,
  type VerificationRequest,
} from '../verification/request-verification.js';
import { NoSuchTopic, NoTopicChosen } from './topic.js';
import { TopicsRepository } from './topics.repository.js';

/**
 * A resident chooses topics, or wants to see their own. Sends a code; the chosen topics start when the code is entered.
 */
@Injectable()
export class AskForTopics {
  constructor(
    private readonly topics: TopicsRepository,
    private readonly requestVerification: RequestVerification,
  ) {}

  /** @throws topic.none-chosen, topic.not-found when none is open, and as {@link RequestVerification.run} */
  async run(request: VerificationRequest): Promise<RequestedVerification> {
    if (!request.wanted) return this.requestVerification.run(request);
    if (request.wanted.length === 0) throw NoTopicChosen();
    const wanted = await this.topics.openAmong(request.wanted);
    if (wanted.length === 0) throw NoSuchTopic();
    return this.requestVerification.run({ ...request, wanted });
  }
}
