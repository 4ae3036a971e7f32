import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onlyForward } from '../src/platform/database/only-forward.js';

export class Incident1764000063100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- The title that staff gave to an alert and everything that follows it.
      CREATE TABLE incident (
        root_id uuid PRIMARY KEY REFERENCES broadcast,
        title text NOT NULL CHECK (title <> '')
      );
    `);
  }

  readonly down = onlyForward;
}
