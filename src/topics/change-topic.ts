import { Injectable } from '@nestjs/common';
import { AuditLog } from '../staff/audit-log.js';
import type { Member } from '../staff/member.js';
import type { NewTopic } from './add-topic.js';
import { NoSuchTopic, requireOwnName, TopicChangedMeanwhile, type Topic } from './topic.js';
import { requireMay } from '../staff/rights.js';
import { TopicsRepository } from './topics.repository.js';

/** Everything except the slug: page addresses that people have saved keep working. */
export interface TopicChange extends Omit<NewTopic, 'slug'> {
  /** The version that the change is based on; if left out, whatever is there is overwritten. */
  readonly version?: number | undefined;
}

/** A service owner changes the words of a topic of their department, or opens or closes it. */
@Injectable()
export class ChangeTopic {
  constructor(
    private readonly topics: TopicsRepository,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @throws topic.not-found, staff.role-required, staff.other-department, topic.name-taken, topic.changed-meanwhile
   */
  async run(id: string, { version, ...change }: TopicChange, member: Member): Promise<Topic> {
    return this.topics.atomically(async (tx) => {
      // Before the topic is read, so that two changes of it come one after the other.
      await this.topics.holdNames(tx);
      const topic = await this.topics.find(id, tx);
      if (!topic) throw NoSuchTopic();
      requireMay(member, 'topic.write', topic);
      if (version !== undefined && version !== topic.version) throw TopicChangedMeanwhile();
      const changed = { ...topic, ...change, version: topic.version + 1 };
      requireOwnName(changed, await this.topics.list(tx));
      await this.topics.change(changed, tx);
      const entry = { memberId: member.id, action: 'topic.change', subject: id, detail: { ...change } };
      await this.audit.record(entry, tx);
      return changed;
    });
  }
}
