import { Injectable } from '@nestjs/common';
import { AuditLog } from '../staff/audit-log.js';
import type { Member } from '../staff/member.js';
import type { NewTopic } from './add-topic.js';
import { NoSuchTopic, requireOwnName, type Topic } from './topic.js';
import { requireMay } from '../staff/rights.js';
import { TopicsRepository } from './topics.repository.js';

/** Everything except the slug: page addresses that people have saved keep working. */
export type TopicChange = Omit<NewTopic, 'slug'>;

/** A service owner changes the words of a topic of their department, or opens or closes it. */
@Injectable()
export class ChangeTopic {
  constructor(
    private readonly topics: TopicsRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @throws topic.not-found, staff.role-required, staff.other-department, topic.name-taken */
  async run(id: string, change: TopicChange, member: Member): Promise<Topic> {
    return this.topics.atomically(async (tx) => {
      const topic = await this.topics.find(id, tx);
      if (!topic) throw NoSuchTopic();
      requireMay(member, 'topic.write', topic);
      const changed = { ...topic, ...change };
      await this.topics.holdNames(tx);
      requireOwnName(changed, await this.topics.list(tx));
      await this.topics.change(changed, tx);
      const entry = { memberId: member.id, action: 'topic.change', subject: id, detail: { ...change } };
      await this.audit.record(entry, tx);
      return changed;
    });
  }
}
