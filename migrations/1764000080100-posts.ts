import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onlyForward } from '../src/platform/database/only-forward.js';

export class Posts1764000080100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE broadcast
        -- What social media say instead of the suggestion, by language.
        ADD COLUMN posts jsonb,
        -- Social media say nothing of it, nor of what follows it.
        ADD COLUMN no_posts boolean;
    `);
  }

  readonly down = onlyForward;
}
