import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which versions of saved areas a submission meant, by their ids: an approval compares them, rather than the clocks of two
 * processes.
 */
export class AreaVersions1764000031000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE broadcast ADD COLUMN area_versions jsonb');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE broadcast DROP COLUMN area_versions');
  }
}
