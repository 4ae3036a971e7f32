import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onlyForward } from '../src/platform/database/only-forward.js';

export class Checklist1764000062000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE broadcast
        -- The kind of event, whose points a message must make.
        ADD COLUMN event text,
        -- The page that the texts link to.
        ADD COLUMN page text,
        -- The writer's word on each point, by its id.
        ADD COLUMN points jsonb;
    `);
  }

  readonly down = onlyForward;
}
