import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onlyForward } from '../src/platform/database/only-forward.js';

export class TopicVersion1764000065200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE topic ADD COLUMN version int NOT NULL DEFAULT 1');
  }

  readonly down = onlyForward;
}
