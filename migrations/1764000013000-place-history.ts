import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Made after the tables they keep the past of, so that the geometry is in the reference that those have by now. */
export class PlaceHistory1764000013000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- What a place was before it was what place says. A broadcast of last year still shows what it meant.
      CREATE TABLE place_past AS
        SELECT id AS place_id, name, geom, valid_from, valid_to FROM place WHERE false;
      ALTER TABLE place_past
        ALTER place_id SET NOT NULL, ALTER name SET NOT NULL, ALTER geom SET NOT NULL,
        ALTER valid_from SET NOT NULL, ALTER valid_to SET NOT NULL,
        ADD FOREIGN KEY (place_id) REFERENCES place ON DELETE CASCADE,
        ADD CHECK (valid_from < valid_to);
      CREATE INDEX place_past_place ON place_past (place_id, valid_from);

      CREATE TABLE address_past AS
        SELECT id AS address_id, property_id, street, number, postal_code, locality, point, valid_from, valid_to
        FROM address WHERE false;
      ALTER TABLE address_past
        ALTER address_id SET NOT NULL, ALTER street SET NOT NULL, ALTER number SET NOT NULL, ALTER point SET NOT NULL,
        ALTER valid_from SET NOT NULL, ALTER valid_to SET NOT NULL,
        ADD FOREIGN KEY (address_id) REFERENCES address ON DELETE CASCADE,
        ADD CHECK (valid_from < valid_to);
      CREATE INDEX address_past_address ON address_past (address_id, valid_from);

      -- The block that a property's designation says it is in, where its profile makes blocks of designations.
      ALTER TABLE place ADD COLUMN block_key text;
      CREATE INDEX place_block ON place (source, block_key) WHERE block_key IS NOT NULL AND valid_to IS NULL;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX place_block;
      ALTER TABLE place DROP COLUMN block_key;
      DROP TABLE address_past, place_past;
    `);
  }
}
