import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Directory1764000002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE phone (
        e164 text PRIMARY KEY CHECK (e164 ~ '^\\+[1-9][0-9]{5,14}$'),
        kind text NOT NULL CHECK (kind IN ('mobile', 'landline')),
        language text NOT NULL DEFAULT 'sv',
        -- Made by a generator: no provider that reaches real phones may ever send to it.
        generated boolean NOT NULL DEFAULT false,
        objected_at timestamptz,
        -- The provider's error code of a permanently failing number.
        quarantine_reason text,
        updated_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE phone_address (
        phone text NOT NULL REFERENCES phone ON DELETE CASCADE,
        address_id uuid NOT NULL REFERENCES address,
        role text NOT NULL CHECK (role IN ('resident', 'owner', 'business', 'watcher')),
        source text NOT NULL,
        -- Who live together at an address that many share; null where the register can't tell.
        household text,
        protected boolean NOT NULL DEFAULT false,
        since timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (phone, address_id, source)
      );
      CREATE INDEX phone_address_address ON phone_address (address_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE phone_address, phone;`);
  }
}
