import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { TopicEntity, toTopic } from './topic.entity.js';
import type { Topic } from './topic.js';

/** Every statement on the topic catalogue. */
@Injectable()
export class TopicsRepository {
  constructor(private readonly db: DataSource) {}

  atomically<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.db.transaction(work);
  }

  /** Locks topic names: nobody else can name a topic until the transaction ends. */
  async holdNames(tx: EntityManager): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('budkavle.topic-names'))`);
  }

  /** All topics, by department. */
  async list(tx: EntityManager = this.db.manager): Promise<Topic[]> {
    const found = await tx.find(TopicEntity, {
      relations: { department: true },
      order: { department: { name: 'ASC' }, position: 'ASC', slug: 'ASC' },
    });
    return found.map(toTopic);
  }

  async find(id: string, tx: EntityManager = this.db.manager): Promise<Topic | undefined> {
    const [found] = await tx.find(TopicEntity, { where: { id }, relations: { department: true } });
    return found && toTopic(found);
  }

  /** The ids of the given topics that are open. */
  async openAmong(ids: readonly string[]): Promise<string[]> {
    const open = await this.db.manager.find(TopicEntity, {
      select: { id: true },
      where: { id: In(ids), state: 'open' },
    });
    return open.map(({ id }) => id);
  }

  /** The number of subscribing phones, for each topic that has any. */
  async subscribers(): Promise<Map<string, number>> {
    const rows = await this.db.query<{ topic_id: string; phones: number }[]>(
      'SELECT topic_id, count(*)::int AS phones FROM subscription GROUP BY topic_id',
    );
    return new Map(rows.map(({ topic_id, phones }) => [topic_id, phones]));
  }

  /** @returns false when another topic has the slug already */
  async add(topic: Omit<Topic, 'department' | 'version'>, tx: EntityManager): Promise<boolean> {
    const added = await tx
      .createQueryBuilder()
      .insert()
      .into(TopicEntity)
      .values(topic)
      .orIgnore()
      .returning('id')
      .execute();
    return (added.raw as unknown[]).length === 1;
  }

  /** Changes everything except the slug and the department. */
  async change(topic: Topic, tx: EntityManager): Promise<void> {
    const { id, owner, name, description, state, position, hours, isPublic } = topic;
    // TypeORM skips a column that is undefined.
    const change = {
      owner,
      name,
      description,
      state,
      position,
      isPublic,
      hours: hours ?? (null as unknown as undefined),
    };
    await tx.update(TopicEntity, { id }, change);
  }
}
