import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { InEachLanguage, Topic, TopicState } from './topic.js';

interface TopicRow {
  id: string;
  slug: string;
  name: InEachLanguage;
  description: InEachLanguage;
  state: TopicState;
  department_id: string;
  department: string;
  owner_name: string;
  position: number;
}

const select = `SELECT t.id, t.slug, t.name, t.description, t.state, t.department_id, d.name AS department,
  t.owner_name, t.position FROM topic t JOIN department d ON d.id = t.department_id`;
const inOrder = 'ORDER BY d.name, t.position, t.slug';

/** Every statement on the catalogue. */
@Injectable()
export class TopicsRepository {
  constructor(private readonly db: DataSource) {}

  atomically<T>(work: (db: EntityManager) => Promise<T>): Promise<T> {
    return this.db.transaction(work);
  }

  /** Nobody else names a topic before the transaction ends. */
  async holdNames(db: EntityManager): Promise<void> {
    await db.query(`SELECT pg_advisory_xact_lock(hashtext('budkavle.topic-names'))`);
  }

  /** All of them, department by department. */
  async list(db: EntityManager = this.db.manager): Promise<Topic[]> {
    const rows = await db.query<TopicRow[]>(`${select} ${inOrder}`);
    return rows.map(toTopic);
  }

  async find(id: string, db: EntityManager = this.db.manager): Promise<Topic | undefined> {
    const rows = await db.query<TopicRow[]>(`${select} WHERE t.id = $1`, [id]);
    return rows[0] && toTopic(rows[0]);
  }

  /** Those of them that can be subscribed to. */
  async openAmong(ids: readonly string[]): Promise<string[]> {
    const rows = await this.db.query<{ id: string }[]>(
      `SELECT id FROM topic WHERE id = ANY($1::uuid[]) AND state = 'open'`,
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  /** How many phones subscribe to each topic that has any. */
  async subscribers(): Promise<Map<string, number>> {
    const rows = await this.db.query<{ topic_id: string; phones: number }[]>(
      'SELECT topic_id, count(*)::int AS phones FROM subscription GROUP BY topic_id',
    );
    return new Map(rows.map(({ topic_id, phones }) => [topic_id, phones]));
  }

  /** @returns false when another topic has the slug already */
  async add(topic: Omit<Topic, 'department'>, db: EntityManager): Promise<boolean> {
    const added = await db.query<unknown[]>(
      `INSERT INTO topic (id, slug, department_id, owner_name, name, description, state, position)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (slug) DO NOTHING RETURNING 1`,
      [topic.id, topic.slug, topic.departmentId, topic.owner, ...wordsOf(topic), topic.state, topic.position],
    );
    return added.length === 1;
  }

  /** The slug and the department stay. */
  async change(topic: Topic, db: EntityManager): Promise<void> {
    await db.query(
      `UPDATE topic SET owner_name = $2, name = $3, description = $4, state = $5, position = $6 WHERE id = $1`,
      [topic.id, topic.owner, ...wordsOf(topic), topic.state, topic.position],
    );
  }
}

const wordsOf = ({ name, description }: Pick<Topic, 'name' | 'description'>): [string, string] => [
  JSON.stringify(name),
  JSON.stringify(description),
];

const toTopic = (row: TopicRow): Topic => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  description: row.description,
  state: row.state,
  departmentId: row.department_id,
  department: row.department,
  owner: row.owner_name,
  position: row.position,
});
