import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onlyForward } from '../src/platform/database/only-forward.js';

export class Onset1764000081100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- When what a broadcast is about begins or began, as the text says in its template's field.
      ALTER TABLE broadcast ADD COLUMN onset_at timestamptz;
    `);
  }

  readonly down = onlyForward;
}
