import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DirectoryKeeping1764000017000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- The last delivery of each source: what it says is as old as that. What earlier ones did is in the audit log.
      CREATE TABLE phone_source (
        source text PRIMARY KEY,
        -- The dataset whose keys its rows refer to.
        address_source text NOT NULL,
        replaced_at timestamptz NOT NULL,
        -- The command that did it.
        replaced_by text NOT NULL,
        -- Rows, phones, added, changed, unchanged, removed, and how many were refused by reason.
        report jsonb NOT NULL
      );
      -- Those that were imported before anybody kept this: their newest row is the least that is known.
      INSERT INTO phone_source (source, address_source, replaced_at, replaced_by, report)
      SELECT pa.source, min(a.source), max(pa.since), 'unknown', jsonb_build_object(
        'rows', count(*), 'phones', count(DISTINCT pa.phone), 'added', 0, 'changed', 0, 'removed', 0,
        'unchanged', count(*), 'refused', '{}'::jsonb)
      FROM phone_address pa JOIN address a ON a.id = pa.address_id
      WHERE pa.source NOT IN ('self', 'staff')
      GROUP BY pa.source;

      -- A number may be given to somebody else: a quarantine ends when it is old enough.
      ALTER TABLE phone ADD COLUMN quarantined_at timestamptz;
      UPDATE phone SET quarantined_at = updated_at WHERE quarantine_reason IS NOT NULL;
      CREATE INDEX phone_quarantined ON phone (quarantined_at) WHERE quarantine_reason IS NOT NULL;

      -- The objections of erased persons, so that the next register doesn't bring alerts back to them. The hash is keyed:
      -- without the installation's key nobody can tell whose it is.
      CREATE TABLE kept_objection (
        phone_hash bytea PRIMARY KEY,
        objected_at timestamptz NOT NULL
      );

      -- An erased person's delivery stays for the sums' sake, under what is no number: nothing follows it.
      CREATE OR REPLACE VIEW told AS
      SELECT broadcast_id, phone, channel, language, generated, status FROM delivery
      WHERE status IN ('planned', 'sending', 'accepted', 'sent', 'delivered', 'no-receipt', 'in-doubt', 'unknown')
        AND phone LIKE '+%';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE OR REPLACE VIEW told AS
      SELECT broadcast_id, phone, channel, language, generated, status FROM delivery
      WHERE status IN ('planned', 'sending', 'accepted', 'sent', 'delivered', 'no-receipt', 'in-doubt', 'unknown');
      DROP TABLE kept_objection, phone_source;
      DROP INDEX phone_quarantined;
      ALTER TABLE phone DROP COLUMN quarantined_at;
    `);
  }
}
