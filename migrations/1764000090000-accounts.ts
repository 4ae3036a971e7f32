import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onlyForward } from '../src/platform/database/only-forward.js';

export class Accounts1764000090000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE member ADD COLUMN last_sign_in_at timestamptz;

      -- An account at the identity provider, and whose it is.
      CREATE TABLE staff_account (
        issuer text NOT NULL,
        subject text NOT NULL,
        member_id uuid NOT NULL REFERENCES member,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (issuer, subject)
      );
      CREATE INDEX staff_account_member ON staff_account (member_id);

      -- An account that tried to sign in with the e-mail address of a member who has another account, or only a key.
      CREATE TABLE waiting_account (
        id uuid PRIMARY KEY,
        issuer text NOT NULL,
        subject text NOT NULL,
        name text NOT NULL,
        email text NOT NULL,
        tried_at timestamptz NOT NULL,
        UNIQUE (issuer, subject)
      );

      -- A session is of a key or of an account.
      ALTER TABLE staff_session
        ALTER COLUMN key_hash DROP NOT NULL,
        ADD COLUMN issuer text,
        ADD COLUMN subject text,
        -- The session at the identity provider, its claim sid.
        ADD COLUMN provider_session text,
        ADD FOREIGN KEY (issuer, subject) REFERENCES staff_account (issuer, subject),
        ADD CHECK ((key_hash IS NULL) = (subject IS NOT NULL)),
        ADD CHECK ((issuer IS NULL) = (subject IS NULL));
      CREATE INDEX staff_session_account ON staff_session (issuer, subject);

      -- Sign-ins that were sent to the identity provider. Each is used once.
      CREATE TABLE started_sign_in (
        state_hash bytea PRIMARY KEY,
        -- Hash of the secret in the browser's cookie.
        browser_hash bytea NOT NULL,
        issuer text NOT NULL,
        nonce text NOT NULL,
        code_verifier text NOT NULL,
        return_to text NOT NULL,
        expires_at timestamptz NOT NULL
      );

      -- What the values of the identity provider's claim mean here.
      CREATE TABLE role_mapping (
        value text PRIMARY KEY,
        -- The first that a person has decides their department.
        position int NOT NULL,
        department_id uuid REFERENCES department,
        roles text[] NOT NULL
      );
    `);
  }

  readonly down = onlyForward;
}
