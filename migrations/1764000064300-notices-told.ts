import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onlyForward } from '../src/platform/database/only-forward.js';

export class NoticesTold1764000064300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- The notice to each of texted, in the same order, to know what became of it. No foreign key: notices are disposed of.
      ALTER TABLE approvers_told ADD COLUMN notices uuid[] NOT NULL DEFAULT '{}';
    `);
  }

  readonly down = onlyForward;
}
