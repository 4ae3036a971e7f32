import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeptSums1764000032100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- The sums of a broadcast that is over. What changes one of its deliveries raises the version and empties the counts.
      CREATE TABLE kept_sums (
        broadcast_id uuid PRIMARY KEY,
        version bigint NOT NULL DEFAULT 0,
        counts jsonb
      ) WITH (fillfactor = 50);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE kept_sums');
  }
}
