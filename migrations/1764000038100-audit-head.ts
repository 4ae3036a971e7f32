import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who can write to the database can neither empty the audit log nor cut it off unseen. */
export class AuditHead1764000038100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Whether the hash is keyed; entries of earlier versions are not.
      ALTER TABLE audit_entry ADD COLUMN keyed boolean NOT NULL DEFAULT false;

      -- The last entry, signed: an end that was cut off shows.
      CREATE TABLE audit_head (
        one boolean PRIMARY KEY DEFAULT true CHECK (one),
        entry_id bigint NOT NULL,
        signature bytea NOT NULL
      );

      CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry
        FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_is_insert_only();
      CREATE TRIGGER consent_event_no_truncate BEFORE TRUNCATE ON consent_event
        FOR EACH STATEMENT EXECUTE FUNCTION consent_event_is_append_only();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER consent_event_no_truncate ON consent_event;
      DROP TRIGGER audit_entry_no_truncate ON audit_entry;
      DROP TABLE audit_head;
      ALTER TABLE audit_entry DROP COLUMN keyed;
    `);
  }
}
