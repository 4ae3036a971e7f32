import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SentThrough1764000040100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Whom the last attempt went through. Null of what an older program sent: the configured provider. Written together
      -- with the status, and without an index, so that the update stays heap-only.
      ALTER TABLE delivery
        -- Its address: a sender name or an E.164 number.
        ADD COLUMN sender text,
        ADD COLUMN provider text;
      ALTER TABLE unknown_message ADD COLUMN provider text;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE unknown_message DROP COLUMN provider;
      ALTER TABLE delivery DROP COLUMN sender, DROP COLUMN provider;
    `);
  }
}
