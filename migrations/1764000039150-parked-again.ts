import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ParkedAgain1764000039150 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Each is tried again by itself: what kept it from being applied may have been mended.
      ALTER TABLE receipt_parked ADD COLUMN try_at timestamptz NOT NULL DEFAULT now() + interval '1 hour';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE receipt_parked DROP COLUMN try_at;
    `);
  }
}
