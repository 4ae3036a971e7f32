import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Addresses are found by their postal code alone. */
export class AddressPostalCode1764000030000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `CREATE INDEX address_postal_code ON address (replace(postal_code, ' ', '')) WHERE valid_to IS NULL`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX address_postal_code');
  }
}
