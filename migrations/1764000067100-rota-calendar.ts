import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onlyForward } from '../src/platform/database/only-forward.js';

export class RotaCalendar1764000067100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE duty_shift ADD COLUMN from_calendar boolean NOT NULL DEFAULT false;

      -- The calendar that the rota is read from, as it last answered. One row at most.
      CREATE TABLE rota_calendar (
        one boolean PRIMARY KEY DEFAULT true CHECK (one),
        address_hash bytea NOT NULL,
        asked_at timestamptz NOT NULL,
        etag text,
        content text,
        read_at timestamptz,
        failing_since timestamptz,
        unmatched jsonb NOT NULL DEFAULT '[]'
      );
    `);
  }

  readonly down = onlyForward;
}
