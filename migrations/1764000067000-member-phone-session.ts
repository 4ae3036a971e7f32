import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onlyForward } from '../src/platform/database/only-forward.js';

export class MemberPhoneSession1764000067000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- The session of the verification by which a member confirms a new phone.
      ALTER TABLE member ADD COLUMN phone_session text;
    `);
  }

  readonly down = onlyForward;
}
