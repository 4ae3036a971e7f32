import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Registration1764000016000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- A landline is called with its code. What the visitor is about to do once it is right is the pages' own word.
      ALTER TABLE verification
        ADD COLUMN kind text NOT NULL DEFAULT 'mobile' CHECK (kind IN ('mobile', 'landline')),
        ADD COLUMN purpose text NOT NULL DEFAULT 'topics';
      UPDATE verification SET purpose = 'subscribe' WHERE wanted IS NOT NULL;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DELETE FROM verification WHERE kind = 'landline';
      ALTER TABLE verification DROP COLUMN kind, DROP COLUMN purpose;
    `);
  }
}
