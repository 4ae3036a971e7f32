import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ProtectedPhones1764000008000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // Few, and asked for each phone that is counted, enrolled or about to be sent to.
    await db.query(`CREATE INDEX phone_address_protected ON phone_address (phone) WHERE protected`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX phone_address_protected`);
  }
}
