import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Revocation1764000009000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- A session is worth as much as the key it was opened with. Those without one are signed out.
      DELETE FROM staff_session;
      ALTER TABLE staff_session DROP COLUMN member_id, ADD COLUMN key_hash bytea NOT NULL REFERENCES access_key;

      -- Each text that said STOP, by the provider's reference: the same one told again ends nothing that began since.
      CREATE TABLE heeded_stop (
        provider_ref text PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT now()
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE heeded_stop;
      DELETE FROM staff_session;
      ALTER TABLE staff_session DROP COLUMN key_hash, ADD COLUMN member_id uuid NOT NULL REFERENCES member;
    `);
  }
}
