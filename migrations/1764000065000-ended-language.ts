import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onlyForward } from '../src/platform/database/only-forward.js';

export class EndedLanguage1764000065000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Of the texts that ended, so that another STOP is answered in it. NULL: a begin, or an end before there was a column.
      ALTER TABLE consent_event ADD COLUMN language text;
    `);
  }

  readonly down = onlyForward;
}
