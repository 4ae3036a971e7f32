import type { DataSource } from 'typeorm';
import { newId } from '../kernel/ids.js';
import { MembersRepository } from '../staff/members.repository.js';
import { demoTopics } from './demo-topics.js';
import { TopicsRepository } from './topics.repository.js';

/**
 * Safe to repeat: existing topics stay unchanged.
 *
 * @param departmentId the department of the demo's staff; it gets the topics about water and waste, other topics get
 * departments of their own
 */
export async function ensureDemoTopics(db: DataSource, departmentId: string): Promise<void> {
  const topics = new TopicsRepository(db);
  const members = new MembersRepository(db);
  for (const [position, { department, ...topic }] of demoTopics.entries()) {
    const owningId = department ? await members.ensureDepartment(department) : departmentId;
    await topics.add(
      { ...topic, id: newId(), state: 'open', isPublic: true, departmentId: owningId, position },
      db.manager,
    );
  }
}
