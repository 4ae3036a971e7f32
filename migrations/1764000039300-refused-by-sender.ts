import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RefusedBySender1764000039300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Whether what was rejected with the reason of the stop was the sender's matter: it is planned again.
      ALTER TABLE sender_stop ADD COLUMN takes_back boolean NOT NULL DEFAULT false;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE sender_stop DROP COLUMN takes_back;
    `);
  }
}
