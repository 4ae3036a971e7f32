import type { MigrationInterface, QueryRunner } from 'typeorm';

export class InboundTexts1764000033300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- What people text to our numbers, so that a person can read it and answer. Erased with age, or with the person.
      CREATE TABLE inbound_text (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT now(),
        -- A webhook that is repeated has the same.
        provider_ref text NOT NULL UNIQUE,
        -- As the provider gave it: a short code or a name too.
        phone text NOT NULL,
        -- Which of our numbers.
        recipient text NOT NULL,
        body text NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('stopped', 'started', 'answered', 'unanswered'))
      );
      CREATE INDEX inbound_text_phone ON inbound_text (phone, at);
      CREATE INDEX inbound_text_at ON inbound_text (at);

      CREATE FUNCTION inbound_text_is_never_changed() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'inbound_text is never changed'; END $$;
      CREATE TRIGGER inbound_text_no_update BEFORE UPDATE ON inbound_text
        FOR EACH ROW EXECUTE FUNCTION inbound_text_is_never_changed();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE inbound_text; DROP FUNCTION inbound_text_is_never_changed();');
  }
}
