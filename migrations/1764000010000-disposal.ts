import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Disposal1764000010000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Broadcasts whose deliveries were disposed of, with the sums that their reports are made of.
      CREATE TABLE disposed_broadcast (
        broadcast_id uuid PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT now(),
        counts jsonb NOT NULL
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE disposed_broadcast');
  }
}
