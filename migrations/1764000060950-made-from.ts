import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onlyForward } from '../src/platform/database/only-forward.js';

export class MadeFrom1764000060950 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE broadcast
        -- The template that it was made from: its id and version.
        ADD COLUMN template jsonb,
        -- Who has read each translation, by language.
        ADD COLUMN read_by jsonb;
    `);
  }

  readonly down = onlyForward;
}
