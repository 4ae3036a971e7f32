import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Staff1764000000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE department (
        id uuid PRIMARY KEY,
        name text NOT NULL UNIQUE
      );

      CREATE TABLE member (
        id uuid PRIMARY KEY,
        department_id uuid NOT NULL REFERENCES department,
        name text NOT NULL,
        email text NOT NULL UNIQUE,
        roles text[] NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        left_at timestamptz
      );

      -- Bearer keys of people and programs; only a hash is kept.
      CREATE TABLE access_key (
        hash bytea PRIMARY KEY,
        member_id uuid NOT NULL REFERENCES member,
        label text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        revoked_at timestamptz
      );

      CREATE TABLE staff_session (
        hash bytea PRIMARY KEY,
        member_id uuid NOT NULL REFERENCES member,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL
      );

      -- Insert-only; each entry holds the hash of the one before.
      CREATE TABLE audit_entry (
        id bigint PRIMARY KEY,
        at timestamptz NOT NULL,
        member_id uuid REFERENCES member,
        action text NOT NULL,
        subject text NOT NULL,
        detail jsonb NOT NULL,
        previous_hash bytea NOT NULL,
        hash bytea NOT NULL UNIQUE
      );

      CREATE FUNCTION audit_entry_is_insert_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'audit_entry is insert-only';
      END $$;
      CREATE TRIGGER audit_entry_insert_only BEFORE UPDATE OR DELETE ON audit_entry
        FOR EACH ROW EXECUTE FUNCTION audit_entry_is_insert_only();

      -- What was answered to a request that carried an Idempotency-Key, so that its repeat gets the same.
      CREATE TABLE idempotent_answer (
        member_id uuid NOT NULL REFERENCES member,
        key text NOT NULL,
        request_hash bytea NOT NULL,
        status int,
        body jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (member_id, key)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE idempotent_answer, audit_entry, staff_session, access_key, member, department;
      DROP FUNCTION audit_entry_is_insert_only;
    `);
  }
}
