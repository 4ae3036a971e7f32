import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onlyForward } from '../src/platform/database/only-forward.js';

export class Correction1764000063000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE broadcast DROP CONSTRAINT broadcast_relation_check,
        ADD CONSTRAINT broadcast_relation_check CHECK (relation IN ('extension', 'update', 'correction', 'all-clear')) NOT VALID;
      ALTER TABLE broadcast VALIDATE CONSTRAINT broadcast_relation_check;
    `);
  }

  readonly down = onlyForward;
}
