import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Failures1764000007000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE receipt_inbox
        -- What a failure means, in no provider's words (deliveries/failure.ts); null where nothing follows from it.
        ADD COLUMN failure text,
        -- The sender's address as the provider gave it, so that a sender that is refused can be stopped.
        ADD COLUMN sender_address text;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE receipt_inbox DROP COLUMN failure, DROP COLUMN sender_address;`);
  }
}
