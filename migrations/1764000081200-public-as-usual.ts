import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onlyForward } from '../src/platform/database/only-forward.js';

export class PublicAsUsual1764000081200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Whether its writer left open if it is published. Null: written before that was kept.
      ALTER TABLE broadcast ADD COLUMN public_as_usual boolean;
    `);
  }

  readonly down = onlyForward;
}
