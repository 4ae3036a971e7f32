import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onlyForward } from '../src/platform/database/only-forward.js';

export class Published1764000070000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- What the municipality's pages and feeds say of a broadcast. What was approved before stays unpublished.
      ALTER TABLE broadcast
        ADD COLUMN is_public boolean,
        ADD COLUMN web_only boolean,
        ADD COLUMN page_link boolean,
        ADD COLUMN page_code text,
        ADD COLUMN published_area jsonb;
      ALTER TABLE broadcast_text ADD COLUMN headline text, ADD COLUMN web text;
      ALTER TABLE topic ADD COLUMN is_public boolean NOT NULL DEFAULT true;
      -- Everything of an incident has the code of its first broadcast.
      CREATE UNIQUE INDEX broadcast_page_code ON broadcast (page_code) WHERE root_id IS NULL;
      CREATE INDEX broadcast_public ON broadcast (id) WHERE is_public AND planned IS NOT NULL;
    `);
  }

  readonly down = onlyForward;
}
