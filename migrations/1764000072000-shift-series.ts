import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onlyForward } from '../src/platform/database/only-forward.js';

export class ShiftSeries1764000072000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Shifts that were added together, which repeat every week.
      ALTER TABLE duty_shift ADD COLUMN series_id uuid;
    `);
  }

  readonly down = onlyForward;
}
