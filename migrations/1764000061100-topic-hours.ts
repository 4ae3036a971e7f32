import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onlyForward } from '../src/platform/database/only-forward.js';

export class TopicHours1764000061100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- When it is sent, by weekday, Monday first: {from, to} or null. Null for at any time.
      ALTER TABLE topic ADD COLUMN hours jsonb CHECK (jsonb_typeof(hours) = 'array' AND jsonb_array_length(hours) = 7);
    `);
  }

  readonly down = onlyForward;
}
