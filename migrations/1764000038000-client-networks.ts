import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The wider networks of whoever asked for a code, so that their allowances get back what was used. */
export class ClientNetworks1764000038000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE verification ADD COLUMN site_hash bytea, ADD COLUMN network_hash bytea');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE verification DROP COLUMN site_hash, DROP COLUMN network_hash');
  }
}
