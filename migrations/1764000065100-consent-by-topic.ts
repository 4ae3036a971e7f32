import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onlyForward } from '../src/platform/database/only-forward.js';

export class ConsentByTopic1764000065100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE INDEX consent_event_topic ON consent_event (topic_id, at)');
  }

  readonly down = onlyForward;
}
