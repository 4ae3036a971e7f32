import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onlyForward } from '../src/platform/database/only-forward.js';

export class ReturnedBy1764000064200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Everyone who returned it for changes. They had a hand in it, so they can't approve it. Null: nobody, or before this
      -- was recorded.
      ALTER TABLE broadcast ADD COLUMN returned_by uuid[];
    `);
  }

  readonly down = onlyForward;
}
