import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which text of each migration ran here, so that a file edited since is noticed. */
export class MigrationChecksums1764000035000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- One that ran before checksums were kept has no row.
      CREATE TABLE migration_checksum (
        name text PRIMARY KEY,
        checksum text NOT NULL,
        at timestamptz NOT NULL DEFAULT now()
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE migration_checksum');
  }
}
