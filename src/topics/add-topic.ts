import { Injectable } from '@nestjs/common';
import { newId } from '../kernel/ids.js';
import { AuditLog } from '../staff/audit-log.js';
import type { Member } from '../staff/member.js';
import { NoSuchTopic, requireOwnName, SlugTaken, type Topic } from './topic.js';
import { requireMay } from '../staff/rights.js';
import { TopicsRepository } from './topics.repository.js';

export type NewTopic = Pick<
  Topic,
  'slug' | 'name' | 'description' | 'state' | 'owner' | 'position' | 'hours'
> &
  Partial<Pick<Topic, 'isPublic'>>;

/** A service owner adds a topic to the catalogue, for their own department. */
@Injectable()
export class AddTopic {
  constructor(
    private readonly topics: TopicsRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @throws staff.role-required, topic.slug-taken, topic.name-taken */
  async run(topic: NewTopic, member: Member): Promise<Topic> {
    const { departmentId } = member;
    requireMay(member, 'topic.write', { departmentId });
    return this.topics.atomically(async (tx) => {
      const id = newId();
      const { slug } = topic;
      await this.topics.holdNames(tx);
      requireOwnName({ ...topic, id }, await this.topics.list(tx));
      if (!(await this.topics.add({ isPublic: true, ...topic, id, departmentId }, tx)))
        throw SlugTaken({ slug });
      const added = await this.topics.find(id, tx);
      if (!added) throw NoSuchTopic();
      const entry = { memberId: member.id, action: 'topic.add', subject: id, detail: { ...topic } };
      await this.audit.record(entry, tx);
      return added;
    });
  }
}
