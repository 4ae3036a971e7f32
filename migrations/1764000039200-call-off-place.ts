import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CallOffPlace1764000039200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- How far the deliveries of the broadcast have been looked through, so that each is looked at once, and the last of them.
      ALTER TABLE call_off ADD COLUMN looked_to int NOT NULL DEFAULT 0, ADD COLUMN last int NOT NULL DEFAULT 0;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE call_off DROP COLUMN looked_to, DROP COLUMN last;
    `);
  }
}
