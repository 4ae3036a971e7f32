import type { MigrationInterface, QueryRunner } from 'typeorm';

const changedPhones = (facts: (row: string) => string): string => `
      CREATE OR REPLACE FUNCTION note_changed_phones() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO reach_due
        SELECT DISTINCT at.address_id
        FROM before b JOIN after a USING (e164) JOIN phone_address at ON at.phone = a.e164
        WHERE (${facts('b')}) IS DISTINCT FROM (${facts('a')});
        RETURN NULL;
      END $$;`;

const known = (row: string): string =>
  `${row}.kind, ${row}.language, ${row}.generated, ${row}.objected_at IS NULL, ${row}.quarantine_reason IS NULL`;

export class GuardedPhones1764000039100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Sources whose last delivery has a row of the phone that was refused and may have said that it is protected or
      -- objects. Until each of them is clear, the phone is a protected identity.
      ALTER TABLE phone ADD COLUMN guarded_by text[] NOT NULL DEFAULT '{}';
      CREATE INDEX phone_guarded ON phone (e164) WHERE guarded_by <> '{}';
      ${changedPhones((row) => `${known(row)}, ${row}.guarded_by = '{}'`)}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ${changedPhones(known)}
      DROP INDEX phone_guarded;
      ALTER TABLE phone DROP COLUMN guarded_by;
    `);
  }
}
